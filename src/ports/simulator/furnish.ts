import { chmodSync, copyFileSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../domain/time.ts';
import { makeFolderNow } from '../node/make-folder.ts';
import { freshRecord } from './delivery-record.ts';
import { setFileTime, versionInfoText, writeAt } from './install.ts';
import { badScenario } from './scenario-schema.ts';
import { simulatorTexts } from './simulator.ja.ts';
import { componentsOf, oldFileTime, VERSION_INFO_PATHS, type TerminalSpec } from './terminal-spec.ts';
import { dataDirOf, hostPath } from './workdir.ts';

/**
 * The folders through which a clinic's system exchanges patients' data. They are there; nothing ever looks into them.
 */
const EXCHANGE_FOLDERS = ['C:\\OQS\\Req', 'C:\\OQS\\Res', 'C:\\OQS\\Face'];
const READER_INFO = 'C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini';
const AUTH_SETTINGS = 'C:\\ProgramData\\OQS-Auth\\OqsAuth.ini';

/**
 * Copies a scenario's own files with their times, so that the copy can be written to. Files newer than the terminal's
 * clock get the old time instead: they were made by whoever wrote the scenario, not on the terminal. Links are
 * followed. Throws InputError for what is neither file nor folder.
 */
export function copyFiles(from: string, to: string, spec: TerminalSpec): void {
  makeFolderNow(to);
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    const target = join(to, name);
    const stats = statSync(source);
    if (stats.isDirectory()) copyFiles(source, target, spec);
    else if (stats.isFile()) {
      copyFileSync(source, target);
      chmodSync(target, 0o644);
      setFileTime(target, stats.mtimeMs > spec.now ? oldFileTime(spec) : stats.mtimeMs);
    } else throw badScenario(source, simulatorTexts.notAFile);
  }
}

/**
 * Puts onto drive C of a working folder what a terminal has and the scenario's own files did not bring. All of it
 * carries the old file time, then `fileTimes` is applied.
 */
export function furnish(workdir: string, spec: TerminalSpec): void {
  const old = oldFileTime(spec);
  const add = (terminalPath: string, content: string | Uint8Array): void => {
    const path = hostPath(workdir, terminalPath);
    if (!existsSync(path)) writeAt(path, content, old);
  };
  for (const folder of EXCHANGE_FOLDERS) makeFolderNow(hostPath(workdir, folder));
  const components = componentsOf(spec);
  for (const { id, versionInfo } of components) {
    const version = spec.versionInfo[id];
    if (version !== undefined && versionInfo !== null) add(versionInfo, versionInfoText(version));
  }
  if (spec.record.written && spec.record.path !== null)
    add(
      spec.record.path,
      freshRecord({ components, versions: spec.versionInfo, deliveredAt: old, offsetMinutes: spec.offsetMinutes }),
    );
  if (spec.reader) {
    add(READER_INFO, spec.reader.registered ? '[SIMULATED-READER]\r\ndeviceId=SIMULATED01\r\n' : '');
    add(AUTH_SETTINGS, '\uFEFF[Logging]\nTRACEPATH=%PROGRAMDATA%\\OQS-Auth\n');
  }
  tellTheConsole(workdir, spec, old);
  for (const [path, time] of Object.entries(spec.fileTimes)) {
    const file = hostPath(workdir, path);
    if (existsSync(file)) setFileTime(file, time);
  }
}

/** What the console cannot find out on a real terminal either stands in its settings file, as on a real terminal. */
function tellTheConsole(workdir: string, spec: TerminalSpec, at: Instant): void {
  const folder = dataDirOf(workdir);
  const file = join(folder, 'settings.json');
  makeFolderNow(folder);
  if (existsSync(file)) return;
  const { record, versionInfo } = spec;
  const paths = {
    ...(record.told && record.path !== null ? { deliveryRecord: record.path } : {}),
    // The settings know the places of the others.
    ...(versionInfo['reader-app'] === undefined
      ? {}
      : { versionInfo: { 'reader-app': VERSION_INFO_PATHS['reader-app'] } }),
  };
  if (Object.keys(paths).length > 0) writeAt(file, `${JSON.stringify({ formatVersion: 1, paths }, null, 2)}\n`, at);
}
