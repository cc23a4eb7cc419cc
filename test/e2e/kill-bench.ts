import process from 'node:process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from '../../scripts/bundle.ts';
import { readJournal } from '../../src/journal/read.ts';
import { type JournalReading } from '../../src/journal/reading.ts';
import { DEFAULT_RECORD_PATH } from '../../src/ports/simulator/terminal-spec.ts';
import { readVersionInfo } from '../../src/domain/versions/version-info.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { MAIN, writeScenario } from './built.ts';

const DATA = 'files/ProgramData/oqs-console';

const terminal = {
  formatVersion: 1,
  now: '2026-01-20T08:10:00+09:00',
  tool: { installed: true, downloadNow: [{ outcome: 'restart-required', seconds: 0.2 }] },
};
/**
 * Terminals on which everything goes as fast as it can: one that needs a press and a restart, and one that only needs a
 * restart, with the data folder as Windows has it: with a folder in it in which files are made.
 */
export const scenarios = {
  'press and restart': { scenario: terminal, presses: 1, dataFiles: {} },
  'restart alone': {
    scenario: { ...terminal, bootedAt: '2026-01-19T08:05:00+09:00', delivery: { staged: true } },
    presses: 0,
    dataFiles: { 'ProgramData/oqs-console/temp/kept.txt': 'no file of the console' },
  },
} as const;
export type ScenarioName = keyof typeof scenarios;
const settings = {
  limits: { restartDelaySeconds: 1, checkTimeoutSeconds: 30 },
  paths: { deliveryRecord: DEFAULT_RECORD_PATH },
};

/** What one terminal holds once its consoles are gone. */
export interface Remains {
  readonly journal: JournalReading;
  readonly presses: number;
  readonly version: string | null;
}

/** A killable console and the folder that its terminals stand in. Give it back with `remove`. */
export interface Bench {
  /** A new terminal's working folder. */
  workdir(name: string): string;
  start(workdir: string, env: Readonly<Record<string, string>>): PtyProgram;
  remains(workdir: string): Remains;
  /** The path of a file beside the terminals. */
  file(name: string): string;
  remove(): void;
}

export async function createBench(name: ScenarioName): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'oqs-killed-'));
  const built = join(folder, 'bundle');
  await bundle({ console: 'test/e2e/killable-console.ts' }, built);
  const scenarioFolder = writeScenario(join(folder, 'scenario'), scenarios[name].scenario, {
    'ProgramData/oqs-console/settings.json': JSON.stringify(settings),
    ...scenarios[name].dataFiles,
  });
  return {
    workdir: (point) => join(folder, point.replaceAll(' ', '-')),
    start: (workdir, env) =>
      startInPty(process.execPath, [join(built, 'console.js'), '--simulate', scenarioFolder, '--workdir', workdir], {
        columns: 80,
        rows: 24,
        env: { OQS_KILL_DIST: dirname(MAIN), NODE_COMPILE_CACHE: join(folder, 'cache'), ...env },
      }),
    remains: remainsOf,
    file: (fileName) => join(folder, fileName),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function versionIn(versionInfo: Uint8Array): string | null {
  const answer = readVersionInfo(versionInfo, 'face-library');
  return answer.state === 'answers' ? answer.version : null;
}

function remainsOf(workdir: string): Remains {
  const read = (...path: string[]): Uint8Array | null => {
    const file = join(workdir, ...path);
    return existsSync(file) ? readFileSync(file) : null;
  };
  const log = read('tool-log.jsonl');
  const versionInfo = read('files/Program Files/OQS-Auth/Version.info');
  return {
    journal: readJournal(read(DATA, 'journal.jsonl'), read(DATA, 'journal.head')),
    presses: log === null ? 0 : new TextDecoder().decode(log).trim().split('\n').length,
    version: versionInfo === null ? null : versionIn(versionInfo),
  };
}
