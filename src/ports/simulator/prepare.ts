import { copyFileSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import { errorCode, fileTroubleOf } from '../../domain/system-error.ts';
import type { Instant } from '../../domain/time.ts';
import { writingTexts } from '../../domain/writing.ja.ts';
import { foundNow } from '../node/if-there.ts';
import { makeFolderNow } from '../node/make-folder.ts';
import { writeFirstClock } from './clock.ts';
import { copyFiles, furnish } from './furnish.ts';
import { pause, readTextIfThere, tryLock, writeState } from './shared-files.ts';
import { readPrepared, writeMachine, type PreparedTerminal } from './machine.ts';
import { badScenario, unreadableScenario } from './scenario-schema.ts';
import { readScenario, type ScenarioFolder } from './scenarios.ts';
import { simulatorTexts as texts } from './simulator.ja.ts';
import { specOf, type TerminalSpec } from './terminal-spec.ts';
import { isInside, isOnDriveC, workdirFiles } from './workdir.ts';

export interface PrepareOptions {
  /** Finds the scenario's folder, which is only read. Not asked where `workdir` already holds a terminal. */
  readonly scenario: () => ScenarioFolder;
  /** The folder to work in; null for a new one among the temporary files. */
  readonly workdir: string | null;
  readonly realNow: Instant;
}

export interface PreparedWorkdir {
  readonly workdir: string;
  readonly terminal: PreparedTerminal;
}

/**
 * Makes a working folder for a scenario, or takes up the one that is there: its own scenario, clock and state. A folder
 * that an earlier preparation left half done is made anew. Throws InputError for a bad scenario or a folder that holds
 * something else.
 */
export function prepareTerminal(options: PrepareOptions): PreparedWorkdir {
  return options.workdir === null ? prepareTemporary(options) : prepareNamed(options, resolve(options.workdir));
}

function prepareTemporary(options: PrepareOptions): PreparedWorkdir {
  // Read first: a bad scenario leaves no folder behind.
  const source = readSource(options);
  const folder = tmpdir();
  const remedy = texts.mendTemporary;
  const workdir = asInput(folder, () => realpathSync(mkdtempSync(join(folder, 'oqs-console-'))), remedy);
  try {
    return { workdir, terminal: asInput(workdir, () => make(workdir, source), remedy) };
  } catch (error) {
    rmSync(workdir, { recursive: true, force: true });
    throw error;
  }
}

function prepareNamed(options: PrepareOptions, workdir: string): PreparedWorkdir {
  const terminal = asInput(workdir, () => resume(workdir));
  if (terminal) return { workdir, terminal };
  const source = readSource(options);
  return asInput(workdir, () => {
    refuseIfUnfit(workdir, source.folder);
    makeFolderNow(workdir);
    const release = patientLock(workdir);
    try {
      return { workdir, terminal: resume(workdir) ?? make(workdir, source) };
    } finally {
      release();
    }
  });
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
  if (!foundNow(workdir)?.isDirectory()) return null;
  if (readTextIfThere(workdirFiles(workdir).terminal) === null) return null;
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
  const found = foundNow(workdir);
  if (!found) return;
  if (!found.isDirectory()) throw badWorkdir(workdir, texts.workdirNotAFolder);
  const names = readdirSync(workdir);
  if (names.length > 0 && !names.includes(basename(workdirFiles(workdir).preparing)))
    throw badWorkdir(workdir, texts.workdirInUse);
}

/** Fills the folder; `terminal.json` comes last, so that a half-made folder is never taken for a terminal. */
function make(workdir: string, { name, folder, spec, realNow }: Source): PreparedTerminal {
  const files = workdirFiles(workdir);
  for (const leftOver of readdirSync(workdir))
    if (leftOver !== basename(files.preparing)) rmSync(join(workdir, leftOver), { recursive: true, force: true });
  copyFileSync(join(folder, 'scenario.json'), files.scenario);
  makeFolderNow(files.driveC);
  copyOwnFiles(join(folder, 'files'), files.driveC, spec);
  furnish(workdir, spec);
  writeFirstClock(workdir, spec, realNow);
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
    name,
    preparedAtReal: realNow,
    spec,
  };
  writeState(files.terminal, terminal);
  return terminal;
}

function copyOwnFiles(from: string, driveC: string, spec: TerminalSpec): void {
  try {
    if (foundNow(from)) copyFiles(from, driveC, spec);
  } catch (error) {
    // What the working folder does not take is not the scenario's fault.
    if (error instanceof InputError || ['full', 'read-only'].includes(fileTroubleOf(errorCode(error)))) throw error;
    throw unreadableScenario(from, error);
  }
}

interface Source extends ScenarioFolder {
  readonly spec: TerminalSpec;
  readonly realNow: Instant;
}

function readSource({ scenario, realNow }: PrepareOptions): Source {
  const { name, folder } = scenario();
  const spec = specOf(readScenario(folder), realNow);
  const refuseOutside = (field: string, path: string): void => {
    if (!isOnDriveC(path)) throw badScenario(`${join(folder, 'scenario.json')}: ${field}`, texts.outsideDriveC);
  };
  if (spec.record.path !== null) refuseOutside('deliveryRecord.path', spec.record.path);
  for (const [index, { versionInfo }] of (spec.ownComponents ?? []).entries())
    if (versionInfo !== null) refuseOutside(`components[${String(index)}].versionInfo`, versionInfo);
  for (const path of Object.keys(spec.fileTimes)) refuseOutside(`fileTimes.${path}`, path);
  return { name, folder, spec, realNow };
}

function asInput<T>(workdir: string, work: () => T, remedy?: string): T {
  try {
    return work();
  } catch (error) {
    throw workdirError(workdir, error, remedy);
  }
}

/** What the host refuses in the folder that the operator chose is the operator's to mend; any other error is itself. */
export function workdirError(workdir: string, error: unknown, remedy?: string): unknown {
  if (error instanceof InputError || !(error instanceof Error && 'code' in error)) return error;
  return badWorkdir(workdir, texts.workdirUnusable(writingTexts.reason(errorCode(error))), remedy);
}

function badWorkdir(workdir: string, message: string, remedy: string = texts.chooseWorkdir): InputError {
  return new InputError({ code: 'bad-workdir', message, where: workdir, remedy });
}
