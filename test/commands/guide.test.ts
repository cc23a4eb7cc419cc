import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runGuide, guideDocumentSchema } from '../../src/commands/guide.ts';
import type { Options } from '../../src/commands/options.ts';
import { openRun } from '../../src/commands/run.ts';
import { fakePorts } from '../fakes/ports.ts';
import { guideEntries } from '../guide/january-guide.ts';
import { fileOf, headOf } from '../journal/build.ts';
import { memoryStore } from '../journal/memory-store.ts';
import { terminalIn } from './terminal.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'oqs-guide-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

async function guide(query: string, options: Options = {}): Promise<{ readonly code: number; readonly text: string }> {
  const printed: string[] = [];
  const terminal = terminalIn(dataDir, () => ({ ...fakePorts(), journal: memoryStore(fileOf([]), headOf([])) }));
  const tools: Parameters<typeof runGuide>[1] = {
    columns: 79,
    withRun: async (given, _writes, work) => work(await openRun(terminal, given, '1.2.3')),
    print: (text) => {
      printed.push(text);
      return Promise.resolve();
    },
  };
  const code = await runGuide({ command: 'guide', words: query.split(' ').filter(Boolean), options }, tools);
  return { code, text: printed.join('') };
}

const documentOf = async (query: string) => {
  const { code, text } = await guide(query, { json: true });
  return { code, document: guideDocumentSchema.parse(JSON.parse(text)) };
};

describe('guide', () => {
  it('shows an entry by its id, and the only one that fits, whole', async () => {
    const byId = await guide('network-edns');
    expect(byId).toMatchObject({ code: 0, text: expect.stringContaining('対応(上から順に)') as unknown });
    expect(await guide('EDNS 576')).toMatchObject({ code: 0 });
    expect((await guide('完了報告 どこ')).text).toMatch(/^完了報告を送る\n/);
  });

  it('lists what fits, best first, and everything without words', async () => {
    const { code, text } = await guide('電源を入れ直した');
    expect(code).toBe(0);
    expect(text).toMatch(/^電源は入れ直したが、再起動になっていない\n/);
    const all = (await guide('')).text;
    for (const { id } of guideEntries) expect(all).toContain(`: ${id}\n`);
  });

  it('where nothing fits well: what to do then, the number, what fits less; ends with 1', async () => {
    const { code, text } = await guide('0x80070005');
    expect(code).toBe(1);
    expect(text).toMatch(/^この手引きにない番号や文が出た\n/);
    expect(text).toContain('0800-080-4583');
    expect(text).toContain('項目の名前: task-password');
  });
});

describe('guide --json', () => {
  it('gives the hits, best first, with the questions in the words of today, and no fallback where one fits', async () => {
    const { code, document } = await documentOf('1/30(金) までに終わらなかった');
    expect([code, document.query, document.fallback]).toEqual([0, '1/30(金) までに終わらなかった', null]);
    expect(document.hits[0]).toMatchObject({ id: 'faq:2', title: '1/30(金) までに終わらなかったらどうなりますか。' });
    expect(document.hits.map(({ score }) => score)).toEqual(
      document.hits.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it('gives the fallback where nothing fits', async () => {
    const { code, document } = await documentOf('qqqqqq');
    expect(code).toBe(1);
    expect(document).toMatchObject({ hits: [], fallback: { id: 'unlisted-message' } });
    expect(document.fallback?.call).toContain('0800-080-4583');
  });
});
