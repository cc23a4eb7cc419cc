import { failed, ok, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands } from '../ports.ts';
import { askText, callOf } from './ask.ts';

/** One value of a registry key as reg.exe prints it. */
export interface RegistryValue {
  readonly name: string;
  /** `REG_DWORD`, `REG_SZ` and so on. */
  readonly type: string;
  readonly data: string;
}

/** One key that reg.exe printed, under its full name; a subkey is listed without its values. */
export interface RegistryKey {
  readonly key: string;
  readonly values: readonly RegistryValue[];
}

/** What reg.exe printed. null: exit code 1, which it gives for a missing key or value and for missing rights alike. */
export type RegistryAnswer = Result<readonly RegistryKey[] | null>;

/**
 * Asks reg.exe for a key (its values and the names of its subkeys) or for one value. Faults: those of `run`, and
 * `unreadable`.
 */
export async function queryRegistry(
  commands: Commands,
  { key, name }: { readonly key: string; readonly name?: string },
  signal: AbortSignal,
): Promise<RegistryAnswer> {
  const args = ['query', key, ...(name === undefined ? [] : ['/v', name]), '/reg:64'];
  const answer = await askText(commands, callOf('registry', args, signal));
  if (!answer.ok) return answer;
  const { exitCode, text } = answer.value;
  if (exitCode === 1) return ok(null);
  if (exitCode !== 0) return failed(commandFaults.exitCode('registry', exitCode));
  const keys = parseRegistry(text)?.filter((found) => belongsTo(found.key, key)) ?? [];
  return keys.length > 0 ? ok(keys) : failed(commandFaults.unreadable('registry'));
}

/** Asks for one value. null: it is not there, or may not be read. Faults as `queryRegistry`. */
export async function queryValue(
  commands: Commands,
  key: string,
  name: string,
  signal: AbortSignal,
): Promise<Result<RegistryValue | null>> {
  const answer = await queryRegistry(commands, { key, name }, signal);
  return answer.ok ? ok(findValue(answer.value ?? [], key, name)) : answer;
}

function belongsTo(found: string, asked: string): boolean {
  return `${canonicalKey(found)}\\`.startsWith(`${canonicalKey(asked)}\\`);
}

const VALUE_LINE = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/**
 * Reads what `reg.exe query` prints: full key names at the start of a line, values indented by four spaces. Gives null
 * where there is no key, or a line that is neither: then it is no answer of reg.exe.
 */
export function parseRegistry(text: string): readonly RegistryKey[] | null {
  const keys: { key: string; values: RegistryValue[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const value = VALUE_LINE.exec(line);
    if (value) {
      keys.at(-1)?.values.push({ name: value[1] ?? '', type: value[2] ?? '', data: value[3] ?? '' });
    } else if (/^HKEY_[A-Z_]+(\\|$)/.test(line)) {
      keys.push({ key: line.trimEnd(), values: [] });
    } else if (keys.length === 0) {
      return null;
    }
  }
  return keys.length === 0 ? null : keys;
}

const HIVES: Readonly<Record<string, string>> = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER' };

/**
 * A key's full name in a form that compares: registry names ignore case, and `HKLM` is short for `HKEY_LOCAL_MACHINE`.
 */
export function canonicalKey(key: string): string {
  const [hive = '', ...path] = key.split('\\');
  return [HIVES[hive.toUpperCase()] ?? hive, ...path].join('\\').toUpperCase();
}

/** The value of that name under that key; null where reg.exe printed none. */
export function findValue(keys: readonly RegistryKey[], key: string, name: string): RegistryValue | null {
  const values = keys.find((found) => canonicalKey(found.key) === canonicalKey(key))?.values ?? [];
  return values.find((value) => value.name.toUpperCase() === name.toUpperCase()) ?? null;
}

/** The number of a REG_DWORD, printed as `0x1`; null for anything else. */
export function dwordOf(value: RegistryValue): number | null {
  if (value.type !== 'REG_DWORD' || !/^0x[0-9a-f]{1,8}$/i.test(value.data)) return null;
  return Number.parseInt(value.data.slice(2), 16);
}

/**
 * The strings of a REG_MULTI_SZ, which reg.exe separates with the two characters `\0`. Those may as well begin a file's
 * name (`C:\OQS\001.tmp`): only where the end, another separator or a new path follows do they separate.
 */
export function pathsOf(value: RegistryValue): readonly string[] | null {
  if (value.type !== 'REG_MULTI_SZ') return null;
  return value.data.split(/\\0(?=$|\\0|!?(?:\*\d+)?(?:\\\?\?\\|\\\\|[A-Za-z]:\\))/).filter((path) => path !== '');
}
