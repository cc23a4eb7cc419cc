import { win32 } from 'node:path';
import type { Commands } from '../ports.ts';
import { askRights } from './rights.ts';
import { readRights } from './sddl.ts';

/** A restart does not wait long for it. */
const PATIENCE_MS = 8_000;

/** What is run when the launcher is. */
export interface Launched {
  readonly launcher: string;
  readonly nodeFile: string;
  /** The folder of the bundle. */
  readonly folder: string;
}

/**
 * Whether nobody but the user, its owner and administrators can change what the launcher runs: then Windows may be told
 * to run it by itself. false also where that cannot be told. What is carried about on a drive of its own is in the
 * hands of whoever carries it.
 */
export async function isSafeToRunLater(
  commands: Pick<Commands, 'run'>,
  { launcher, nodeFile, folder }: Launched,
  systemDrive: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!launcher.toUpperCase().startsWith(systemDrive.toUpperCase())) return true;
  const files = [launcher, nodeFile];
  const folders = [...new Set([...files.map((file) => win32.dirname(file)), folder])];
  const { isOurs, paths } = await askRights(commands, [...files, ...folders], { signal, timeoutMs: PATIENCE_MS });
  return paths.every((told, at) => {
    const rights = told && readRights(told.sddl, at < files.length ? 'file' : 'code-folder');
    return rights?.others(isOurs) === 'none';
  });
}
