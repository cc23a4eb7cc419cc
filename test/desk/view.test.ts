import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/desk/entry.ts';
import { beforeOf } from '../../src/desk/compare.ts';
import { listText } from '../../src/desk/list-text.ts';
import { deskDocument, deskDocumentSchema } from '../../src/desk/document.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { noFilter } from '../../src/desk/filter.ts';
import type { DeskModel } from '../../src/desk/model.ts';
import { readWhole } from '../../src/desk/read-document.ts';
import { ageText } from '../../src/desk/remarks.ts';
import { deskStates } from '../../src/desk/states.ts';
import { deskListTexts, deskTexts } from '../../src/desk/desk.ja.ts';
import { deskScreenTexts } from '../../src/desk/desk-screen.ja.ts';
import { hasAmbiguous, width } from '../../src/text/cells.ts';
import { cp932Characters } from '../guide/cp932.ts';
import { problemsOfCells } from '../audit/problems.ts';
import { VirtualTerminal } from '../harness/virtual-terminal.ts';
import { after, everything, model, rowsOf } from './bench.ts';
import { answer, entry, JAPAN, notice, NOW } from './build.ts';

const known = cp932Characters();
const whole = readWhole(JSON.stringify(answer()));
if (!whole.ok) throw new Error(whole.reason);

const open = after(model(), 'enter', 'enter').model;
const rowId = open.opened?.type === 'terminal' ? open.opened.rowId : '';
const detail = after(open, {
  type: 'detail',
  rowId,
  document: { type: 'read', document: whole.value },
}).model;
const hostile = entry({
  clinic: '→①\u001B[31m医院\n二行目',
  terminal: '😀端末'.repeat(20),
  reason: '…'.repeat(100),
});

const input = {
  standing: model().standing,
  filter: noFilter,
  now: NOW,
  offsetMinutes: JAPAN,
  staleHours: 48,
  reasons: true,
};

const states: readonly (readonly [string, DeskModel])[] = [
  ['nothing yet', model({ progress: { read: 0, found: null } }, { entries: [], bad: [], roster: [] })],
  ['nothing at all', model({}, { entries: [], bad: [], roster: [] })],
  ['reading', model({ progress: { read: 1_200, found: 10_000 } })],
  ['clinics', model()],
  ['the last clinic', after(model(), 'end').model],
  ['terminals of a clinic', after(model(), 'enter').model],
  ['all terminals', after(model(), '2').model],
  ['detail, being read', open],
  ['detail', detail],
  ['the end of the detail', after(detail, 'end').model],
  [
    'detail that cannot be read',
    after(open, { type: 'detail', rowId, document: { type: 'unreadable', reason: 'x' } }).model,
  ],
  ['bad files', after(model(), 'b').model],
  ['a bad file', after(model(), 'b', 'enter').model],
  ['menu', after(model(), 'home', 'enter').model],
  ['help', after(model(), '?').model],
  ['typing', after(model(), '/', { text: 'さくら' }).model],
  ['nothing fits', after(model(), '/', { text: 'zzz' }, 'enter').model],
  ['a message', after(model(), { type: 'said', message: deskScreenTexts.exportExists('/とても/長い/場所.csv') }).model],
  ['hostile', model({}, { ...everything, entries: [hostile] })],
  ['hostile detail', after(model({}, { ...everything, entries: [hostile] }), 'enter', 'enter').model],
];

const sizes = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 160, rows: 50 },
  { columns: 200, rows: 60 },
  { columns: 40, rows: 8 },
];

describe.each(['narrow', 'wide'] as const)('with ambiguous characters %s', (ambiguous) => {
  describe.each(sizes)('at $columns x $rows', (size) => {
    it.each(states)('%s stands as it should', async (name, shown) => {
      const rows = rowsOf({ ...shown, size }, ambiguous);
      expect(rows).toHaveLength(size.rows - 1);
      expect(rows.filter((row) => width(row, ambiguous) > size.columns)).toEqual([]);
      const ours = name.startsWith('hostile') ? [] : [...new Set(rows.join(''))];
      expect(ours.filter((char) => !known.has(char) || hasAmbiguous(char))).toEqual([]);
      const terminal = new VirtualTerminal({ ...size, ambiguous });
      await terminal.write(`\u001B[?7l${rows.join('\r\n')}`);
      expect(terminal.screen().slice(0, -1)).toEqual([...rows]);
      expect(problemsOfCells(terminal, ambiguous)).toEqual([]);
      terminal.dispose();
      const keys = size.columns < 60 ? ['[Enter]'] : ['[Enter]', '[Ctrl+C]'];
      expect(keys.filter((key) => !(rows.at(-1) ?? '').includes(key))).toEqual([]);
    });
  });
});

describe('the screen', () => {
  it('counts on its first line what is not counted, as the list does', () => {
    const entries = [
      entry(),
      entry({ at: NOW - 7_200_000 }),
      entry({ state: 'failed', source: { path: '/b', line: null } }),
      entry({ terminal: '2', simulated: true }),
    ];
    const [, counts] = rowsOf(model({ size: { columns: 120, rows: 24 } }, { entries, bad: [], roster: [] }));
    expect(counts).toContain('模擬 1  同時刻 1  数えない 1');
  });

  it('tells terminals of one name apart by their places', () => {
    const entries = ['/m/C1/ONS01.json', '/m/C2/ONS01.json'].map((path) =>
      entry({ clinic: null, source: { path, line: null } }),
    );
    const shown = after(model({}, { entries, bad: [], roster: [] }), '2').model;
    for (const place of ['C1/ONS01', 'C2/ONS01']) expect(rowsOf(shown).join('\n')).toContain(place);
    expect(listText({ ...input, standing: shown.standing })).toContain('/m/C2/ONS01.json');
  });

  it('explains each key once, and none of the text field', () => {
    const rows = rowsOf(after(model({ size: { columns: 80, rows: 60 } }), '?').model);
    for (const key of ['Enter', 'Esc', '3/b']) expect(rows.filter((row) => row.startsWith(`${key} `))).toHaveLength(1);
    expect(rows.join('\n')).not.toContain('Tab');
  });

  it.each(['desk-clinics', 'desk-terminals'] as const)('shows more the wider it is: %s', (screen) => {
    const contact = { name: null, phone: '03-5000-0060', person: '山田', opens: null, spare: false };
    const one = entry({ bootedAt: NOW - 26 * HOUR, reason: 'まだ新しくありません。' });
    const roster = [{ clinic: 'さくら医院', terminal: 'ONS01', contact }];
    const shown = { ...model({}, { entries: [one], bad: [], roster }), screen };
    const at = (columns: number): string => rowsOf({ ...shown, size: { columns, rows: 50 } }).join('\n');
    const [version, booted, reason] = ['5.0.3 ', '1/19(月) 06:10', 'まだ新しくありません。'];
    for (const columns of [80, 120, 160]) expect(at(columns)).toContain('03-5000-0060');
    for (const text of [version, booted, reason]) expect(at(119)).not.toContain(text);
    for (const text of [version, booted, '最後の起動', '電話']) expect(at(120)).toContain(text);
    expect(at(159)).not.toContain(reason);
    for (const text of [version, booted, reason, '電話 03-5000-0060 担当 山田']) expect(at(160)).toContain(text);
  });

  it('shows beside a long list the detail of the row that is selected, wherever that is', () => {
    const entries = Array.from({ length: 400 }, (_, index) =>
      entry({ clinic: `医院${String(index).padStart(3, '0')}`, reason: `理由${String(index)}。` }),
    );
    const first = model({ size: { columns: 160, rows: 50 } }, { entries, bad: [], roster: [] });
    for (const keys of [[], Array<'page-down'>(20).fill('page-down'), ['end' as const]]) {
      const shown = after(first, ...keys).model;
      const selected = /^> .*医院(\d+)/m.exec(rowsOf(shown).join('\n'))?.[1];
      expect(rowsOf(shown).filter((row) => row.includes(`理由${String(Number(selected))}。`))).toHaveLength(1);
    }
  });

  it('reads a clock that is a little ahead as now', () => {
    expect(ageText(NOW + 5 * MINUTE, NOW)).toBe('0分前');
    expect(ageText(NOW + 5 * MINUTE + 1, NOW)).toBe('未来');
    expect(ageText(NOW - 2 * MINUTE, NOW)).toBe('2分前');
  });

  it('says how large it must be', () => {
    expect(rowsOf(model({ size: { columns: 50, rows: 12 } })).join('\n')).toContain('60x16');
  });

  it('has every count in view: what does not fit into one line stands in the next', () => {
    const counts = rowsOf(model({})).slice(1, 3).join('  ');
    for (const each of ['回答なし', '問題のあるファイル 2', '古い 1', '未来 1', '模擬 1', '同時刻 1'])
      expect(counts).toContain(each);
  });

  it('says that the answers before are still being read, and then what changed', () => {
    expect(rowsOf(model({ comparing: true }))).toContain('比べる前の答えを読んでいます。');
    const before = beforeOf([], [], NOW);
    const shown = after(model({ comparing: true }), { type: 'before', before }).model;
    expect(rowsOf(shown)).toContain('絞り込みなし  並び: 急ぐ順');
    expect(after(shown, 'up', 'up', 'enter').model.screen).toBe('desk-menu');
    expect(rowsOf(after(shown, 'home', 'enter').model).join('\n')).toContain('前の答えからの変化で絞り込む: すべて');
    const fresh = { ...shown.filter, change: 'new' } as const;
    expect(rowsOf({ ...shown, filter: fresh })).toContain('絞り込み: 前の答えから「前の答えなし」  並び: 急ぐ順');
  });

  it('shows when each clinic opens and its phone, where the roster tells them', () => {
    const contact = {
      name: 'さくら医院',
      phone: '03-1234-5678',
      person: '山田',
      opens: { text: '8時半(木は13時)', minutes: 510 },
      spare: false,
    };
    const roster = [
      ...['ONS01', 'ONS02', 'ONS03'].map((terminal) => ({ clinic: '0110', terminal, contact })),
      { clinic: '0110', terminal: 'ONS04', contact: { ...contact, spare: true } },
    ];
    const entries = [
      entry({ clinic: '0110', state: 'restart', deadline: NOW - HOUR }),
      entry({ clinic: '0110', state: 'all-done', terminal: 'ONS02' }),
    ];
    const shown = model({}, { entries, bad: [], roster });
    expect(rowsOf(shown).find((row) => row.startsWith('> '))).toMatch(
      /8:30 +さくら医院 +03-1234-5678 +\+1 +再起動が必要/,
    );
    // What stands in a column without a title is said above the list; the wide list has the title.
    const legend = '「+1」は、済んでいないほかの端末の数';
    expect(rowsOf(shown)).toContain(`絞り込みなし  並び: 急ぐ順  ${legend}`);
    const wide = model({ size: { columns: 120, rows: 24 } }, { entries, bad: [], roster });
    expect(rowsOf(wide).join('')).not.toContain(legend);
    const detail = rowsOf(after(shown, 'enter', 'enter').model).join('\n');
    expect(detail).toContain('医療機関: さくら医院(コード 0110)\n電話 03-1234-5678 担当 山田 開院 8時半(木は13時)');
    expect(detail).toContain('急ぐ理由: 開院前に再起動');
    expect(detail).toContain('注意: 期限を過ぎています');
  });

  it('says how many more of the clinic are open, where no long state can cut it off', () => {
    const contact = { name: null, phone: '03-1', person: null, opens: null, spare: false };
    const own = { clinic: 'A', state: 'leave-on-overnight' } as const;
    const roster = [{ clinic: 'A', terminal: 'ONS01', contact }];
    const simulated = entry({ ...own, terminal: 'ONS01', simulated: true });
    const rowOf = (entries: readonly Entry[]) =>
      rowsOf(model({}, { entries, bad: [], roster })).find((row) => row.startsWith('> '));
    const many = Array.from({ length: 13 }, (_, index) =>
      entry({ ...own, terminal: `ONS${String(index + 1).padStart(2, '0')}` }),
    );
    expect(rowOf(many)).toMatch(/03-1 +\+12 +夜に点けたままにする/);
    // A simulated one is no terminal of the clinic's.
    expect(rowOf([entry({ clinic: 'A', state: 'restart', terminal: 'ONS01' }), simulated])).toMatch(
      /03-1 +再起動が必要/,
    );
    expect(rowOf([simulated])).toMatch(/03-1 +回答なし/);
  });

  it('shows each state in words, not by colour alone', () => {
    const text = rowsOf(after(model({ size: { columns: 120, rows: 40 } }), '2').model).join('\n');
    for (const state of deskStates) expect(text).toContain(deskTexts.states[state]);
  });

  it('keeps the selected row in view, wherever it is', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => entry({ clinic: `医院${String(index)}`, terminal: '1' }));
    const long = model({}, { entries: many, bad: [], roster: [] });
    for (const keys of [['end'], ['end', 'page-up', 'page-up'], ['page-down', 'page-down'], ['end', 'home']] as const) {
      const rows = rowsOf(after(long, ...keys).model);
      expect(rows.filter((row) => row.startsWith('> '))).toHaveLength(1);
      expect(rows.slice(4, -3).filter((row) => row.trim() === '')).toEqual([]);
    }
  });

  it('tells in the detail what the answer says', () => {
    const text = rowsOf({ ...detail, size: { columns: 120, rows: 60 } }).join('\n');
    for (const words of [
      'Version.info: 5.0.3 (C:\\V.info)',
      'ネットワーク [失敗] 名前が引けません',
      '-> 設定を直す',
      '点検した時刻: 1/20(火) 07:10(1時間前)',
    ])
      expect(text).toContain(words);
  });

  it('scrolls a page to its end and no further', () => {
    const end = after(detail, 'end').model;
    expect(after(end, 'down').model.scroll).toBe(end.scroll);
    expect(rowsOf(end).join('\n')).toContain('ファイル: ');
    expect(after(end, 'up').model.scroll).toBe(end.scroll - 1);
  });
});

const documentRun = { consoleVersion: '0.1.0', now: NOW, offsetMinutes: JAPAN, staleHours: 48 };

describe('the list as text', () => {
  it('has lines of at most 79 columns, whatever stands in them', () => {
    const texts = [input, { ...input, standing: model({}, { ...everything, entries: [hostile] }).standing }];
    for (const line of texts.flatMap((each) => listText(each).split('\n')))
      expect(width(line, 'wide')).toBeLessThanOrEqual(79);
  });

  it('has the counts first, and no terminal that is done', () => {
    const text = listText(input);
    expect(text.split('\n').slice(0, 2)).toEqual(['端末のとりまとめ(1/20(火) 08:10 現在)', '端末: 2/18 台が済み']);
    expect(text).not.toContain('[済]');
    expect(text).toContain('名簿だけの医院  0/1');
    expect(text).toContain('こわれたファイル.json: 空です');
  });

  it('shows with a filter what fits, done or not', () => {
    const text = listText({ ...input, filter: { ...noFilter, words: '未来' } });
    expect(text).toContain('未来医院  0/1');
    expect(text).not.toContain('古い医院');
  });

  it('says what a terminal is not counted for', () => {
    const of = (...entries: Parameters<typeof entry>[0][]): string =>
      listText({
        ...input,
        standing: model({}, { entries: entries.map((each) => entry(each)), bad: [], roster: [] }).standing,
      }).replaceAll(/\n +/g, '');
    const done = { state: 'all-done' } as const;
    expect(of({ ...done, at: NOW + HOUR })).toContain(deskTexts.aheadReason);
    expect(of({ ...done, simulated: true })).toContain(deskListTexts.allSimulated);
    expect(of({ ...done, simulated: true }, {})).toContain(deskTexts.simulatedReason);
    const old = of({ ...done, notice: notice('old', '5.0.3') }, { terminal: '2' });
    expect(old).toContain(deskTexts.outdatedReason('5.0.3'));
    expect(old).toContain('お知らせ n(顔認証ライブラリ 5.1.0 以上)');
    const error = of({ state: 'check-failed', source: { path: '/C1/x.json', line: null } });
    expect(error).toContain(deskTexts.errorFile('/C1/x.json'));
  });

  it('says which clinics are under which notice, where there are several', () => {
    const entries = [
      entry({ clinic: 'あ医院', notice: notice('jan', '5.1.0'), otherNotices: ['feb'] }),
      entry({ clinic: 'い医院', notice: notice('feb', '4.1.0', 'link-app') }),
      entry({ clinic: 'い医院', terminal: 'ONS02', notice: notice('feb', '4.1.0', 'link-app'), state: 'all-done' }),
    ];
    const { standing } = model({}, { entries, bad: [], roster: [] });
    const text = listText({ ...input, standing }).replaceAll(/\n {2}(?=\S)/g, '');
    expect(text).toContain('お知らせ feb(連携アプリケーション 4.1.0 以上): 医療機関 1 か所、端末 1/2 台が済み');
    expect(text).toContain('お知らせ jan(顔認証ライブラリ 5.1.0 以上): 医療機関 1 か所、端末 0/1 台が済み');
    expect(text).toContain('ほかにも開いているお知らせがある端末: 1 台');
    expect(text).toMatch(/ONS01: ダウンロードが必要.*\n +お知らせ jan\n[^]*ほかに開いているお知らせ: feb/);
    const narrowed = listText({ ...input, standing, filter: { ...noFilter, words: 'feb' } });
    expect(narrowed).toContain('い医院');
    // Its other notice is found too.
    expect(narrowed).toContain('あ医院');
    expect(listText({ ...input, standing, filter: { ...noFilter, words: 'jan' } })).not.toContain('い医院');
    expect(deskDocument(standing, noFilter, documentRun).notices).toMatchObject([
      { id: 'feb', component: 'link-app', version: '4.1.0', terminals: 2, done: 1, clinics: 1 },
      { id: 'jan', component: 'face-library', version: '5.1.0', terminals: 1, done: 0, clinics: 1 },
    ]);
  });

  it('says when there is nothing', () => {
    const { standing } = model({}, { entries: [], bad: [], roster: [] });
    expect(listText({ ...input, standing })).toContain('答えが一つもありません');
  });
});

describe('the document', () => {
  it('fits its schema, and lists what the filter lets through', () => {
    const document = deskDocument(model().standing, { ...noFilter, state: 'failed' }, documentRun);
    expect(deskDocumentSchema.parse(document)).toEqual(document);
    expect(document.clinics.map(({ name }) => name)).toEqual(['あ医院']);
    expect(document.counts).toMatchObject({
      terminals: 18,
      sameTime: 1,
      sameName: 0,
      simulated: 1,
      ahead: 1,
      bad: 2,
    });
  });
});
