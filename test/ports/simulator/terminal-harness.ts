import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { Decision, Survey } from '../../../src/domain/facts.ts';
import { historyOf } from '../../../src/journal/history.ts';
import { readJournal } from '../../../src/journal/read.ts';
import type { JournalReading } from '../../../src/journal/reading.ts';
import { calendarOf } from '../../../src/domain/notice/calendar.ts';
import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import { createSimulatedTerminal, type SimulatedTerminal } from '../../../src/ports/simulator/terminal.ts';
import { createSurveyor } from '../../../src/probes/survey.ts';
import { decide } from '../../../src/domain/procedure/decide.ts';
import { targetsIn } from '../../../src/domain/versions/component-status.ts';
import { defaultSettings, parseSettings } from '../../../src/settings/load.ts';
import { SCENARIOS_DIR } from './harness.ts';
import { noAgreements } from '../../fakes/trust.ts';

/** The programs as the build makes them: one file, which starts several times faster than its sources. */
export function bundlePrograms(folder: string): string {
  const file = join(folder, 'program.mjs');
  const esbuild = resolve('node_modules/.bin/esbuild');
  const options = ['--bundle', '--platform=node', '--format=esm', `--outfile=${file}`, '--log-level=error'];
  execFileSync(esbuild, ['src/ports/simulator/program.ts', ...options]);
  return file;
}

/** The same for all tests of a file. */
export function bundledPrograms(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oqs-programs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return bundlePrograms(folder);
}

export async function openTerminal(
  scenario: string,
  options: { readonly programFile: string; readonly workdir?: string; readonly clock?: string },
): Promise<SimulatedTerminal> {
  const terminal = await createSimulatedTerminal({
    scenario,
    scenariosDir: SCENARIOS_DIR,
    programFile: options.programFile,
    nodeFile: process.execPath,
    workdir: options.workdir ?? null,
    clock: options.clock === undefined ? null : Date.parse(options.clock),
    calendar: calendarOf(builtInNotice()),
    realNow: () => Date.now(),
    pid: process.pid,
    trust: { uid: null, programFolder: '', agreements: noAgreements },
  });
  onTestFinished(() => terminal.close());
  return terminal;
}

export interface Looked {
  readonly survey: Survey;
  readonly decision: Decision;
  readonly journal: JournalReading;
}

/** What `check` does with a terminal, through its ports. */
export async function look(terminal: SimulatedTerminal): Promise<Looked> {
  const notice = builtInNotice();
  const file = join(terminal.dataDir, 'settings.json');
  const settings = existsSync(file) ? parseSettings(readFileSync(file, 'utf8'), file) : defaultSettings();
  const stored = await terminal.ports.journal.read();
  if (!stored.ok) throw new Error(stored.fault.headline);
  const journal = readJournal(stored.value.journal, stored.value.head);
  const history = historyOf(journal.entries, notice.id);
  // Tests share the machine with others: what is looked at is the answer, not its speed.
  const patient = { ...settings, limits: { ...settings.limits, checkTimeoutSeconds: 30 } };
  const signal = new AbortController().signal;
  const survey = await createSurveyor(terminal.ports).read({ notice, settings: patient, history }, signal);
  const targets = targetsIn(survey.components, notice);
  const decision = decide({
    now: survey.takenAt,
    readAt: survey.takenAt,
    notice,
    receptionHours: settings.receptionHours,
    targets,
    checks: survey.checks,
    bootedAt: survey.boot.bootedAt,
    livingLock: null,
    history,
  });
  return { survey, decision, journal };
}
