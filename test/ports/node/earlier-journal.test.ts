import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeUpJournal } from '../../../src/ports/node/earlier-journal.ts';

let root = '';
const at = (...names: readonly string[]): string => join(root, ...names);
const take = async () => takeUpJournal(at('shared'), at('own'));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'oqs-earlier-'));
  mkdirSync(at('shared'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function earlierWork(): void {
  writeFileSync(at('shared', 'journal.jsonl'), '{"seq":1}\n{"seq":2}\n');
  writeFileSync(at('shared', 'journal.head'), '{"seq":2}');
}

describe('the journal of another folder', () => {
  it('is taken up as it is where there is none, and stays where it was', async () => {
    earlierWork();
    expect(await take()).toBe('taken-up');
    for (const folder of ['shared', 'own'])
      expect(readdirSync(at(folder)).toSorted()).toEqual(['journal.head', 'journal.jsonl']);
    expect(readFileSync(at('own', 'journal.jsonl'), 'utf8')).toBe('{"seq":1}\n{"seq":2}\n');
    expect(readFileSync(at('own', 'journal.head'), 'utf8')).toBe('{"seq":2}');
  });

  it('is taken up anew where the power went before it was there', async () => {
    earlierWork();
    mkdirSync(at('own'));
    writeFileSync(at('own', 'journal.head'), '{"seq":1}');
    expect(await take()).toBe('taken-up');
    expect(readFileSync(at('own', 'journal.head'), 'utf8')).toBe('{"seq":2}');
  });

  it('changes nothing of a journal that is there', async () => {
    earlierWork();
    mkdirSync(at('own'));
    writeFileSync(at('own', 'journal.jsonl'), 'own\n');
    expect(await take()).toBe('none');
    expect(readdirSync(at('own'))).toEqual(['journal.jsonl']);
    expect(readFileSync(at('own', 'journal.jsonl'), 'utf8')).toBe('own\n');
  });

  it.each([
    ['there is no folder', () => rmSync(at('shared'), { recursive: true })],
    ['there is none', () => undefined],
    ['it has no line', () => writeFileSync(at('shared', 'journal.jsonl'), '')],
  ])('is none to take up where %s, and makes nothing', async (_, stands) => {
    stands();
    expect(await take()).toBe('none');
    expect(readdirSync(root)).not.toContain('own');
  });

  it('is left where it cannot be read, or is a link', async () => {
    mkdirSync(at('shared', 'journal.jsonl'));
    expect(await take()).toBe('left');
    rmSync(at('shared'), { recursive: true });
    mkdirSync(at('shared'));
    writeFileSync(at('other'), '{"seq":1}\n');
    symlinkSync(at('other'), at('shared', 'journal.jsonl'));
    expect(await take()).toBe('left');
    expect(readdirSync(root)).not.toContain('own');
  });
});
