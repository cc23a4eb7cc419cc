import { failed, ok, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands } from '../ports.ts';
import { ANSWER_MS, askText } from './ask.ts';
import { canonicalKey, parseRegistry, type RegistryKey } from './registry-text.ts';

/**
 * What reg.exe said to a query. `none`: exit code 1, which it gives for a missing key or value and for missing rights alike.
 */
export type RegistryAnswer =
  { readonly type: 'keys'; readonly keys: readonly RegistryKey[] } | { readonly type: 'none' };

/** Asks reg.exe for a key (its values and the names of its subkeys) or for one value. Faults: those of `run`, and `unreadable`. */
export async function queryRegistry(
  commands: Commands,
  question: { readonly key: string; readonly name?: string },
  signal: AbortSignal,
): Promise<Result<RegistryAnswer>> {
  const { key, name } = question;
  const args = ['query', key, ...(name === undefined ? [] : ['/v', name]), '/reg:64'];
  const answer = await askText(commands, { program: 'registry', args, timeoutMs: ANSWER_MS, signal });
  if (!answer.ok) return answer;
  const { exitCode, text } = answer.value;
  if (exitCode === 1) return ok({ type: 'none' });
  if (exitCode !== 0) return failed(commandFaults.exitCode('registry', exitCode));
  const keys = parseRegistry(text)?.filter((found) => belongsTo(found.key, key)) ?? [];
  return keys.length > 0 ? ok({ type: 'keys', keys }) : failed(commandFaults.unreadable('registry'));
}

function belongsTo(found: string, asked: string): boolean {
  return `${canonicalKey(found)}\\`.startsWith(`${canonicalKey(asked)}\\`);
}
