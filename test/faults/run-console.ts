import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from '../../src/commands/options.ts';
import { openConsole } from '../../src/commands/console-call.ts';
import { InputError } from '../../src/domain/fault.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { JournalState } from '../../src/journal/reading.ts';
import { openRun } from '../../src/commands/run.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { onTerminal } from '../../src/tui/terminal-screen.ts';
import { breakPorts } from './break-port.ts';
import { breakFolder } from './broken-folder.ts';
import { fakeScreen, type FakeScreen } from '../harness/fake-screen.ts';
import type { Bench } from './laboratory.ts';
import type { Row } from './rows.ts';
import type { Trouble } from './trouble.ts';
import { answerYes, readAgain, walks } from './walks.ts';

/** What a console came to, from its opening to its end. */
export interface ConsoleRun {
  /** For one that would not open: what is said instead. */
  readonly refusal: { readonly message: string; readonly where: string; readonly remedy: string } | null;
  /** The status screen once everything is over. */
  readonly status: readonly string[];
  /** The screen right after the deed. */
  readonly after: readonly string[];
  /** The journal as it lies on the disk, and what this console has added to it. */
  readonly journal: JournalState;
  readonly added: readonly (JournalEvent | { readonly event: 'other'; readonly name: string })[];
  /** Whether the bytes from before are still at the journal's beginning. */
  readonly keptBefore: boolean;
  readonly presses: number;
  readonly restarts: number;
  readonly calls: number;
  /** What of the screen was not put back as it was. */
  readonly notRestored: readonly string[];
}

const options: Options = { simulate: 'outdated-morning' };

/**
 * Opens the console on a terminal in trouble, does with keys what reaches the port, looks around, and leaves by Ctrl+C.
 */
export async function runInConsole(bench: Bench, row: Row, trouble: Trouble | null): Promise<ConsoleRun> {
  const folder = trouble && breakFolder(bench.dataDir, trouble);
  const ports = trouble ? breakPorts(bench.ports, trouble) : bench.ports;
  const screen = fakeScreen({ columns: 80, rows: 48 });
  const told = new AbortController();
  const strike = (): void => {
    trouble?.strike();
    if (trouble?.struck === true) folder?.strike();
  };
  const tools = {
    host: {
      terminal: () => bench.terminal(ports),
      run: () => bench.simulated.run(),
      onPowerOff: () => () => undefined,
      waitUntilOn: () => Promise.resolve(),
      close: () => undefined,
    },
    openRun: () => openRun(bench.terminal(ports), options, '0.0.0', 'tolerant'),
    screen: screen.screen,
    told: told.signal,
  };
  const ended = onTerminal(screen.screen, async () => openConsole(options, tools));
  try {
    const seen = await Promise.race([walk(screen, row, strike), ended.then(() => null)]);
    if (seen === null) throw new Error('the console ended by itself');
    await leave(screen, ended);
    return { ...seen, refusal: null, ...(await came(bench, trouble, screen)) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, where, remedy } = error;
    return {
      status: [],
      after: [],
      refusal: { message, where, remedy },
      ...(await came(bench, trouble, screen)),
    };
  } finally {
    told.abort();
    folder?.undo();
    screen.close();
  }
}

async function walk(screen: FakeScreen, row: Row, strike: () => void): Promise<Pick<ConsoleRun, 'status' | 'after'>> {
  // The first reading is over.
  await screen.waitFor('に確認');
  await readAgain(screen);
  await walks[row.walk](screen, strike);
  const after = screen.rows();
  if (after.some((line) => line.includes('>[ '))) {
    screen.press('escape');
    await screen.waitFor((text) => !text.includes('>[ '), 'the end of the question');
  }
  // It still answers keys: the help, and back to the status.
  screen.press({ type: '0' });
  await screen.waitFor('oqs-console ヘルプ');
  screen.press({ type: '1' });
  const status = await screen.waitFor('oqs-console 状態');
  return { after, status };
}

async function leave(screen: FakeScreen, ended: Promise<void>): Promise<void> {
  screen.press('ctrl-c');
  const isAsked = await Promise.race([
    ended.then(() => false),
    screen.waitFor(consoleTexts.leaveTitle, 'the end of the console').then(() => true),
  ]);
  if (isAsked) await answerYes(screen, [consoleTexts.leaveGo, consoleTexts.leaveCounting], ended);
  await ended;
}

async function came(
  bench: Bench,
  trouble: Trouble | null,
  screen: FakeScreen,
): Promise<Pick<ConsoleRun, 'journal' | 'added' | 'keptBefore' | 'presses' | 'restarts' | 'calls' | 'notRestored'>> {
  const journal = bytesOf(join(bench.dataDir, 'journal.jsonl'), trouble);
  const reading = readJournal(journal, bytesOf(join(bench.dataDir, 'journal.head'), trouble));
  const { journalBefore } = bench;
  const kept = journal !== null && Buffer.compare(journal.subarray(0, journalBefore.length), journalBefore) === 0;
  return {
    journal: reading.state,
    added: reading.entries.slice(kept ? 3 : 0).map(({ event }) => event),
    keptBefore: kept,
    presses: bench.presses(),
    restarts: bench.restarts(),
    calls: trouble?.calls ?? 0,
    notRestored: await screen.notRestored(),
  };
}

/** null: it is not there, or it is a pipe that nobody must open. */
function bytesOf(file: string, trouble: Trouble | null): Uint8Array | null {
  if (trouble?.kind === 'hanging' && trouble.row === 'journal') return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
