import type { TerminalSpec } from '../terminal-spec.ts';
import { BAD_PARAMETER, type Program } from './context.ts';

/** `resolve=HOST` and `connect=HOST=PORT`, as often as wanted: one line of JSON for each. */
export const networkProgram: Program = ({ args, spec, say }) => {
  for (const question of args) {
    const [verb, host] = question.split('=');
    if (host === undefined) return BAD_PARAMETER;
    const isKnown = resolves(spec, host);
    say({ question, answer: isKnown && (verb === 'resolve' || spec.network?.proxyReachable === true) });
  }
  return args.length === 0 ? BAD_PARAMETER : 0;
};

function resolves({ network }: TerminalSpec, host: string): boolean {
  if (network === null) return false;
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return Object.entries(network.resolves).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? true;
}
