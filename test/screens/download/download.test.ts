import { describe, expect, it } from 'vitest';
import { downloadOutcomes } from '../../../src/domain/facts.ts';
import type { DownloadJob } from '../../../src/screens/model.ts';
import { outcomeTexts } from '../../../src/domain/outcomes.ja.ts';
import {
  at,
  components,
  everywhere,
  fault,
  model,
  now,
  rowsOf,
  textOf,
  updated,
  type ModelChanges,
} from '../builders.ts';
import { filled, wordsOf } from '../../../src/domain/notice/words.ts';
import { january } from '../../domain/notice/builders.ts';

const tall = { columns: 80, rows: 40 };
const words = ['資材を確認しています。', 'ダウンロード中 40%', '完了 → 再起動 ①'];

function download(job: Partial<DownloadJob>, changes: ModelChanges = {}) {
  const idle = model().download;
  return model({ screen: 'download', size: tall, ...changes, download: { ...idle, ...job } });
}

describe('before the press', () => {
  it('says what will be done, and what must follow', () => {
    const text = textOf(download({})).replaceAll('\n', '');
    expect(text).toContain('[要]   顔認証ライブラリ  5.0.3 -> 5.1.0');
    expect(text).toContain('「今すぐダウンロード」を一度だけ押します。');
    expect(text).toContain('終わったら端末の再起動が必要です。');
    expect(text).not.toContain('受付時間内です。');
  });

  it.each(everywhere)('warns in hours of reception, all of it in view at $name', (place) => {
    const rows = rowsOf(download({}, { now: at('20 10:00'), size: place }), place.ambiguous);
    expect(rows.join('')).toContain('次の患者さんの前に済ませられるときだけ進めてください。');
    expect(rows).toContain('> 「今すぐダウンロード」を押す');
  });

  it.each<readonly [string, ModelChanges, string]>([
    ['it is done', { survey: { components: components(updated) } }, 'すでに 5.1.0 です。'],
    ['a restart comes first', { events: [{ event: 'download-started', at: now }] }, '先に再起動が必要です。'],
    [
      'delivery has not begun',
      { now: at('19 12:00') },
      '最初の配信の夜が明けるまでは押せません(1/20(火) 05:00 から押せます)',
    ],
    ['it is being read', { survey: null, decision: null }, '端末を調べています。'],
    ['a restart is under way', { restart: { ...model().restart, phase: 'counting' } }, '再起動の途中です。'],
    ['this console only looks', { about: { readOnly: true } }, '参照専用'],
    ['another console acts', { lock: { held: false, ownerPid: 9 } }, '別の oqs-console(プロセス 9)'],
  ])('stays in view, blocked with its reason, when %s', (_, changes, reason) => {
    for (const { ambiguous, ...size } of everywhere) {
      const rows = rowsOf(download({}, { ...changes, size }), ambiguous);
      const here = rows.indexOf('> 「今すぐダウンロード」を押す');
      expect(
        rows
          .slice(here + 1, here + 3)
          .join('')
          .replaceAll(' ', ''),
      ).toContain(`できません:${reason.replaceAll(' ', '')}`);
    }
  });
});

describe('while the tool works', () => {
  const running = { phase: 'running', startedAt: now - 3 * 60_000, step: 'pressed', words } as const;

  it.each(everywhere)('shows the words of the tool as they are, and how to stop waiting, at $name', (place) => {
    const rows = rowsOf(download(running, { size: place }), place.ambiguous);
    const said = rows.indexOf('ツールの言葉(そのまま):');
    expect(rows.slice(said + 1, said + 4)).toEqual(words.map((text) => `  | ${text}`));
    expect(rows).toContain('> 待つのをやめる(ツールは止めません)');
  });

  it('says what it does and for how long', () => {
    const text = textOf(download(running));
    expect(text).toMatch(/ダウンロード中です\(3 分 \d+ 秒経過\)。/);
    expect(text).toMatch(/このまま \d+ 分 \d+ 秒何も言わなければ、待つのをやめて手引きを開きます。/);
    expect(text).toContain('「今すぐダウンロード」を押しました。ツールの答えを待っています');
    expect(textOf(download({ ...running, startedAt: now }))).toContain('ダウンロード中です(0 秒経過)。');
  });

  it.each([
    [['25% です', '進行 50 %'], '[##########----------] 50%(ツールの表示)'],
    [['１００％'], '[####################] 100%(ツールの表示)'],
    [['7.5% まで'], '[#-------------------] 7%(ツールの表示)'],
    [['版 5.1.0 を受信'], null],
    [['250%'], null],
  ])('shows how far the tool says it is: %j', (words, shown) => {
    const text = textOf(download({ ...running, words, said: { at: now - 12_000, boot: null } }));
    expect(text).toContain('ツールの最後の言葉から 12 秒');
    expect(/\[[#-]+\].*$/m.exec(text)?.[0].trim() ?? null).toBe(shown);
  });

  it('says so as long as the tool has said nothing', () => {
    expect(textOf(download({ ...running, words: [] }))).toContain('ツールはまだ何も言っていません。');
  });

  it('keeps the newest words of a tool that talks on', () => {
    const many = Array.from({ length: 200 }, (_, index) => `ことば ${String(index)}.`);
    const text = textOf(download({ ...running, words: many }));
    for (let index = 192; index < 200; index += 1) expect(text).toContain(`  | ことば ${String(index)}.`);
    expect(text).not.toContain('ことば 191.');
  });

  it.each(everywhere)('loses nothing of a long word, at $name', (place) => {
    // Characters that may take one column or two stand right at the edge.
    const long = `${'エラー→①○'.repeat(30)}(EDQ-0001)`;
    const rows = rowsOf(download({ ...running, words: [long] }, { size: { ...place, rows: 40 } }), place.ambiguous);
    const said = rows.indexOf('ツールの言葉(そのまま):') + 1;
    const shown = rows.slice(said, rows.indexOf('> 待つのをやめる(ツールは止めません)'));
    expect(shown.map((row) => row.slice(4)).join('')).toBe(long);
  });

  it('makes what a tool says harmless, and shows the rest', () => {
    const text = textOf(download({ ...running, words: ['\u001B[2J\u001B]0;x\u0007消えない\u202Egnp'] }));
    expect(text).toContain('  | 消えないgnp');
    for (const char of ['\u001B', '\u0007', '\u202E']) expect(text).not.toContain(char);
  });
});

describe('after the tool', () => {
  it.each(downloadOutcomes.flatMap((outcome) => everywhere.map((place) => ({ ...place, outcome }))))(
    'says how it ended and what is next: $outcome at $name',
    (place) => {
      const job = { phase: 'finished', outcome: place.outcome, words: words.slice(2) } as const;
      const rows = rowsOf(download(job, { size: place }), place.ambiguous);
      const { title, next } = outcomeTexts[place.outcome];
      expect(rows).toContain(title);
      expect(rows.join('')).toContain(filled(next, wordsOf(january)));
      expect(rows).toContain('  | 完了 → 再起動 ①');
      expect(rows).toContain('> 再起動へ進む');
    },
  );

  it('says why the console could not go on', () => {
    const text = textOf(
      download({ phase: 'failed', fault: fault('作業記録に書けません。', '空きを確かめてください。') }),
    );
    expect(text).toContain('作業記録に書けません。\n空きを確かめてください。');
    expect(text).toContain('> 「今すぐダウンロード」を押す');
  });

  it.each(everywhere)('shows the way by hand step by step, all of it in view at $name', (place) => {
    const rows = rowsOf(download({ phase: 'by-hand', outcome: 'button-missing' }, { size: place }), place.ambiguous);
    const text = rows.join('');
    expect(text).toContain('「今すぐダウンロード」のボタンが見つかりません。');
    for (const step of ['1. デスクトップの', '2. 「今すぐダウンロード」を一度だけ押す。', '3. 押したら、']) {
      expect(text).toContain(step);
    }
    expect(rows).toContain('> 「配信アプリケーション管理ツール」を開く');
    expect(text).toContain('自分で「今すぐダウンロード」を押した');
  });

  it.each(everywhere)('asks what the tool answered, at $name', (place) => {
    const rows = rowsOf(download({ phase: 'by-hand-pressed' }, { size: place }), place.ambiguous);
    const asked = rows.indexOf('> 再起動を求める表示');
    expect(rows.slice(asked, asked + 4)).toEqual([
      '> 再起動を求める表示',
      '  すでに最新だという意味の表示',
      '  エラーの表示',
      '  どれでもない、わからない',
    ]);
  });
});
