import { z } from 'zod';
import { ok, type Result } from '../../domain/fault.ts';
import type { Commands, Network } from '../ports.ts';
import { askJson, SLOW_ANSWER_MS } from './ask.ts';

const resolveSchema = z.object({ addresses: z.array(z.string()) });
const connectSchema = z.object({ connected: z.boolean() });

/** Names and connections as the terminal itself sees them, over the program `network`. */
export function createNetwork(options: { readonly commands: Commands }): Network {
  const ask = <T>(args: readonly string[], schema: z.ZodType<T>, signal: AbortSignal): Promise<Result<T>> =>
    askJson(options.commands, { program: 'network', args, timeoutMs: SLOW_ANSWER_MS, signal }, schema);

  return {
    async resolves(host, signal) {
      const answer = await ask(['resolve', host], resolveSchema, signal);
      return answer.ok ? ok(answer.value.addresses.length > 0) : answer;
    },
    async answers(host, port, signal) {
      const answer = await ask(['connect', host, String(port)], connectSchema, signal);
      return answer.ok ? ok(answer.value.connected) : answer;
    },
  };
}
