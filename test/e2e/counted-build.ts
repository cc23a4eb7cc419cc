import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MAIN } from './built.ts';

/** One start of a program of the simulated terminal. */
export interface CountedStart {
  readonly pid: number;
  readonly args: readonly string[];
}

/** The built program in a folder of its own, whose terminal's programs write down that they were started. */
export function countedBuild(folder: string): {
  readonly main: string;
  readonly starts: () => readonly CountedStart[];
} {
  const dist = join(folder, 'dist');
  const log = join(folder, 'starts');
  cpSync(dirname(MAIN), dist, { recursive: true });
  const program = join(dist, 'program.js');
  const { length } = readFileSync(program);
  renameSync(program, join(dist, 'real-program.js'));
  const counting = `import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(log)}, JSON.stringify({ pid: process.pid, args: process.argv.slice(2) }) + '\\n');
await import('./real-program.js');`;
  // A part of another length would be told as torn.
  writeFileSync(program, counting.padEnd(length));
  return {
    main: join(dist, 'main.js'),
    starts: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(startOf) : []),
  };
}

function startOf(line: string): CountedStart {
  return JSON.parse(line) as CountedStart;
}
