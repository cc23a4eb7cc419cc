import { readdirSync } from 'node:fs';
import { win32 } from 'node:path';
import process from 'node:process';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Whether this process may do what its user's other programs may not: as administrator on Windows, as root elsewhere.
 */
export function isElevated(): boolean {
  return process.platform === 'win32' ? !isBarredFromSystem(process.env) : process.getuid?.() === 0;
}

/**
 * Whether Windows refuses us the folder of its registry, which administrators may list; anything else tells nothing.
 */
export function isBarredFromSystem(env: Env): boolean {
  return systemIs(env) === 'barred';
}

/** Whether Windows lists us that folder: then we run as administrator for certain. */
export function isAdministrator(env: Env): boolean {
  return systemIs(env) === 'open';
}

function systemIs(env: Env): 'open' | 'barred' | 'unknown' {
  try {
    readdirSync(win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'config'));
    return 'open';
  } catch (error) {
    const isBarred = error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES');
    return isBarred ? 'barred' : 'unknown';
  }
}
