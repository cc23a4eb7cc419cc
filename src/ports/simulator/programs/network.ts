import type { TerminalSpec } from '../terminal-spec.ts';
import type { Program } from './context.ts';

/** An address of the block kept for documentation (RFC 5737). */
const ADDRESS = '192.0.2.10';

/** `resolve HOST` and `connect HOST PORT`, each one line of JSON. */
export const networkProgram: Program = ({ args: [verb, host], spec, say }) => {
  if (host === undefined) return 87;
  const isKnown = resolves(spec, host);
  switch (verb) {
    case 'resolve':
      say({ addresses: isKnown ? [ADDRESS] : [] });
      return 0;
    case 'connect':
      say({ connected: isKnown && spec.network?.proxyReachable === true });
      return 0;
    case undefined:
    default:
      return 87;
  }
};

function resolves({ network }: TerminalSpec, host: string): boolean {
  if (network === null) return false;
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return Object.entries(network.resolves).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? true;
}
