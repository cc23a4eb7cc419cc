import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import type { Instant } from '../../domain/time.ts';
import { simulatorTexts as texts } from './simulator.ja.ts';
import type { ClockFile } from './clock.ts';
import { copyFolder } from './copy-folder.ts';
import { oldFileTime, specOf, type TerminalSpec } from './defaults.ts';
import { furnish } from './furnish.ts';
import { isInside } from './inside.ts';
import { tryLock } from './lock.ts';
import { readPrepared, writeMachine, type PreparedTerminal } from './machine-state.ts';
import { readScenario } from './scenarios.ts';
import { pause, readTextIfThere, writeState } from './state-file.ts';
import { hostPath, workdirFiles } from './workdir.ts';

export interface PrepareOptions {
  /** Finds the scenario's folder, which is only read. Not asked where `workdir` already holds a terminal. */
  readonly scenario: () => ScenarioFolder;
  /** The folder to work in; null for a new one among the temporary files. */
  readonly workdir: string | null;
  readonly realNow: Instant;
}

interface ScenarioFolder {
  readonly name: string;
  readonly folder: string;
}

export interface PreparedWorkdir {
  readonly workdir: string;
  readonly terminal: PreparedTerminal;
  /** It held a terminal already, and goes on with it. */
  readonly resumed: boolean;
}

/**
 * Makes a working folder for a scenario, or takes up the one that is there: its own scenario, clock and state. A folder that
 * an earlier preparation left half done is made anew. Throws InputError for a bad scenario or a folder that holds
 * something else.
 */
export function prepareTerminal(options: PrepareOptions): PreparedWorkdir {
  if (options.workdir === null) {
    // Read first: a bad scenario leaves no folder behind.
    const source = readSource(options);
    const workdir = temporaryWorkdir();
    try {
      const terminal = asInput(workdir, () => make(workdir, source, options.realNow));
      return { workdir, terminal, resumed: false };
    } catch (error) {
      rmSync(workdir, { recursive: true, force: true });
      throw error;
    }
  }
  const workdir = resolve(options.workdir);
  const resumed = resume(workdir);
  if (resumed) return { workdir, terminal: resumed, resumed: true };
  const source = readSource(options);
  refuseIfUnfit(workdir, source.folder);
  return asInput(workdir, () => {
    mkdirSync(workdir, { recursive: true });
    const release = patientLock(workdir);
    try {
      const ready = resume(workdir);
      if (ready) return { workdir, terminal: ready, resumed: true };
      return { workdir, terminal: make(workdir, source, options.realNow), resumed: false };
    } finally {
      release();
    }
  });
}

function temporaryWorkdir(): string {
  const folder = tmpdir();
  return asInput(folder, () => realpathSync(mkdtempSync(join(folder, 'oqs-console-'))));
}

/** Another console or check may be preparing the same folder: that takes a moment. */
function patientLock(workdir: string): () => void {
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const release = tryLock(workdirFiles(workdir).preparing);
    if (release) return release;
    pause(100);
  }
  throw badWorkdir(workdir, texts.workdirBusy);
}

function resume(workdir: string): PreparedTerminal | null {
  if (!statSync(workdir, { throwIfNoEntry: false })?.isDirectory()) return null;
  const file = workdirFiles(workdir).terminal;
  if (readTextIfThere(file) === null) return null;
  let terminal: PreparedTerminal | null;
  try {
    terminal = readPrepared(workdir);
  } catch {
    // Somebody's own file of that name: the folder is in use for something else.
    throw badWorkdir(workdir, texts.workdirInUse);
  }
  if (terminal && terminal.formatVersion !== 1) throw badWorkdir(workdir, texts.workdirNewer);
  return terminal;
}

/** A folder may be empty, or hold what a preparation that broke off left: that one has its lock file, but no mark. */
function refuseIfUnfit(workdir: string, scenarioFolder: string): void {
  if (isInside(workdir, scenarioFolder)) throw badWorkdir(workdir, texts.workdirInsideScenario);
  const stats = statSync(workdir, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) throw badWorkdir(workdir, texts.workdirNotAFolder);
  const names = asInput(workdir, () => readdirSync(workdir));
  if (names.length > 0 && !names.includes(basename(workdirFiles(workdir).preparing)))
    throw badWorkdir(workdir, texts.workdirInUse);
}

/** Fills the folder; `terminal.json` comes last, so that a half-made folder is never taken for a terminal. */
function make(workdir: string, source: Source, realNow: Instant): PreparedTerminal {
  const files = workdirFiles(workdir);
  for (const name of readdirSync(workdir))
    if (name !== basename(files.preparing)) rmSync(join(workdir, name), { recursive: true, force: true });
  const { folder, spec } = source;
  const old = oldFileTime(spec);
  copyFileSync(join(folder, 'scenario.json'), files.scenario);
  mkdirSync(files.driveC, { recursive: true });
  if (existsSync(join(folder, 'files'))) copyFiles(folder, files.driveC, { now: spec.now, old });
  furnish(workdir, spec);
  writeState(files.clock, clockOf(spec, realNow));
  writeMachine(workdir, {
    power: 'on',
    bootCount: 0,
    bootedAt: spec.bootedAt,
    lastBootKind: spec.lastBootKind,
    since: spec.now,
    jumped: 0,
    arrived: false,
    restartId: null,
  });
  const terminal: PreparedTerminal = {
    kind: 'oqs-console-simulated-terminal',
    formatVersion: 1,
    name: source.name,
    preparedAtReal: realNow,
    spec,
  };
  writeState(files.terminal, terminal);
  return terminal;
}

function copyFiles(folder: string, driveC: string, times: { now: Instant; old: Instant }): void {
  const from = join(folder, 'files');
  try {
    copyFolder(from, driveC, times);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw badScenario(from, texts.unreadableScenario(reasonOf(error)));
  }
}

function clockOf(spec: TerminalSpec, realNow: Instant): ClockFile {
  return {
    simulated: spec.now,
    real: realNow,
    running: spec.followsRealClock,
    followsRealClock: spec.followsRealClock,
    owner: null,
  };
}

interface Source extends ScenarioFolder {
  readonly spec: TerminalSpec;
}

function readSource(options: PrepareOptions): Source {
  const { name, folder } = options.scenario();
  const spec = specOf(readScenario(folder), options.realNow);
  const paths = [
    ...(spec.record.path === null ? [] : [{ field: 'deliveryRecord.path', path: spec.record.path }]),
    ...Object.keys(spec.fileTimes).map((path) => ({ field: `fileTimes.${path}`, path })),
  ];
  const outside = paths.find(({ path }) => hostPath(folder, path) === null);
  if (outside) throw badScenario(`${join(folder, 'scenario.json')}: ${outside.field}`, texts.outsideDriveC);
  return { name, folder, spec };
}

/** What the host refuses in the folder that the operator chose is the operator's to mend. */
function asInput<T>(workdir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error && 'code' in error)) throw error;
    throw badWorkdir(workdir, texts.workdirUnusable(reasonOf(error)));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function badWorkdir(workdir: string, message: string): InputError {
  return new InputError({ code: 'bad-workdir', message, where: workdir, remedy: texts.chooseWorkdir });
}

function badScenario(where: string, message: string): InputError {
  return new InputError({ code: 'bad-scenario', message, where, remedy: texts.mendScenario });
}
