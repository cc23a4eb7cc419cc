import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { createDataFolder } from '../../src/ports/node/data-folder.ts';
import { createJournalStore } from '../../src/ports/node/journal-store.ts';
import type { CommandCall, CommandOutput, Commands, Ports } from '../../src/ports/ports.ts';
import type { Result } from '../../src/domain/fault.ts';
import { createSimulatedTerminal, type SimulatedTerminal } from '../../src/ports/simulator/terminal.ts';
import type { Terminal } from '../../src/commands/run.ts';
import { bundlePrograms } from '../ports/simulator/terminal-harness.ts';
import { fileOf, headOf, line } from '../journal/build.ts';
import { overCommands } from './over-commands.ts';
import { CHECK_LIMIT_MS, SILENCE_LIMIT_MS } from './kinds.ts';
import type { Row } from './rows.ts';
import { fakeTrust, noAgreements } from '../fakes/trust.ts';

/** A document of the operator's own, that the settings name. */
export const DOCUMENT = 'C:\\OQS-Documents\\errors.txt';
/** How long the file system may take to answer before the console gives up. */
const PATIENCE_MS = 3_000;

/**
 * A place for simulated terminals that share what their programs answer: the answers of a standing terminal do not
 * change.
 */
export interface Laboratory {
  open(row: Row): Promise<Bench>;
  /** Waits for every answer that was asked for, also those that a check no longer waited for. */
  answered(): Promise<void>;
  close(): void;
}

/** One terminal in a folder, with a journal, settings and a clinic. */
export interface Bench {
  readonly simulated: SimulatedTerminal;
  readonly ports: Ports;
  readonly dataDir: string;
  /** The journal's bytes as they were before the run. */
  readonly journalBefore: Uint8Array;
  /** As main would open it, over other ports. */
  terminal(ports: Ports): Terminal;
  /** How often the button was pressed, and a restart was asked for, on the machine itself. */
  presses(): number;
  restarts(): number;
  close(): Promise<void>;
}

export function openLaboratory(): Laboratory {
  const folder = mkdtempSync(join(tmpdir(), 'oqs-faults-'));
  const programFile = bundlePrograms(folder);
  const answers = new Map<string, Promise<Result<CommandOutput>>>();
  writeScenarios(folder);
  // The console looks now and then whether the program's own folder is still there.
  writeFileSync(join(folder, 'main.js'), '');
  return {
    open: (row) => openBench(row, { folder, programFile }, answers),
    async answered() {
      await Promise.all(answers.values());
    },
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function openBench(
  row: Row,
  { folder, programFile }: { readonly folder: string; readonly programFile: string },
  answers: Map<string, Promise<Result<CommandOutput>>>,
): Promise<Bench> {
  const simulated = await createSimulatedTerminal({
    scenario: row.scenario,
    scenariosDir: folder,
    programFile,
    nodeFile: process.execPath,
    workdir: null,
    clock: null,
    calendar: calendarOf(builtInNotice()),
    realNow: () => Date.now(),
    pid: process.pid,
    trust: { uid: null, programFolder: folder, agreements: noAgreements },
  });
  const { dataDir, workdir } = simulated;
  const document = simulated.hostPath(DOCUMENT);
  mkdirSync(join(document, '..'), { recursive: true });
  writeFileSync(document, 'errors');
  const journalBefore = furnishDataFolder(dataDir);
  const counted = { restarts: 0 };
  const remembered = remembering(simulated.ports.commands, `${row.scenario} `, answers);
  const commands: Commands = {
    ...remembered,
    run: (call) => {
      if (call.program === 'shutdown' && call.args[0] === '/r') counted.restarts += 1;
      return remembered.run(call);
    },
  };
  const ports: Ports = {
    ...overCommands(simulated.ports, commands),
    journal: createJournalStore(dataDir, undefined, { patienceMs: PATIENCE_MS }),
    dataFolder: createDataFolder(dataDir, { trust: fakeTrust(), patienceMs: PATIENCE_MS }),
  };
  return {
    simulated,
    ports,
    dataDir,
    journalBefore,
    terminal: (broken) => ({
      connect: () => broken,
      dataDir,
      expectQuestions: () => undefined,
      deliverIn: () => undefined,
      hostPath: (path) => simulated.hostPath(path),
      offsetMinutes: simulated.offsetMinutes,
      label: null,
      isKept: true,
      note: null,
      trust: fakeTrust(),
      programFolder: '',
      restartDelaySeconds: 600,
    }),
    presses: () => linesOf(join(workdir, 'tool-log.jsonl')),
    restarts: () => counted.restarts,
    async close() {
      await simulated.ports.power.cancelRestart(AbortSignal.timeout(5_000));
      simulated.close();
    },
  };
}

/** The morning after the first night, still old; and the day after, done. The tool is quick. */
function writeScenarios(folder: string): void {
  const downloadNow = [{ outcome: 'restart-required', seconds: 0.4 }];
  const scenarios: Readonly<Record<Row['scenario'], object>> = {
    'outdated-morning': { now: '2026-01-20T08:10:00+09:00' },
    'already-current': {
      now: '2026-01-21T08:10:00+09:00',
      versionInfo: { 'distribution-app': '2.1.0', 'link-app': '4.0.2', 'face-library': '5.1.0' },
    },
  };
  for (const [name, scenario] of Object.entries(scenarios)) {
    mkdirSync(join(folder, name));
    const content = { formatVersion: 1, title: name, ...scenario, tool: { downloadNow } };
    writeFileSync(join(folder, name, 'scenario.json'), JSON.stringify(content));
  }
}

/** What only looks at the machine is asked once of the real programs of a scenario; what acts on it is always done. */
function remembering(
  commands: Commands,
  scenario: string,
  answers: Map<string, Promise<Result<CommandOutput>>>,
): Commands {
  return {
    ...commands,
    run: (call) => {
      if (!onlyLooks(call)) return commands.run(call);
      const key = scenario + [call.program, ...call.args].join(' ');
      const known = answers.get(key);
      if (known) return known;
      // Whoever asks first may be given up on; the answer is for everybody.
      const asked = commands.run({ ...call, timeoutMs: 30_000, signal: new AbortController().signal });
      answers.set(key, asked);
      return asked;
    },
  };
}

function onlyLooks({ program, args }: CommandCall): boolean {
  return program !== 'shutdown' && args[0] !== 'clipboard' && args[0] !== 'open-document';
}

/** Settings with short limits, a clinic, and a journal of an earlier run. Gives the journal's bytes. */
function furnishDataFolder(dataDir: string): Uint8Array {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'settings.json');
  const present = JSON.parse(readFileSync(file, 'utf8')) as { readonly paths: object };
  const settings = {
    ...present,
    paths: { ...present.paths, errorDetails: DOCUMENT },
    limits: {
      checkTimeoutSeconds: CHECK_LIMIT_MS / 1_000,
      toolSilenceSeconds: SILENCE_LIMIT_MS / 1_000,
      refreshSeconds: 3_600,
    },
  };
  writeFileSync(file, JSON.stringify(settings));
  writeFileSync(join(dataDir, 'clinic.json'), JSON.stringify({ name: 'サンプル医院', phone: '0312345678' }));
  const lines: string[] = [];
  for (const event of [
    { event: 'console-started', version: '0.1.0' },
    { event: 'terminals-counted', count: 1, allDone: true },
    { event: 'restart-confirmed', bootedAt: '2026-01-19T08:00:00+09:00', kind: 'full' },
  ])
    lines.push(line(lines, { at: '2026-01-20T08:00:00+09:00', ...event }));
  const bytes = fileOf(lines);
  writeFileSync(join(dataDir, 'journal.jsonl'), bytes);
  writeFileSync(join(dataDir, 'journal.head'), headOf(lines));
  return bytes;
}

function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
}
