import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import { template } from '../../src/notice/new/template.ts';
import { fileOf, headOf, line } from '../journal/build.ts';
import { open, temporaryFolder, writeScenario } from './built.ts';
import { answerOf, SETTINGS } from './prepared.ts';

const DATA = 'ProgramData/oqs-console';

/** When, the mark of the boot, and what: one line of a journal. */
type Told = readonly [time: string, boot: Mark | null, fields: Record<string, unknown>];
interface Mark {
  readonly uptimeSeconds: number | null;
  readonly record: number | null;
}

const day = (time: string): string => `2026-01-20T${time}:00+09:00`;
const started = { event: 'console-started', version: '0.1.0' };
const confirmed = (time: string) => ({ event: 'restart-confirmed', bootedAt: day(time), kind: 'full' });
const press = { event: 'download-started' };
const fetched = { event: 'download-finished', outcome: 'restart-required', pressed: true };
const requested = (time: string) => ({ event: 'restart-requested', bootedAt: day(time), attempt: 1 });
const accepted = { event: 'restart-answered', exitCode: 0, answer: 'accepted' };

/** A terminal with this journal; its clock and its boot as they are when the console opens. */
function terminalWith(
  folder: string,
  journal: readonly Told[],
  now: { readonly at: string; readonly bootedAt: string; readonly boot: Mark } & Record<string, unknown>,
): string {
  const lines = journal.reduce<readonly string[]>(
    (before, [time, boot, fields]) => [
      ...before,
      line(before, { at: day(time), ...(boot ? { boot } : {}), ...fields }),
    ],
    [],
  );
  const { at, bootedAt, ...more } = now;
  return writeScenario(
    join(folder, 'scenario'),
    { formatVersion: 1, now: day(at), bootedAt: day(bootedAt), ...more },
    {
      [`${DATA}/journal.jsonl`]: new TextDecoder().decode(fileOf(lines)),
      [`${DATA}/journal.head`]: new TextDecoder().decode(headOf(lines)),
      // What is read is the matter here, not how fast.
      [SETTINGS]: JSON.stringify({ limits: { checkTimeoutSeconds: 30 } }),
    },
  );
}

/** What a console that was opened and left has written to the journal, and what it showed on the way. */
async function opened(scenario: string, folder: string, written: string, ...args: readonly string[]) {
  const workdir = join(folder, 'terminal');
  const path = join(workdir, 'files', DATA, 'journal.jsonl');
  const entries = (): readonly JournalEntry[] => readJournal(readFileSync(path), null).entries;
  const before = entriesOf(scenario).length;
  await using program = open('--simulate', scenario, '--workdir', workdir, ...args);
  const screen = await program.waitFor(({ text }) => text.includes('次にすること: ') && text.includes('読み取り元'));
  await expect.poll(() => names(entries().slice(before)), { timeout: 15_000 }).toContain(written);
  program.press('ctrl-c');
  await program.waitForExit();
  return { text: screen.text, added: entries().slice(before) };
}

function entriesOf(scenario: string): readonly JournalEntry[] {
  return readJournal(readFileSync(join(scenario, 'files', DATA, 'journal.jsonl')), null).entries;
}

function names(entries: readonly JournalEntry[]): readonly string[] {
  return entries.map(({ event }) => event.event);
}

const early: Mark = { uptimeSeconds: 480, record: 812 };
const later: Mark = { uptimeSeconds: 600, record: 812 };
const pressedAt = (time: string, asked: string, bootedAt: string): readonly Told[] => [
  [time, early, started],
  [time, early, confirmed(bootedAt)],
  [asked, later, press],
  [asked, later, fetched],
  [asked, later, requested(bootedAt)],
  [asked, later, accepted],
];

describe('the clock is put forward two hours while the terminal is up', () => {
  it('proves no restart, and goes on asking for it', async () => {
    using folder = temporaryFolder();
    const scenario = terminalWith(folder.path, pressedAt('08:10', '08:12', '08:02'), {
      at: '10:20',
      bootedAt: '10:02',
      boot: { uptimeSeconds: 1_080, record: 812 },
    });
    expect((await answerOf(scenario)).answer).toMatchObject({
      verdict: 'action-needed',
      nextStep: { id: 'restart' },
    });
    const { text, added } = await opened(scenario, folder.path, 'clock-moved');
    expect(text).not.toContain('再起動を確認しました');
    expect(text).toContain('次にすること: 端末を再起動する');
    expect(added.map(({ event }) => event)).not.toContainEqual(expect.objectContaining({ event: 'restart-confirmed' }));
    expect(added.find(({ event }) => event.event === 'clock-moved')).toMatchObject({
      notice: null,
      boot: { record: 812 },
      event: { bySeconds: expect.closeTo(7_200, -1) },
    });
  }, 60_000);

  it('proves none either where the event log cannot be read', async () => {
    using folder = temporaryFolder();
    const blind: Mark = { uptimeSeconds: 600, record: null };
    const scenario = terminalWith(
      folder.path,
      [
        ['08:12', blind, started],
        ['08:12', blind, confirmed('08:02')],
        ['08:12', blind, press],
        ['08:12', blind, fetched],
        ['08:12', blind, requested('08:02')],
        ['08:12', blind, accepted],
      ],
      { at: '10:20', bootedAt: '10:02', boot: { uptimeSeconds: 1_080, record: null } },
    );
    const { text, added } = await opened(scenario, folder.path, 'version-seen');
    expect(text).not.toContain('再起動を確認しました');
    expect(names(added)).not.toContain('restart-confirmed');
  }, 60_000);
});

describe('the clock is two hours fast at the press', () => {
  const journal = pressedAt('10:10', '10:12', '10:02');
  /** A console was opened after the restart, before the event log had answered. */
  const back: Told = ['08:19', { uptimeSeconds: 30, record: null }, started];

  it('knows the restart by its record once the clock is set right, and does not ask for it again', async () => {
    using folder = temporaryFolder();
    const scenario = terminalWith(folder.path, [...journal, back], {
      at: '08:20',
      bootedAt: '08:19',
      boot: { uptimeSeconds: 60, record: 813 },
    });
    expect((await answerOf(scenario)).answer).toMatchObject({ nextStep: { id: 'download-now' } });
    const { text, added } = await opened(scenario, folder.path, 'restart-confirmed');
    expect(text).toContain('再起動を確認しました(1/20(火) 08:19 起動)');
    expect(text).not.toContain('まもなく始まります');
    expect(added.find(({ event }) => event.event === 'restart-confirmed')).toMatchObject({
      notice: null,
      boot: { record: 813 },
      event: { bootedAt: day('08:19'), kind: 'full' },
    });
  }, 60_000);

  it('knows it by the uptime where the event log cannot be read, and does not make up its kind', async () => {
    using folder = temporaryFolder();
    const scenario = terminalWith(folder.path, [...journal, back], {
      at: '08:20',
      bootedAt: '08:19',
      lastBootKind: 'unknown',
      boot: { uptimeSeconds: 60, record: null },
    });
    expect((await answerOf(scenario)).answer).toMatchObject({ nextStep: { id: 'download-now' } });
    const { text, added } = await opened(scenario, folder.path, 'restart-confirmed');
    expect(text).toContain('再起動を確認しました(1/20(火) 08:19 起動、種類は不明)');
    expect(added.find(({ event }) => event.event === 'restart-confirmed')).toMatchObject({
      event: { kind: 'unknown' },
    });
  }, 60_000);

  it('asks for the clock while there was none: neither restart nor countdown lies in the future', async () => {
    using folder = temporaryFolder();
    const scenario = terminalWith(folder.path, journal, {
      at: '08:15',
      bootedAt: '08:02',
      boot: { uptimeSeconds: 780, record: 812 },
    });
    expect((await answerOf(scenario)).answer).toMatchObject({
      verdict: 'action-needed',
      nextStep: { id: 'fix-first', check: 'clock' },
    });
    const { text } = await opened(scenario, folder.path, 'clock-moved');
    expect(text).not.toContain('まもなく始まります');
    expect(text).not.toContain('再起動を確認しました');
  }, 60_000);
});

describe('other starts than a full one', () => {
  it('takes a fast startup after the press for no restart', async () => {
    using folder = temporaryFolder();
    const scenario = terminalWith(folder.path, pressedAt('08:10', '08:12', '08:02'), {
      at: '18:00',
      bootedAt: '08:02',
      lastBootKind: 'fast-startup',
      boot: { uptimeSeconds: 35_880, record: 812 },
    });
    expect((await answerOf(scenario)).answer).toMatchObject({ nextStep: { id: 'restart' } });
    const { text, added } = await opened(scenario, folder.path, 'version-seen');
    expect(text).not.toContain('再起動を確認しました');
    expect(names(added)).not.toContain('restart-confirmed');
  }, 60_000);

  it('knows the full start behind it by its record', async () => {
    using folder = temporaryFolder();
    const scenario = terminalWith(folder.path, pressedAt('08:10', '08:12', '08:02'), {
      at: '18:00',
      bootedAt: '08:20',
      lastBootKind: 'fast-startup',
      boot: { uptimeSeconds: 34_800, record: 813 },
    });
    expect((await answerOf(scenario)).answer).toMatchObject({ nextStep: { id: 'download-now' } });
    const { text } = await opened(scenario, folder.path, 'restart-confirmed');
    expect(text).toContain('再起動を確認しました');
  }, 60_000);
});

describe('what tells nothing', () => {
  it.each<[string, Mark | null, string]>([
    ['a journal without marks', null, 'restart'],
    ['a journal with marks that could not be read', { uptimeSeconds: null, record: null }, 'restart'],
  ])(
    'leaves %s to its times',
    async (_, mark, step) => {
      using folder = temporaryFolder();
      const before = terminalWith(
        folder.path,
        [
          ['08:12', mark, press],
          ['08:12', mark, fetched],
        ],
        {
          at: '08:20',
          bootedAt: '08:02',
          boot: { uptimeSeconds: 1_080, record: 812 },
        },
      );
      expect((await answerOf(before)).answer.nextStep.id).toBe(step);
      using other = temporaryFolder();
      const after = terminalWith(
        other.path,
        [
          ['08:12', mark, press],
          ['08:12', mark, fetched],
        ],
        {
          at: '08:20',
          bootedAt: '08:15',
          boot: { uptimeSeconds: 300, record: 812 },
        },
      );
      expect((await answerOf(after)).answer.nextStep.id).toBe('download-now');
    },
    60_000,
  );
});

it('tells which notice is done by the boot that only its mark shows', async () => {
  using folder = temporaryFolder();
  const notice = 'connect';
  // The restart came so soon after the press that neither uptime nor clock tell of it.
  const scenario = terminalWith(
    folder.path,
    [
      ['08:01', { uptimeSeconds: 60, record: 812 }, { ...press, notice }],
      ['08:01', { uptimeSeconds: 65, record: 812 }, { ...fetched, notice }],
    ],
    { at: '10:00', bootedAt: '08:03', boot: { uptimeSeconds: 7_020, record: 813 } },
  );
  const notices = join(scenario, 'files', DATA, 'notices');
  mkdirSync(notices);
  const file = {
    ...template('2026-01-20'),
    id: notice,
    components: [],
    targets: [{ component: 'link-app', version: '4.0.0' }],
    delivery: null,
    deadline: '2026-01-25',
    report: null,
    faq: [],
  };
  writeFileSync(join(notices, 'connect.json'), JSON.stringify(file));
  const { answer } = await answerOf(scenario);
  expect(answer.notice).toMatchObject({ id: '2026-01-face-library', others: [] });
  expect(answer.verdict).toBe('action-needed');
}, 60_000);
