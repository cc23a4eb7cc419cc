import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { startInPty } from '../harness/pty.ts';
import { MAIN, temporaryFolder } from './built.ts';
import { endings, liveInPty } from './monkey/pty-life.ts';
import { runsOf } from './monkey/runs.ts';
import { inWords, steps } from './monkey/steps.ts';

const TIMEOUT_MS = 600_000;
/** A failing life is shrunk for no longer than this. */
const SHRINKING_MS = 240_000;

describe('a monkey at the built console', () => {
  it(
    'breaks nothing, leaves the terminal as it was and the journal intact',
    async () => {
      const { numRuns, seed } = runsOf(2_000);
      let sequences = 0;
      const lives = fc.array(steps(3), { minLength: 6, maxLength: 10 });
      const property = fc.asyncProperty(lives, fc.constantFrom(...endings), async (all, ending) => {
        const problems = await liveInPty(all, ending);
        sequences += all.length;
        if (problems.length > 0)
          throw new Error(`${problems.join('\n')}\nafter\n${all.map(inWords).join('\n\n')}\nthen ${ending}`);
      });
      await fc.assert(property, {
        numRuns: Math.ceil(numRuns / 250),
        seed,
        interruptAfterTimeLimit: SHRINKING_MS,
      });
      process.stdout.write(`monkey in a pty: ${String(sequences)} sequences, seed ${String(seed)}\n`);
      expect(sequences).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );

  it('ends when the terminal hangs up, with the journal intact', async () => {
    using folder = temporaryFolder();
    await using program = startInPty(
      process.execPath,
      [MAIN, '--simulate', 'outdated-morning', '--workdir', folder.path],
      { columns: 80, rows: 24 },
    );
    await program.waitFor('問題のない点検');
    program.type('4\r');
    // The window is gone: no more input, and nobody reads what is written.
    program.closeWindow();
    await program.waitForExit();
    const data = join(folder.path, 'files/ProgramData/oqs-console');
    const reading = readJournal(readFileSync(join(data, 'journal.jsonl')), readFileSync(join(data, 'journal.head')));
    expect(reading.state).toBe('intact');
    expect(() => process.kill(program.pid, 0)).toThrow('ESRCH');
  }, 60_000);
});
