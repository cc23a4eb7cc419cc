import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { dataFiles } from '../../src/settings/data-files.ts';
import { MAIN, temporaryFolder } from '../e2e/built.ts';
import { startInPty } from '../harness/pty.ts';
import { STOPS_WITHIN_MS, TOLD_WITHIN_MS } from './ended.ts';
import { plant, type Plant } from './planted.ts';
import { tried } from './tried.ts';

const kinds = ['link to a file', 'link to nothing', 'pipe'] as const satisfies readonly Plant[];
const files = Object.values(dataFiles).filter(({ kind }) => kind === 'file');
const cases = files.flatMap((file) => kinds.map((what) => ({ file, what, name: file.name })));

/**
 * Without its journal, or the lock that it writes under, the console does not open; without what a site wrote it does,
 * and says so.
 */
describe.concurrent('the console', () => {
  it.for(cases)('with a $what as $name', async ({ file, what }, context) => {
    tried(context, 'console', what);
    using folder = temporaryFolder();
    const dataDir = join(folder.path, 'data');
    const outside = join(folder.path, 'outside');
    for (const each of [dataDir, outside]) mkdirSync(each);
    const planted = plant(what, join(dataDir, file.name), outside);
    const args = [MAIN, '--simulate', 'already-current', '--data-dir', dataDir];
    await using program = startInPty(process.execPath, args, { columns: 80, rows: 24 });
    const isOurs = file.by === 'console';
    const says = isOurs ? 'エラー(' : new RegExp(`${file.name}[:\\d]* に誤り`);
    await program.waitFor(says, { timeout: TOLD_WITHIN_MS });
    if (!isOurs) program.press('ctrl-c');
    const { exitCode } = await program.waitForExit({ timeout: isOurs ? TOLD_WITHIN_MS : 3 * STOPS_WITHIN_MS });
    expect(exitCode).toBe(isOurs ? 64 : 0);
    expect(planted.harm()).toBeNull();
  });
});
