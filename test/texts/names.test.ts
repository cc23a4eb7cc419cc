import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src');
const files = globSync('**/*.ja.ts', { cwd: folder });

describe('one thing has one name', () => {
  it.each([
    ['エラーの手引き', /ガイド|案内ファイル|この案内/],
    ['お知らせ', /通知/],
    ['対応', /対処/],
  ])('%s', (_, others) => {
    expect(files.filter((name) => others.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });

  it('names no key in what a check says: it is read as text and as JSON too', () => {
    expect(readFileSync(join(folder, 'probes/checks.ja.ts'), 'utf8')).not.toMatch(/「.」|キーを/);
  });
});
