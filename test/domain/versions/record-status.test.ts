import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComponentStatus } from '../../../src/domain/facts.ts';
import { encode, encodings } from './encode.ts';
import { readingOf } from './reading-of.ts';

const face = '顔認証ライブラリ';

/** Lines are divided by ` / `. */
async function judged(text: string, encoding: (typeof encodings)[number] = 'cp932') {
  return readingOf({ record: encode(text.replaceAll(' / ', '\r\n'), encoding) });
}

/** The layouts of the record, and states that say that the version is there: these must answer. */
const clear: readonly (readonly [text: string, status: ComponentStatus])[] = [
  [`${face},5.1.0`, 'ok'],
  [`${face},5.0.3`, 'outdated'],
  [`${face}\t5.1.0`, 'ok'],
  [`${face};5.0.3`, 'outdated'],
  [`"${face}","5.1.0",""`, 'ok'],
  [`${face}: 5.1.0`, 'ok'],
  [`${face}：Ver.５．１．０`, 'ok'],
  [`[${face}] = v5.0.3`, 'outdated'],
  [`${face} 5.1.0`, 'ok'],
  [`${face}......5.1.0`, 'ok'],
  ['顔認証DLL 5.10.0', 'ok'],
  ['顔認証ﾗｲﾌﾞﾗﾘ 5.0.3', 'outdated'],
  [`配信実績 /  / ${face} 5.1.0`, 'ok'],
  [`配信実績一覧 / 配信日時: 2026/01/20 5:01 / ${face} 5.1.0`, 'ok'],
  [`出力日時: 2026/01/21 8:00 / ${face},5.1.0`, 'ok'],
  [`取得日時: 2026/01/21 8:00 / ${face},5.1.0`, 'ok'],
  [`${face} / 5.1.0`, 'ok'],
  [`■${face} /   バージョン: 5.0.3 /   配信日時: 2026/01/20`, 'outdated'],
  [`■${face} /   バージョン: 5.1.0 /   状態: インストール済み`, 'ok'],
  [`[${face}] / Version=5.1.0 / Date=20260120`, 'ok'],
  [`${face} / 現在のバージョン / 5.1.0`, 'ok'],
  [`名称,バージョン / ${face},5.1.0`, 'ok'],
  [`コンポーネント,バージョン,配信日時 / ${face},5.0.3,2026/01/20 05:01`, 'outdated'],
  [`名称,バージョン,配信日,状態 / ${face},5.1.0,2026/01/20,完了`, 'ok'],
  [`名称,バージョン,状態 / ${face},5.1.0,適用済み`, 'ok'],
  [`名称,現在のバージョン,最新のバージョン / ${face},5.0.3,5.1.0`, 'outdated'],
  [`名称,インストール済みバージョン,必要バージョン / ${face},5.1.0,5.1.0`, 'ok'],
  [`| バージョン | 名称 | / |---|---| / | 5.1.0 | ${face} |`, 'ok'],
  [`名称  バージョン  配信日時 / ${face}  5.1.0  2026/01/20 5:01`, 'ok'],
  [`連携アプリケーション 6.0.0,${face} 5.0.3`, 'outdated'],
  [`【インストール済み】 / ${face} 5.1.0`, 'ok'],
  [`インストール済みバージョン / ${face} 5.0.3`, 'outdated'],
  [`現在のバージョン / ${face},5.1.0`, 'ok'],
  [`${face} 5.1.0 インストール済み`, 'ok'],
  [`2026/01/20 05:01 [INFO] ${face} 5.1.0 適用完了`, 'ok'],
  [`${face} 5.1.0 再起動済み`, 'ok'],
  [`${face} 5.1.0 (エラーなし、再起動不要)`, 'ok'],
  [`${face} 5.1.0 / ${face} 5.1`, 'ok'],
  [`2025/12/01 ${face} 5.0.3 / 2026/01/20 ${face} 5.1.0`, 'ok'],
  [`2026/01/20 ${face} 5.1.0 / 2026/01/25 ${face} 5.0.3`, 'outdated'],
  [`${face},5.0.3,2025/11/20 / ${face},5.1.0,2026/01/20,失敗 / ${face},5.1.0,2026/01/21,成功`, 'ok'],
  [`${face} 5.1.0 /  / 連携アプリケーション 4.1.0 ダウンロード済み`, 'ok'],
];

/** Delivered is not installed, and what cannot be told apart is unknown. */
const unclear: readonly string[] = [
  `${face} 5.0.3 インストール済み / ${face} 5.1.0 ダウンロード済み`,
  `2025/12/01 ${face} 5.0.3 / 2026/01/20 ${face} 5.1.0 ダウンロード`,
  `${face} 5.0.3 /  / 次回再起動時に更新されるアプリケーション / ${face} 5.1.0`,
  `【インストール済み】 / ${face} 5.0.3 / 【ダウンロード済み】 / ${face} 5.1.0`,
  `■インストール済み / ${face} 5.0.3 / ■再起動後に反映 / ${face} 5.1.0`,
  `現在のバージョン / ${face},5.0.3 / 最新のバージョン / ${face},5.1.0`,
  `${face},5.0.3 / ${face},5.1.0`,
  `${face},5.1.0,2026/01/20 / ${face},5.0.3`,
  `${face} / 5.0.3 / 5.1.0`,
  `${face} / 現在のバージョン / 5.0.3 / 最新のバージョン / 5.1.0`,
  ...['ダウンロード', '受信', '取得', '展開', '準備', '転送'].map((word) => `${face} 5.1.0 ${word}済み`),
  ...['再起動待ち', '適用待ち', '適用予定', '次回起動時', '再起動後', '最新', '未適用', '未反映', '保留'].map(
    (word) => `${face},5.1.0,${word}`,
  ),
  ...['staged', 'pending', 'downloaded', 'Waiting for restart', 'ready to install', 'queued'].map(
    (word) => `${face},5.1.0,${word}`,
  ),
  `端末名,名称,版数,備考 / CLINIC-ONS01,${face},5.1.0,担当 田中`,
  `名称\t旧バージョン\t新バージョン / ${face}\t5.0.3\t5.1.0`,
  `【ダウンロード済み】 / 連携アプリケーション 4.1.0 / 【インストール済み】 / ${face} 5.1.0`,
  // Words that nobody here knows.
  `${face},5.1.0,配置済`,
  `${face} 5.1.0 hibernating`,
  `名称,バージョン,状態 / ${face},5.1.0,承認`,
  `名称,バージョン,状態 / ${face},5.1.0,ダウンロード済み`,
  `名称,バージョン,ダウンロード日時 / ${face},5.1.0,2026/01/20 5:01`,
  `名称,最新バージョン / ${face},5.1.0`,
  `名称,新バージョン / ${face},5.1.0`,
  `名称,ダウンロード済みバージョン / ${face},5.1.0`,
  `【ダウンロード済み】 / ${face} 5.1.0`,
  `【配信待ち一覧】 /  / ${face} 5.1.0`,
  `[Staged] / ${face} 5.1.0`,
  `【保管庫】 / ${face} 5.1.0`,
  `次回再起動時に更新されるアプリケーション /  / 配信アプリケーション 2.1.0 / ${face} 5.1.0`,
  `最新のバージョン / ■${face} / 5.1.0`,
  `状態: ダウンロード済み / ${face} 5.1.0`,
  `${face} 5.1.0 / 再起動後に反映されます。`,
  `■${face} / バージョン: 5.1.0 / 状態: ダウンロード済み`,
  `■${face} / バージョン: 5.1.0 / 状態: 承認`,
  `■${face} / ダウンロード済み: 5.1.0`,
  `${face} 5.1.0 /  / ${face}は再起動後に反映されます。`,
  `${face} 5.1.0 / 再起動待ち: 配信アプリケーション、${face}`,
];

describe('a terminal that has only a delivery record', () => {
  it.each(clear)('%s: %s', async (text, status) => {
    const { status: found, witnesses } = await judged(text);
    expect({ found, state: witnesses[0]?.state }).toEqual({ found: status, state: 'answers' });
  });

  it.each(unclear)('%s: unknown, with the lines', async (text) => {
    const { status, witnesses } = await judged(text);
    const [witness] = witnesses;
    expect({ status, version: witness?.version }).toEqual({ status: 'unknown', version: null });
    expect(witness?.state).toMatch(/^(?:unreadable|ambiguous)$/);
    expect(witness?.raw).toContain(face);
  });

  it.each(encodings)('tells delivered from installed in %s', async (encoding) => {
    expect((await judged(`${face} ５．１．０ インストール済み`, encoding)).status).toBe('ok');
    expect((await judged(`${face} ５．１．０ ダウンロード済み`, encoding)).status).toBe('unknown');
  });

  it('is ambiguous where several versions stand there, unreadable where one is not clear', async () => {
    const state = async (text: string) => (await judged(text)).witnesses[0]?.state;
    expect(await state(`${face} 5.0.3 / ${face} 5.1.0`)).toBe('ambiguous');
    expect(await state(`${face} 5.1.0 ダウンロード済み`)).toBe('unreadable');
  });

  const rows = fc.array(
    fc.record({
      version: fc.constantFrom('5.0.3', '5.1.0', '5.2.0'),
      date: fc.constantFrom('', '2025/12/01', '2026/01/20', '2026/01/21 5:01'),
      state: fc.constantFrom('', 'インストール済み', '完了', '失敗'),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const notYet = fc.constantFrom('ダウンロード済み', '受信', '再起動待ち', '適用予定', '次回', '最新', '未適用');
  const shape = fc.constantFrom(',', '\t', ' ');

  it('is never done by a row that is not installed yet, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(rows, notYet, shape, fc.nat(), async (list, word, sign, place) => {
        const lines = list.map(({ version, date, state }) => [face, version, date, state].join(sign));
        lines.splice(place % (lines.length + 1), 0, [face, '5.1.0', '2026/02/01', word].join(sign));
        expect((await judged(lines.join('\n'))).status).toBe('unknown');
        const headed = [`【${word}】`, ...lines.filter((line) => !line.endsWith(word))];
        expect((await judged(headed.join('\n'))).status).toBe('unknown');
      }),
    );
  });

  it('never answers for two different versions of which one has no date', async () => {
    await fc.assert(
      fc.asyncProperty(rows, shape, async (list, sign) => {
        const lines = list.map(({ version, date, state }) => [face, version, date, state].join(sign));
        const text = [...lines, [face, '5.9.9'].join(sign)].join('\n');
        expect((await judged(text)).status).toBe('unknown');
      }),
    );
  });

  it('is not changed by what other components have', async () => {
    const others = fc.constantFrom('連携アプリケーション', '配信アプリケーション', '配信アプリケーション管理ツール');
    await fc.assert(
      fc.asyncProperty(rows, others, shape, fc.boolean(), async (list, other, sign, first) => {
        const lines = list.map(({ version, date, state }) => [face, version, date, state].join(sign));
        const more = [other, '9.9.9', '2026/02/01', '完了'].join(sign);
        const alone = await judged(lines.join('\n'));
        const beside = await judged((first ? [more, ...lines] : [...lines, more]).join('\n'));
        // A row without a state, where another part's has one, is not known to be installed.
        const leavesOut = sign !== ' ' && list.some(({ state }) => state === '');
        expect(leavesOut ? [alone.status, 'unknown'] : [alone.status]).toContain(beside.status);
      }),
    );
  });
});
