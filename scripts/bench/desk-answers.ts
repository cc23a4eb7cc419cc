import process from 'node:process';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';

/** Real answers of `check --json`, one of each kind that a desk sees; most terminals give the first. */
const SCENARIOS = [
  'already-current',
  'outdated-morning',
  'two-failed-cycles',
  'unreadable-record',
  'dns-edns-fault',
] as const;
/** One terminal in so many is not done. */
const ODD = 8;
const TERMINALS_A_CLINIC = 3;
const DAY_MINUTES = 24 * 60;

/** What the answers are written as: a file each, in a folder a clinic; or all in one JSON Lines file. */
export type Shape = 'files' | 'lines';

/** The answers that the program itself gives in its practice terminals. */
export async function realAnswers(main: string): Promise<readonly Answer[]> {
  return answersOf(main, SCENARIOS);
}

/** The answers in the practice terminals of these names. */
export async function answersOf(main: string, scenarios: readonly string[]): Promise<readonly Answer[]> {
  return Promise.all(
    scenarios.map(async (name) => {
      const text = await new Promise<string>((resolve, reject) => {
        // The exit code is the verdict: only an answer that is none is a failure here.
        execFile(process.execPath, [main, 'check', '--json', '--simulate', name], (error, stdout) => {
          if (stdout === '') reject(error ?? new Error(`no answer of ${name}`));
          else resolve(stdout);
        });
      });
      return answerSchema.parse(JSON.parse(text));
    }),
  );
}

/** Writes `count` answers into a folder; gives how many bytes they are. */
export async function writeAnswers(
  folder: string,
  shape: Shape,
  count: number,
  real: readonly Answer[],
): Promise<number> {
  const all = Array.from({ length: count }, (_, index) => JSON.stringify(answerOf(index, real)));
  if (shape === 'lines') {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'answers.jsonl'), `${all.join('\n')}\n`);
  } else {
    for (const [index, text] of all.entries()) {
      const own = join(folder, `clinic-${String(clinicOf(index))}`);
      await mkdir(own, { recursive: true });
      await writeFile(join(own, `terminal-${String(index)}.json`), text);
    }
  }
  return all.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function clinicOf(index: number): number {
  return Math.floor(index / TERMINALS_A_CLINIC);
}

function answerOf(index: number, real: readonly Answer[]): Answer {
  const [usual, ...others] = real;
  const base = index % ODD === 0 ? others[(index / ODD) % others.length] : usual;
  if (!base) throw new Error('no real answer');
  return {
    ...base,
    clinic: { id: `clinic-${String(clinicOf(index))}` },
    terminal: { ...base.terminal, name: `terminal-${String(index)}` },
    generatedAt: new Date(Date.now() - (index % DAY_MINUTES) * 60_000).toISOString(),
  };
}
