import { ok } from '../../../domain/fault.ts';
import type { Commands } from '../../ports.ts';
import { findValue, queryRegistry } from '../registry.ts';
import type { WayResult } from './way-result.ts';

/**
 * Values that every Windows has, and that say what it is. The key also holds names: only these values are asked for,
 * each by itself.
 */
const values = [
  { fact: 'build', key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', name: 'CurrentBuild' },
  { fact: 'product', key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', name: 'ProductName' },
  { fact: 'ansiCodePage', key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage', name: 'ACP' },
  { fact: 'oemCodePage', key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage', name: 'OEMCP' },
] as const;

/** Reads them over reg.exe. */
export async function tryRegistry(commands: Commands, signal: AbortSignal): Promise<WayResult> {
  const facts: Record<string, string | null> = {};
  for (const { fact, key, name } of values) {
    const answer = await queryRegistry(commands, { key, name }, signal);
    if (!answer.ok) return answer;
    facts[fact] = findValue(answer.value ?? [], key, name)?.data ?? null;
  }
  return facts['build'] === null ? { doubt: 'not-understood', facts } : ok(facts);
}
