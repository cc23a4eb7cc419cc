import process from 'node:process';

/** How often, and from which seed: `MONKEY_RUNS` and `MONKEY_SEED` run it again or for longer. */
export function runsOf(usual: number): { readonly numRuns: number; readonly seed: number } {
  return {
    numRuns: numberIn('MONKEY_RUNS') ?? usual,
    seed: numberIn('MONKEY_SEED') ?? Math.trunc(Math.random() * 0x7fff_ffff),
  };
}

function numberIn(name: string): number | null {
  const text = process.env[name];
  return text === undefined || text === '' ? null : Number(text);
}
