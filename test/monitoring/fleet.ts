import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, sideBySide } from './program.ts';
import { kinds, writeKind, type Kind } from './terminals.ts';

/** A terminal of the fleet: its name, its clinic, and what kind it is of. */
export interface FleetTerminal {
  readonly name: string;
  readonly clinic: string;
  readonly kind: Kind;
}

const TERMINALS = 200;

/** Two hundred terminals of all kinds in turn, five to a clinic. */
export const fleet: readonly FleetTerminal[] = Array.from({ length: TERMINALS }, (_, number) => number).flatMap(
  (number) =>
    kinds.slice(number % kinds.length, (number % kinds.length) + 1).map((kind) => ({
      name: `T${String(number).padStart(3, '0')}`,
      clinic: `C${String(Math.floor(number / 5)).padStart(3, '0')}`,
      kind,
    })),
);

/**
 * Writes the fleet's metrics into a folder as a desk gathers them. The built program checks one terminal of each kind;
 * the others of its kind have its file under their own names. That they are simulated is left standing only where the
 * kind is for practice.
 */
export async function writeFleet(folder: string, built: string): Promise<void> {
  const metrics = join(folder, 'metrics');
  await mkdir(metrics, { recursive: true });
  // The last day in Japan on which it is past 08:10 already: no terminal's clock is ahead.
  const now = Date.now() - (8 * 60 + 20) * 60_000;
  await sideBySide([...kinds.entries()], 3, async ([number, kind]) => {
    const place = kindFolder(folder, number);
    const text = await checked(kind, place, now, built);
    const seen = kind.practice === true ? text : text.replace('simulated="true"', 'simulated="false"');
    for (const { name, clinic } of fleet.filter((terminal) => terminal.kind === kind))
      await writeFile(
        join(metrics, `${name}.prom`),
        seen.replaceAll('"NAME"', `"${name}"`).replaceAll('"CLINIC"', `"${clinic}"`),
      );
  });
}

/** Where the terminal of a kind is that the program checks. */
export function kindFolder(folder: string, number: number): string {
  return join(folder, `kind-${String(number)}`);
}

/** The metrics of one terminal of the kind, with `NAME` and `CLINIC` for its own. */
async function checked(kind: Kind, place: string, now: number, built: string): Promise<string> {
  const { scenario, notice } = await writeKind(place, kind, now);
  const file = join(place, 'oqs.prom');
  const labels = ['--label', 'terminal=NAME', '--label', 'clinic=CLINIC'];
  const call = ['check', '--simulate', scenario, '--notice', notice, '--prometheus', file, ...labels];
  const { exitCode, stderr } = await runProgram(built, ...call);
  const allowed = kind.settings === undefined ? [0, 1, 2] : [64];
  if (!allowed.includes(exitCode)) throw new Error(`${kind.name}: ${String(exitCode)} ${stderr}`);
  return readFile(file, 'utf8');
}
