import { z } from 'zod';
import { ok } from '../../domain/fault.ts';
import type { Commands, Network } from '../ports.ts';
import { askJson, callOf } from './ask.ts';

const resolveSchema = z.object({ addresses: z.array(z.string()) });
const connectSchema = z.object({ connected: z.boolean() });

/** Names and connections as the terminal itself sees them, over the program `network`. */
export function createNetwork({ commands }: { readonly commands: Commands }): Network {
  return {
    async resolves(host, signal) {
      const answer = await askJson(commands, callOf('network', ['resolve', host], signal), resolveSchema);
      return answer.ok ? ok(answer.value.addresses.length > 0) : answer;
    },
    async answers(host, port, signal) {
      const answer = await askJson(commands, callOf('network', ['connect', host, String(port)], signal), connectSchema);
      return answer.ok ? ok(answer.value.connected) : answer;
    },
  };
}
