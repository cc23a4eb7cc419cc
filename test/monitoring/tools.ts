import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, inject } from 'vitest';
import type { ExtraPackage } from './bench.ts';

const bench = inject('bench');

/** Skipped where Debian's packages cannot be had. */
export const describeMonitoring = bench === null ? describe.skip : describe;

/** Whether a package that only some tests need is there. */
export function has(name: ExtraPackage): boolean {
  return bench !== null && !bench.lacking.includes(name);
}

/** Tools that need no more than the C library, so that they run outside their Debian as well, where our program is. */
export function tools(): { readonly promtool: string; readonly negate: string; readonly urlize: string } {
  const { root = '' } = bench ?? {};
  return {
    promtool: join(root, 'usr/bin/promtool'),
    negate: join(root, 'usr/lib/nagios/plugins/negate'),
    urlize: join(root, 'usr/lib/nagios/plugins/urlize'),
  };
}

export interface ToolEnded {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a tool to its end, with a text as its input. */
export async function runTool(file: string, args: readonly string[], input = ''): Promise<ToolEnded> {
  const child = spawn(file, args, { stdio: 'pipe' });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...texts }));
  });
}
