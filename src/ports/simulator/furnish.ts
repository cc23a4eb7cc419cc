import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { componentIds } from '../../domain/facts.ts';
import type { Instant } from '../../domain/time.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { oldFileTime, VERSION_INFO_PATHS, type TerminalSpec } from './defaults.ts';
import { setFileTime, versionInfoText, writeAt } from './install.ts';
import { freshRecord } from './record-file.ts';
import { dataDirOf, hostPath } from './workdir.ts';

/** The folders through which a clinic's system exchanges patients' data. They are there; nothing ever looks into them. */
const EXCHANGE_FOLDERS = ['C:\\OQS\\Req', 'C:\\OQS\\Res', 'C:\\OQS\\Face'];
const READER_INFO = 'C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini';
const AUTH_SETTINGS = 'C:\\ProgramData\\OQS-Auth\\OqsAuth.ini';

/**
 * Puts onto drive C of a working folder what a terminal has and the scenario's own files did not bring. All of it carries
 * the old file time, then `fileTimes` is applied.
 */
export function furnish(workdir: string, spec: TerminalSpec): void {
  const old = oldFileTime(spec);
  for (const folder of EXCHANGE_FOLDERS) {
    const path = hostPath(workdir, folder);
    if (path !== null) mkdirSync(path, { recursive: true });
  }
  for (const id of componentIds) {
    const version = spec.versionInfo[id];
    if (version !== undefined) add(workdir, VERSION_INFO_PATHS[id], versionInfoText(version), old);
  }
  if (spec.record.written && spec.record.path !== null) {
    add(workdir, spec.record.path, freshRecord(spec.versionInfo, old, spec.offsetMinutes), old);
  }
  if (spec.reader) {
    const registered = '[SIMULATED-READER]\r\ndeviceId=SIMULATED01\r\n';
    add(workdir, READER_INFO, spec.reader.registered ? registered : '', old);
    add(workdir, AUTH_SETTINGS, '\uFEFF[Logging]\nTRACEPATH=%PROGRAMDATA%\\OQS-Auth\n', old);
  }
  tellTheConsole(workdir, spec, old);
  for (const [path, time] of Object.entries(spec.fileTimes)) {
    const file = hostPath(workdir, path);
    if (file !== null && existsSync(file)) setFileTime(file, time);
  }
}

/** What the console cannot find out on a real terminal either stands in its settings file, as on a real terminal. */
function tellTheConsole(workdir: string, spec: TerminalSpec, at: Instant): void {
  const file = join(dataDirOf(workdir), 'settings.json');
  mkdirSync(dataDirOf(workdir), { recursive: true });
  if (existsSync(file)) return;
  const defaults = settingsSchema.parse({}).paths.versionInfo;
  const elsewhere = componentIds.filter(
    (id) => spec.versionInfo[id] !== undefined && defaults[id] !== VERSION_INFO_PATHS[id],
  );
  const paths = {
    ...(spec.record.told && spec.record.path !== null ? { deliveryRecord: spec.record.path } : {}),
    ...(elsewhere.length > 0
      ? { versionInfo: Object.fromEntries(elsewhere.map((id) => [id, VERSION_INFO_PATHS[id]])) }
      : {}),
  };
  if (Object.keys(paths).length > 0) writeAt(file, `${JSON.stringify({ formatVersion: 1, paths }, null, 2)}\n`, at);
}

function add(workdir: string, terminalPath: string, content: string | Uint8Array, at: Instant): void {
  const path = hostPath(workdir, terminalPath);
  if (path !== null && !existsSync(path)) writeAt(path, content, at);
}
