import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { run, temporaryFolder } from './built.ts';
import { CLINIC, wholeDay } from './whole-day.ts';

const DATA = 'files/ProgramData/oqs-console';

it('goes through the whole notice, from the evening before to the report that was sent', async () => {
  using folder = temporaryFolder();
  const workdir = join(folder.path, 'terminal');
  const seen: string[] = [];
  await wholeDay(workdir, (name, _title, { terminal }) => {
    seen.push(name);
    expect(terminal.scrolledRows).toBe(0);
  });
  expect(seen).toEqual([
    'evening-status',
    'evening',
    'morning',
    'restart-question',
    'proven',
    'report',
    'report-terminals',
    'report-typing',
    'report-page',
    'all-done',
  ]);

  const data = join(workdir, DATA);
  const journal = readFileSync(join(data, 'journal.jsonl'));
  const reading = readJournal(journal, readFileSync(join(data, 'journal.head')));
  expect(reading.state).toBe('intact');
  const acts = reading.entries.map(({ event }) => event.event).filter((name) => name !== 'version-seen');
  expect(acts).toEqual([
    'console-started',
    'restart-confirmed',
    'left-on',
    'console-started',
    'restart-requested',
    'restart-answered',
    'console-started',
    'restart-confirmed',
    'terminals-counted',
    'report-sent',
  ]);
  expect(journal.toString('utf8')).not.toContain(CLINIC);
  expect(journal.toString('utf8')).not.toContain('0312345678');

  const check = await run('check', '--json', '--simulate', 'evening-before', '--workdir', workdir);
  expect(check.exitCode).toBe(0);
  expect(JSON.parse(check.stdout)).toMatchObject({
    verdict: 'current',
    nextStep: { id: 'all-done' },
    journal: { state: 'intact' },
  });
}, 120_000);
