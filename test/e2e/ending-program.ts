/** A program that ends in the way that OQS_HOW names, and needs the Node of OQS_NEEDED. */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { asProgram } from '../../src/as-program.ts';

async function never(): Promise<never> {
  return new Promise(() => undefined);
}

const endings: Readonly<Record<string, () => Promise<number>>> = {
  throws: () => {
    throw new Error('two\nlines and | a bar');
  },
  rejects: async () => Promise.reject(new Error('rejected')),
  'throws-later': async () => {
    setTimeout(() => {
      throw new Error('thrown later');
    }, 1);
    return never();
  },
  'rejects-later': async () => {
    setTimeout(() => void Promise.reject(new Error('rejected later')), 1);
    return never();
  },
  never,
  exits: async () => process.exit(),
  'exits-with-0': async () => process.exit(0),
  nothing: async () => {
    throw null;
  },
  'throws-after': async () => {
    setTimeout(() => {
      throw new Error('thrown after');
    }, 1);
    return 1;
  },
  'told-after': async () => {
    setTimeout(() => process.kill(process.pid, process.env['OQS_SIGNAL']), 1);
    setInterval(() => undefined, 1_000);
    return 1;
  },
  environment: async () => {
    const print = 'process.stdout.write(JSON.stringify(process.env))';
    process.stdout.write(execFileSync(process.execPath, ['-e', print], { encoding: 'utf8' }));
    return 0;
  },
};

const how = process.env['OQS_HOW'] ?? '';
const code = /^answers-(\d+)$/.exec(how)?.[1];
const neededNode = process.env['OQS_NEEDED'] ?? '22.13';
await asProgram(process, { consoleVersion: 'test', neededNode }, endings[how] ?? (async () => Number(code)));
