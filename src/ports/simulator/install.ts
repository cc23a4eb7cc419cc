import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../../domain/time.ts';
import { compareVersions, findVersion } from '../../domain/versions/version.ts';
import { decodeText } from '../../text/text-file.ts';
import { makeFolderNow } from '../node/make-folder.ts';
import { updatedRecord } from './delivery-record.ts';
import { replaceFile } from './shared-files.ts';
import { componentsOf, type TerminalSpec } from './terminal-spec.ts';
import { hostPath } from './workdir.ts';

/**
 * Installs what has been delivered, as a full boot does: each Version.info and the record's rows. Files get the
 * terminal's time `at`. Done twice it changes nothing the second time; a version that is already as new is left alone.
 */
export function installDelivery(workdir: string, spec: TerminalSpec, at: Instant): void {
  const { versions } = spec.delivery;
  const components = componentsOf(spec);
  for (const { id, versionInfo } of components) {
    const version = versions[id];
    if (version === undefined || versionInfo === null) continue;
    const path = hostPath(workdir, versionInfo);
    if (isOlder(path, version)) writeAt(path, versionInfoText(version), at);
  }
  const record = spec.record.path === null ? null : hostPath(workdir, spec.record.path);
  if (record === null || !isFile(record)) return;
  const updated = updatedRecord(readFileSync(record), {
    components,
    versions,
    deliveredAt: at,
    offsetMinutes: spec.offsetMinutes,
  });
  if (updated) writeAt(record, updated, at);
}

export function versionInfoText(version: string): string {
  return `${version}\r\n`;
}

/** Writes a file with the terminal's time instead of the host's. */
export function writeAt(path: string, content: string | Uint8Array, at: Instant): void {
  makeFolderNow(dirname(path));
  replaceFile(path, content);
  setFileTime(path, at);
}

export function setFileTime(path: string, at: Instant): void {
  utimesSync(path, new Date(at), new Date(at));
}

function isOlder(path: string, version: string): boolean {
  if (!existsSync(path)) return true;
  if (!isFile(path)) return false;
  const installed = findVersion(decodeText(readFileSync(path))?.text ?? '');
  return installed === null || compareVersions(installed.version, version) < 0;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
