import { screenNames } from '../../src/screens/console.ja.ts';
import { screenIds } from '../../src/screens/keys.ts';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const docs = join(root, 'docs');
const manual = readFileSync(join(docs, 'manual.md'), 'utf8');
const shown = [...manual.matchAll(/\((?<file>[a-z0-9-]+\.svg)\)/g)].map(({ groups }) => groups?.['file']);

function said(failure: unknown): string {
  return failure instanceof Error && 'stderr' in failure ? String(failure.stderr) : String(failure);
}

describe('the manual', () => {
  it('shows what the program shows: no picture is stale', async () => {
    const check = promisify(execFile)(process.execPath, ['scripts/picture.ts', '--check'], { cwd: root });
    // Of a run that failed, what it said is what helps: which row of which picture, or what it waited for.
    expect(await check.then(({ stderr }) => stderr, said)).toBe('');
  }, 180_000);

  it('shows every picture that there is, and no other', () => {
    const there = readdirSync(docs).filter((name) => name.endsWith('.svg'));
    const onlyInReadme = ['status-80x24.svg'];
    expect(new Set([...shown, ...onlyInReadme])).toEqual(new Set(there));
  });

  it.each(screenIds.filter((id) => id !== 'help'))('has a picture of the screen %s', (id) => {
    const header = `oqs-console ${screenNames[id]}`;
    const pictures = readdirSync(docs)
      .filter((name) => name.endsWith('.svg'))
      .map((name) => readFileSync(join(docs, name), 'utf8'));
    expect(pictures.some((picture) => picture.includes(`<desc>${header}`))).toBe(true);
  });
});
