import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Survey } from '../../src/domain/facts.ts';
import { createCommands } from '../../src/ports/node/commands.ts';
import { windowsPorts } from '../../src/ports/windows/terminal.ts';
import { createSurveyor } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakeTrust } from '../fakes/trust.ts';

/** Longer than a check may take. */
const HELD_SECONDS = 6;

/**
 * What stands in for every program. It notes how many of its like are alive at its start, starts another program that
 * would end with the whole tree, and is held up. Then it says nothing and ends well.
 */
const program = `
echo "$$" > "$0/started/$1-$$"
alive=0
for other in "$0"/started/*; do kill -0 "$(cat "$other")" 2>/dev/null && alive=$((alive + 1)); done
echo "$alive" > "$0/alive/$$"
sleep 100 > /dev/null & echo "$!" > "$0/children/$1-$$"
exec sleep ${String(HELD_SECONDS)}`;

/** One that has ended and that nobody has asked about still has its id (Z in proc(5)): it does not run. */
function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

interface Started {
  readonly program: string;
  readonly pid: number;
}

describe.runIf(process.platform === 'linux')('a survey of a machine on which every program is held up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oqs-slow-'));
  for (const name of ['started', 'alive', 'children']) mkdirSync(join(folder, name));
  const noted = (name: string): readonly Started[] =>
    readdirSync(join(folder, name)).map((file) => ({
      program: file.split('-')[0] ?? '',
      pid: Number(readFileSync(join(folder, name, file), 'utf8')),
    }));
  let survey: Survey;

  beforeAll(async () => {
    const ended = new AbortController();
    const settings = defaultSettings();
    const commands = createCommands({
      programs: (id) => ({ file: '/bin/sh', argumentsFor: () => ['-c', program, folder, id] }),
      clock: { now: Date.now },
    });
    const ports = windowsPorts(commands, {
      env: {},
      folder: 'C:\\oqs-console\\app',
      nodeFile: 'C:\\oqs-console\\node.exe',
      pid: 1234,
      dataDir: 'C:\\ProgramData\\oqs-console',
      settings,
      trust: fakeTrust(),
      ended: ended.signal,
    });
    const context = { notice: builtInNotice(), settings, history: emptyHistory };
    survey = await createSurveyor(ports).read(context, new AbortController().signal);
    ended.abort();
    const isOver = (): void => expect(noted('started').filter(({ pid }) => isRunning(pid))).toEqual([]);
    await vi.waitFor(isOver, 20_000);
  });
  afterAll(() => {
    for (const { pid } of noted('children')) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts at most four at a time', () => {
    const alive = readdirSync(join(folder, 'alive')).map((file) =>
      Number(readFileSync(join(folder, 'alive', file), 'utf8')),
    );
    expect(alive.length).toBeGreaterThan(4);
    expect(Math.max(...alive)).toBe(4);
  });

  it('ends no tree for a short program, but the program alone', () => {
    const short = noted('children').filter((child) => child.program !== 'system');
    expect(new Set(short.map((child) => child.program))).toEqual(new Set(['registry', 'tasks', 'power', 'network']));
    expect(short.filter(({ pid }) => !isRunning(pid))).toEqual([]);
  });

  it.each(['restart-state', 'delivery-task', 'power-settings', 'network', 'management-tool', 'session'] as const)(
    'knows nothing of %s, and does not call it well',
    (id) => {
      expect(survey.checks.find((check) => check.id === id)?.status).toBe('unknown');
    },
  );
});
