import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderLook } from '../../../src/ports/windows/folder-look.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oqs-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('folderLook', () => {
  const look = folderLook(4711);

  it('makes the folder where it is missing, and leaves nothing in it', () => {
    const data = join(folder, 'ProgramData', 'oqs-console');
    expect(look.canWrite(data)).toBe(true);
    expect(readdirSync(data)).toEqual([]);
  });

  it('changes nothing of a journal that is there', () => {
    writeFileSync(join(folder, 'journal.jsonl'), 'line\n');
    expect(look.canWrite(folder)).toBe(true);
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe('line\n');
  });

  it('cannot write where a file stands in the way, or where the journal cannot be appended to', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(look.canWrite(join(folder, 'file'))).toBe(false);
    mkdirSync(join(folder, 'data', 'journal.jsonl'), { recursive: true });
    expect(look.canWrite(join(folder, 'data'))).toBe(false);
  });

  it('tells when a journal was last written', () => {
    expect(look.journalAt(folder)).toBeNull();
    writeFileSync(join(folder, 'journal.jsonl'), '');
    utimesSync(join(folder, 'journal.jsonl'), 1_000, 1_000);
    expect(look.journalAt(folder)).toBe(1_000_000);
  });
});
