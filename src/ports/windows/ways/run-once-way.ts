import { failed, ok, type Result } from '../../../domain/fault.ts';
import { limitSignal } from '../../../domain/limit.ts';
import { commandFaults } from '../../command-faults.ts';
import type { Commands } from '../../ports.ts';
import { callOf } from '../ask.ts';
import { RUN_ONCE_KEY } from '../power.ts';
import { findValue, queryRegistry } from '../registry.ts';
import type { WayResult } from './way-result.ts';

/** Another name than that of the mark which a restart sets: that one is never touched. */
const NAME = 'oqs-console-selftest';
/** What was put there is taken away again whoever has lost patience meanwhile. */
const TAKING_AWAY_MS = 10_000;

/**
 * Writes a value of its own name, reads it and takes it away again. Should the power fail in between, Windows runs it
 * once at the next sign-in: it does nothing, and ends.
 */
export async function tryRunOnce(
  { commands, commandInterpreter }: { readonly commands: Commands; readonly commandInterpreter: string },
  signal: AbortSignal,
): Promise<WayResult> {
  const data = `"${commandInterpreter}" /d /c rem`;
  const reg = async (verb: string, more: readonly string[], until: AbortSignal): Promise<Result<null>> => {
    const call = callOf('registry', [verb, RUN_ONCE_KEY, '/v', NAME, ...more, '/f'], until, { atOnce: true });
    const output = await commands.run(call);
    if (!output.ok) return output;
    const { exitCode } = output.value;
    return exitCode === 0 ? ok(null) : failed(commandFaults.exitCode('registry', exitCode));
  };
  const read = async (): Promise<Result<string | null>> => {
    const answer = await queryRegistry(commands, { key: RUN_ONCE_KEY, name: NAME }, signal);
    return answer.ok ? ok(findValue(answer.value ?? [], RUN_ONCE_KEY, NAME)?.data ?? null) : answer;
  };
  const added = await reg('add', ['/t', 'REG_SZ', '/d', data], signal);
  const there = added.ok ? await read() : added;
  // Also where nobody can say whether it was written.
  const removed = await reg('delete', [], limitSignal(TAKING_AWAY_MS));
  if (!added.ok) return added;
  if (!there.ok) return there;
  if (!removed.ok) return removed;
  if (there.value !== data) return { doubt: 'not-understood' };
  const left = await read();
  if (!left.ok) return left;
  return left.value === null ? ok({}) : failed(commandFaults.exitCode('registry', 0));
}
