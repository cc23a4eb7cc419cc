import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { open, temporaryFolder, writeScenario } from './built.ts';
import { SETTINGS } from './prepared.ts';

const VERSION_INFO = 'files/Program Files/OQS-Auth/Version.info';
const LAST = '5.0.99';
/** A command with its exit code. */
const RUN = /\[\d+\] \w+ /;
/** Reads again by itself once a day, and nothing is asked again because the terminal has just booted. */
const quiet = { limits: { refreshSeconds: 86_400 } };
const scenario = {
  formatVersion: 1,
  now: '2026-01-20T19:10:00+09:00',
  bootedAt: '2026-01-20T08:02:00+09:00',
};

/** The commands that the history lists, as many as there is room for. */
async function commandsRun(program: ReturnType<typeof open>): Promise<readonly string[]> {
  program.type('7');
  await program.waitFor('実行したコマンドを見る');
  program.press('enter');
  await program.waitFor('作業記録を見る');
  const { screen } = await program.waitFor(RUN);
  program.press('enter');
  await program.waitFor('実行したコマンドを見る');
  program.type('1');
  await program.waitFor('次にすること: ');
  return screen.filter((row) => RUN.test(row));
}

it('a file that changes ten times a second for a minute has nothing read but itself', async () => {
  using folder = temporaryFolder();
  const workdir = join(folder.path, 'terminal');
  const source = writeScenario(join(folder.path, 'scenario'), scenario, { [SETTINGS]: JSON.stringify(quiet) });
  await using program = open('--simulate', source, '--workdir', workdir);
  // The first reading is over, with every program of it.
  await program.waitFor('に確認');
  const before = await commandsRun(program);
  let written = 0;
  const timer = setInterval(() => {
    written += 1;
    writeFileSync(join(workdir, VERSION_INFO), `5.0.${String(written % 90)}`);
  }, 100);
  await new Promise((resolve) => {
    setTimeout(resolve, 60_000);
  });
  clearInterval(timer);
  writeFileSync(join(workdir, VERSION_INFO), LAST);
  await program.waitFor(`顔認証ライブラリ ${LAST}`);
  expect(written).toBeGreaterThan(100);
  expect(await commandsRun(program)).toEqual(before);
  program.press('ctrl-c');
  expect((await program.waitForExit()).exitCode).toBe(0);
}, 180_000);
