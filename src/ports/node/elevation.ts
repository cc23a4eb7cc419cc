import { readdirSync } from 'node:fs';
import { win32 } from 'node:path';
import process from 'node:process';

type Env = Readonly<Record<string, string | undefined>>;

/** Whether this process may do what its user's other programs may not: as administrator on Windows, as root elsewhere. */
export function isElevated(): boolean {
  return process.platform === 'win32' ? !isBarredFromSystem(process.env) : process.getuid?.() === 0;
}

/** Whether Windows refuses us the folder of its registry, which administrators may list; anything else tells nothing. */
export function isBarredFromSystem(env: Env): boolean {
  try {
    readdirSync(win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'config'));
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES');
  }
}
