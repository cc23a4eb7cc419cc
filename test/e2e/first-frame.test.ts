import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleTexts, screenNames } from '../../src/screens/console.ja.ts';
import { open, run, temporaryFolder } from './built.ts';

/** A terminal that stands already, as a real one does. */
async function standing(folder: string): Promise<readonly string[]> {
  const args = ['--simulate', 'outdated-morning', '--workdir', join(folder, 'work')];
  await run('check', ...args);
  return args;
}

describe('from the first frame on', () => {
  it('every key counts, in order, also before the console is there', async () => {
    using folder = temporaryFolder();
    await using program = open(...(await standing(folder.path)));
    // In the order in which the system keeps them: history, then the question marks of the help, and back to the
    // history.
    program.press({ type: '7' }, { type: '?' }, 'escape');
    await program.waitFor(`oqs-console ${screenNames.history}`);
    program.press({ type: '1' });
    await program.waitFor('に確認');
    expect(program.view.screen[0]).toContain(screenNames.status);
  });

  it('Enter counts for the row that stood there when it was typed, and opens nothing that came later', async () => {
    using folder = temporaryFolder();
    await using program = open(...(await standing(folder.path)));
    await program.waitFor('確認中');
    program.press('down', 'up', 'enter');
    await program.waitFor('に確認');
    // It was said, and has gone with the reading.
    expect(program.output).toContain(consoleTexts.awaitReading.slice(0, 10));
    expect(program.view.screen[0]).toContain(screenNames.status);
  });

  it('what was known last stands there with its time until it is read', async () => {
    using folder = temporaryFolder();
    const args = await standing(folder.path);
    {
      await using before = open(...args);
      await before.waitFor('に確認');
      before.press('ctrl-c');
      await before.waitForExit();
    }
    await using program = open(...args);
    await program.waitFor(/前回 5\.0\.3/);
    await program.waitFor('に確認');
    expect(program.view.text).not.toContain('前回');
  });
});
