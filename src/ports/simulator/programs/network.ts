import type { TerminalSpec } from '../defaults.ts';
import { asciiJsonLine } from '../../ascii-json.ts';
import type { Program } from './program-context.ts';

/** An address of the block kept for documentation (RFC 5737). */
const ADDRESS = '192.0.2.10';

/** `resolve HOST` and `connect HOST PORT`, each one line of JSON. */
export const networkProgram: Program = (context) => {
  const [verb, host] = context.args;
  if (host === undefined) return 87;
  if (verb === 'resolve') {
    context.write(asciiJsonLine({ addresses: resolves(context.spec, host) ? [ADDRESS] : [] }));
    return 0;
  }
  if (verb === 'connect') {
    const connected = resolves(context.spec, host) && context.spec.network?.proxyReachable === true;
    context.write(asciiJsonLine({ connected }));
    return 0;
  }
  return 87;
};

function resolves({ network }: TerminalSpec, host: string): boolean {
  if (network === null) return false;
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return Object.entries(network.resolves).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? true;
}
