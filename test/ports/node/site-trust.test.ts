import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSiteTrust } from '../../../src/ports/node/site-trust.ts';
import { noAgreements } from '../../fakes/trust.ts';

let folder: string;
let elsewhere: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oqs-program-'));
  elsewhere = mkdtempSync(join(tmpdir(), 'oqs-elsewhere-'));
  mkdirSync(join(folder, 'scenarios/morning/files'), { recursive: true, mode: 0o755 });
  writeFileSync(join(folder, 'main.js'), '', { mode: 0o644 });
  writeFileSync(join(folder, 'scenarios/morning/files/record.csv'), '', { mode: 0o644 });
});
afterEach(() => {
  for (const each of [folder, elsewhere]) rmSync(each, { recursive: true });
});

const uid = process.getuid?.() ?? null;

describe.skipIf(uid === null)('who may write the program', () => {
  const doubt = () =>
    createSiteTrust({ dataDir: '/nowhere', programFolder: folder, uid, agreements: noAgreements }).programDoubt();

  it('is nobody else where all is the owner’s alone', () => {
    expect(doubt()).toBeNull();
  });

  it.each(['main.js', 'scenarios', 'scenarios/morning', 'scenarios/morning/files/record.csv', '.'])(
    'is doubtful where others may write %s',
    (path) => {
      chmodSync(join(folder, path), 0o777);
      expect(doubt()).toEqual({ why: 'writable', owner: null });
    },
  );

  it('looks at what a linked folder holds', () => {
    writeFileSync(join(elsewhere, 'part.js'), '', { mode: 0o644 });
    symlinkSync(elsewhere, join(folder, 'linked'));
    expect(doubt()).toBeNull();
    chmodSync(join(elsewhere, 'part.js'), 0o666);
    expect(doubt()).toEqual({ why: 'writable', owner: null });
  });
});
