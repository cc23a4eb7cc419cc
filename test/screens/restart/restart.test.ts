import { describe, expect, it } from 'vitest';
import type { Model, RestartJob } from '../../../src/screens/model.ts';
import { restartAnswers } from '../../../src/domain/outcomes.ts';
import { restartAnswerTexts } from '../../../src/domain/outcomes.ja.ts';
import { at, everywhere, fault, model, now, rowsOf, textOf, type ModelChanges } from '../builders.ts';

const counting = { phase: 'counting', dueAt: now + 42_000 } as const;
const desktop = { isOurs: false, user: 'OQSComApp' };
const onOthers: ModelChanges = {
  survey: { session: { remote: false, locked: false, elevated: true, user: 'admin', desktop } },
};
const tall = { columns: 80, rows: 40 };

function restart(job: Partial<RestartJob>, changes: ModelChanges = {}) {
  return model({ screen: 'restart', size: tall, ...changes, restart: { ...model().restart, ...job } });
}

/** What stands on the screen, without the breaks and blanks between its lines. */
function unbroken(shown: Model): string {
  return rowsOf(shown).join('').replaceAll(' ', '');
}

describe('before the restart', () => {
  it('says what will happen and what is lost', () => {
    const text = textOf(restart({}));
    expect(text).toContain('確認のあと 60 秒数えてから、この端末を再起動します。');
    expect(text).toContain('保存していない作業は失われます。');
    expect(text).not.toMatch(/受付時間内|遠隔操作|配信の時間/);
  });

  it.each<readonly [string, ModelChanges, string]>([
    ['hours of reception', { now: at('20 10:00') }, '受付時間内です。'],
    [
      'a remote session',
      { survey: { session: { remote: true, locked: false, elevated: true, user: 'x' } } },
      '遠隔操作の接続は切れます。',
    ],
    ['updates of Windows', { survey: { restartMarks: ['windows-update'] } }, '20分ほどかかることがあります。'],
    [
      'parts of Windows that wait',
      { survey: { restartMarks: ['component-servicing'] } },
      '20分ほどかかることがあります。',
    ],
    ['a delivery under way', { now: at('20 21:00') }, 'いまは配信の時間です(1/21(水)05:00まで)。'],
  ])('warns of %s', (_, changes, warning) => {
    expect(unbroken(restart({}, changes))).toContain(warning);
  });

  it.each<readonly [string, ModelChanges, string]>([
    ['a download is under way', { download: { ...model().download, phase: 'running' } }, 'ダウンロードの途中です。'],
    ['this console only looks', { about: { readOnly: true } }, '参照専用'],
    ['another console acts', { lock: { held: false, ownerPid: null } }, '別の oqs-console'],
  ])('stays in view, blocked with its reason, when %s', (_, changes, reason) => {
    for (const { ambiguous, ...size } of everywhere) {
      const rows = rowsOf(restart({}, { ...changes, size }), ambiguous);
      expect(rows[rows.indexOf('> 再起動する') + 1]).toContain(`    できません: ${reason}`);
    }
  });

  it.each<readonly [string, ModelChanges, Partial<RestartJob>, RegExp]>([
    ['before it is asked for', {}, {}, /もう一度開くようにします。開かないときは、手で開いて/],
    ['while it is counted down', {}, counting, /もう一度開くようにします。開かないときは、手で開いて/],
    [
      'where Windows could not be told',
      {},
      { ...counting, comesBack: false },
      /自動では開きません.*ほかの人も書き換えられる場所/,
    ],
    ["on another user's desktop", onOthers, {}, /自動では開きません.*別の利用者で動いている/],
    [
      "on another user's desktop, counted down",
      onOthers,
      { ...counting, comesBack: false },
      /自動では開きません.*別の利用者で動いている/,
    ],
  ])('is never sure to open the console again: %s', (_, changes, job, said) => {
    expect(unbroken(restart(job, changes))).toMatch(said);
  });

  it('says that the last one happened', () => {
    const bootedAt = at('20 08:02');
    const shown = restart({}, { restartProof: { type: 'proven', bootedAt } });
    expect(textOf(shown)).toContain('[済]   再起動を確認しました(1/20(火) 08:02 起動)。');
  });
});

describe('the countdown', () => {
  it.each(everywhere)('counts, asks to save, and offers the way out, at $name', (place) => {
    const rows = rowsOf(restart({ phase: 'counting', dueAt: now + 42_000 }, { size: place }), place.ambiguous);
    expect(rows).toContain('あと 42 秒で再起動します。');
    expect(rows).toContain('保存していない作業があれば、いま保存してください。');
    expect(rows).toContain('> 再起動を取り消す');
  });

  it.each([
    [60_000, 'あと 60 秒で再起動します。'],
    [59_001, 'あと 60 秒で再起動します。'],
    [1, 'あと 1 秒で再起動します。'],
    [0, 'まもなく再起動します。'],
    [-5_000, 'まもなく再起動します。'],
  ])('%i ms before its time: %s', (left, expected) => {
    expect(rowsOf(restart({ phase: 'counting', dueAt: now + left }))).toContain(expected);
  });

  it('does not make up a time for a restart that somebody else has planned', () => {
    const text = textOf(restart({ phase: 'counting', dueAt: null }));
    expect(text).toContain('予約済みの再起動を待っています。時刻はわかりません。');
    expect(text).not.toMatch(/あと \d/);
  });

  it.each(everywhere)('says what to do when it does not begin, at $name', (place) => {
    const rows = rowsOf(restart({ phase: 'overdue' }, { size: place }), place.ambiguous);
    expect(rows).toContain('時間になりましたが、再起動が始まりません。');
    expect(rows.join('')).toContain('「再起動」を選んでください(「シャットダウン」ではありません)。');
    expect(rows).toContain('> もう一度再起動を指示する');
  });
});

describe('a countdown that was left', () => {
  const askedAt = at('20 08:09');
  const left = { phase: 'counting', askedAt, dueAt: now + 12_000 } as const;

  it.each(everywhere)('is told with its time, and can be called off, at $name', (place) => {
    const rows = rowsOf(restart(left, { size: place }), place.ambiguous);
    const text = rows.join('').replaceAll(' ', '');
    expect(text).toContain('1/20(火)08:09に指示した再起動の予約が残っています(予定08:10)。');
    expect(text).toContain('いつ再起動してもおかしくありません。');
    expect(rows).toContain('[進行中] 再起動まで 12 秒  [Esc] 取り消す');
    expect(rows).toContain('> 再起動を取り消す');
  });

  it('does not make up its time where the clock was set back', () => {
    const text = textOf(restart({ ...left, dueAt: null }));
    expect(text).toContain('再起動の予約が残っています(予定 不明)。');
    expect(text).not.toMatch(/あと \d/);
  });

  it('that did not come says so, and can still be called off', () => {
    const restartProof = { type: 'not-yet', requestedAt: at('20 08:00'), accepted: true } as const;
    const rows = rowsOf(restart({}, { restartProof }));
    expect(rows).toContain('[要]   1/20(火) 08:00 に指示した再起動は、まだ行われていません。');
    expect(rows).toContain('> 再起動する');
    expect(rows).toContain('  再起動を取り消す');
  });
});

describe('a download whose result was never seen', () => {
  const unseen = { events: [{ event: 'download-started', at: at('20 08:05') }] } as const;

  it.each(everywhere)('is warned of before the restart, with the way to the tool, at $name', (place) => {
    const rows = rowsOf(restart({}, { ...unseen, size: place }), place.ambiguous);
    expect(rows.join('')).toContain('1/20(火) 08:05 に押した「今すぐダウンロード」の結果を確かめていません。');
    expect(rows).toContain('> 「配信アプリケーション管理ツール」を開く');
  });

  it('offers to open the tool first', () => {
    expect(rowsOf(restart({}, unseen))).toContain('> 「配信アプリケーション管理ツール」を開く');
    expect(rowsOf(restart({}))).not.toContain('  「配信アプリケーション管理ツール」を開く');
  });
});

describe('the answer', () => {
  it.each(restartAnswers)('says what the system answered, and with which code: %s', (answer) => {
    const text = textOf(restart({ phase: 'refused', answer, exitCode: 1_234 }));
    expect(text).toContain(`${restartAnswerTexts[answer]}(コード 1234)`);
    expect(text).toContain('> 困ったときの手順を見る');
  });

  it('says why the system could not be asked, and what to try', () => {
    const text = textOf(restart({ phase: 'failed', fault: fault('shutdown.exe がありません。', 'サポートへ。') }));
    expect(text).toContain('shutdown.exe がありません。\nサポートへ。');
  });

  it('offers nothing while the system is being asked', () => {
    const rows = rowsOf(restart({ phase: 'asking' }));
    expect(rows).toContain('システムに再起動を指示しています。');
    expect(rows.filter((row) => row.startsWith('> '))).toEqual([]);
  });
});
