import process from 'node:process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readJournal } from '../../../src/journal/read.ts';
import { markTexts } from '../../../src/tui/keys.ja.ts';
import { verdictTexts } from '../../../src/domain/procedure/steps.ja.ts';
import { problemsOfCells } from '../../audit/problems.ts';
import { startInPty, type PtyProgram } from '../../harness/pty.ts';
import { MAIN, temporaryFolder, writeScenario } from '../built.ts';
import { SETTINGS } from '../prepared.ts';
import { holdsEnter, type Step } from './steps.ts';

/** A terminal on which everything goes fast. */
const scenario = {
  formatVersion: 1,
  now: '2026-01-20T08:10:00+09:00',
  tool: { installed: true, downloadNow: [{ outcome: 'restart-required', seconds: 0.2 }] },
};
const settings = JSON.stringify({ limits: { restartDelaySeconds: 1 } });
const DATA = 'files/ProgramData/oqs-console';
/** A person's pause is longer than a question ignores Enter for, and no longer than it must be. */
const LONGEST_PAUSE_MS = 320;
/** What the console writes when its window has changed, or it opens; and what stands last in each of its frames. */
const BEGINNINGS = ['\u001B[2J', '\u001B[?1049h'];
const LAST_OF_FRAME = '[Ctrl+C]';
const PATIENCE_MS = 20_000;
/** For so long the console waits for the rest of what was begun (src/tui/terminal-input.ts), and a little. */
const LONGEST_BEGUN_MS = 1_500;
const CTRL_C = 3;

/** How a life ends: by the operator, or told from outside. */
export const endings = ['ctrl-c', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type Ending = (typeof endings)[number];

/**
 * The built console in a pty, the sequences one after the other, then the end. Gives what went wrong: a terminal that
 * is not as it was, a journal that is not intact, more presses of the button than were asked for. Throws where no whole
 * frame comes any more.
 */
export async function liveInPty(sequences: readonly (readonly Step[])[], ending: Ending): Promise<readonly string[]> {
  using folder = temporaryFolder();
  const workdir = join(folder.path, 'terminal');
  writeScenario(join(folder.path, 'scenario'), scenario, { [SETTINGS]: settings });
  // A second Ctrl+C finds the terminal as it was, and must not end the shell.
  const script =
    'trap : INT; "$0" "$1" --simulate "$2" --workdir "$3"; echo "code=$?"; stty -a; echo the-end; read -r line';
  await using program = startInPty(
    '/bin/sh',
    ['-c', script, process.execPath, MAIN, join(folder.path, 'scenario'), workdir],
    { columns: 80, rows: 24, env: { OQS_DIST: dirname(MAIN) } },
  );
  await program.waitFor('問題のない点検', { timeout: PATIENCE_MS });
  let enters = 0;
  for (const sequence of sequences) {
    enters += await play(program, sequence);
    if (isOver(program)) break;
    await settle(program);
  }
  const codes = isOver(program) ? [0] : await end(program, ending);
  // Ctrl+C at the very end may have been first.
  const leaves = sequences.at(-1)?.some((step) => step.kind === 'bytes' && step.bytes.includes(CTRL_C)) === true;
  await program.waitFor(() => isOver(program), { timeout: PATIENCE_MS, describe: 'the end of the console' });
  return [...notRestored(program, leaves ? [...codes, 0] : codes), ...remains(workdir, enters)];
}

/** Gives how many pieces of input held Enter. */
async function play(program: PtyProgram, steps: readonly Step[]): Promise<number> {
  let enters = 0;
  for (const step of steps) {
    await setTimeout(Math.min(step.later, LONGEST_PAUSE_MS));
    if (isOver(program)) break;
    if (step.kind === 'resize') program.resize(Math.max(2, step.columns), step.rows);
    else {
      program.send(step.bytes);
      if (holdsEnter(step)) enters += 1;
    }
  }
  return enters;
}

/** Waits until a whole frame stands that was drawn since, and no cell of it is torn, or the console is over. */
async function settle(program: PtyProgram): Promise<void> {
  const before = program.output.length;
  // To the size that it has, nobody would be told of a change.
  program.resize(70, 20);
  program.resize(80, 24);
  const isDrawn = (): boolean => {
    const since = program.output.slice(before);
    const begun = Math.max(...BEGINNINGS.map((sequence) => since.lastIndexOf(sequence)));
    return begun >= 0 && since.includes(LAST_OF_FRAME, begun);
  };
  await program.waitFor(
    ({ screen }) =>
      isOver(program) || (isDrawn() && isWhole(screen) && problemsOfCells(program.terminal, 'narrow').length === 0),
    { timeout: PATIENCE_MS, describe: 'a whole frame' },
  );
}

/** The verdict above, the keys in the last row but one. */
function isWhole(screen: readonly string[]): boolean {
  const marks = [...Object.values(verdictTexts).map(({ mark }) => mark), markTexts.pending];
  return (
    screen.at(-1) === '' &&
    screen.at(-2)?.includes(LAST_OF_FRAME) === true &&
    screen.slice(0, 2).some((row) => marks.some((mark) => row.startsWith(mark)))
  );
}

/** Gives the exit codes that are right for it. */
async function end(program: PtyProgram, ending: Ending): Promise<readonly number[]> {
  const codes = { 'ctrl-c': 0, SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  if (ending !== 'ctrl-c') {
    process.kill(consolePid(program), ending);
    return [codes[ending]];
  }
  // What the monkey has begun last (an OSC without its end) may take the first one along, for as long as it may take
  // itself.
  program.press('ctrl-c');
  const again = setInterval(() => program.press('ctrl-c'), LONGEST_BEGUN_MS);
  try {
    await program.waitFor(({ screen }) => isOver(program) || screen.at(-2)?.includes('[Enter]決定') === true, {
      timeout: PATIENCE_MS,
      describe: 'the end or the question before it',
    });
  } finally {
    clearInterval(again);
  }
  // Something is under way, and the console asks: then it is told.
  if (!isOver(program)) process.kill(consolePid(program), 'SIGTERM');
  return [codes['ctrl-c'], codes.SIGTERM];
}

function isOver(program: PtyProgram): boolean {
  return program.output.includes('the-end');
}

/** The console is the shell's only child. */
function consolePid(program: PtyProgram): number {
  const children = readFileSync(`/proc/${String(program.pid)}/task/${String(program.pid)}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}

function notRestored({ terminal, output }: PtyProgram, codes: readonly number[]): readonly string[] {
  const wrong = (problem: string, holds: boolean): readonly string[] => (holds ? [] : [problem]);
  const last = (sequence: string): number => output.lastIndexOf(`\u001B[${sequence}`);
  const code = Number(/code=(\d+)/.exec(output)?.[1]);
  return [
    ...wrong('the alternate screen was not left', !terminal.alternate),
    ...wrong('line wrap is off', terminal.wraps),
    ...wrong('pastes are marked', !terminal.marksPastes),
    ...wrong('the cursor is hidden', last('?25h') >= last('?25l')),
    ...wrong('input is not read by lines', / icanon/.test(output)),
    ...wrong('there is no echo', / echo /.test(output)),
    ...wrong(`it ended with ${String(code)}`, codes.includes(code)),
  ];
}

function remains(workdir: string, enters: number): readonly string[] {
  const read = (path: string): Uint8Array | null => {
    try {
      return readFileSync(join(workdir, path));
    } catch {
      return null;
    }
  };
  const journal = readJournal(read(`${DATA}/journal.jsonl`), read(`${DATA}/journal.head`));
  const count = (name: string): number => journal.entries.filter(({ event }) => event.event === name).length;
  const log = read('tool-log.jsonl');
  const presses = log === null ? 0 : new TextDecoder().decode(log).trim().split('\n').length;
  const isIntact = journal.state === 'intact' || journal.state === 'absent';
  return [
    ...(isIntact ? [] : [`the journal is ${journal.state}`]),
    ...(presses > count('download-started') ? [`${String(presses)} presses, not all in the journal`] : []),
    // To open a question and to answer it takes two pieces of input with Enter in them.
    ...((presses + count('restart-requested')) * 2 > enters
      ? [
          `${String(presses)} presses and ${String(count('restart-requested'))} restarts by ${String(enters)} times Enter`,
        ]
      : []),
  ];
}
