import { calendarOf } from '../../../src/domain/notice/calendar.ts';
import { noticeWith } from '../../domain/notice/builders.ts';
import { describe, expect, it } from 'vitest';
import { checkIds, type LastKnown, type Witness } from '../../../src/domain/facts.ts';
import { checkNames } from '../../../src/domain/names.ja.ts';
import { menuOf } from '../rows.ts';
import {
  at,
  check,
  checks,
  components,
  everywhere,
  model,
  now,
  rowsOf,
  textOf,
  unreadable,
  witness,
} from '../builders.ts';

const wide = { columns: 120, rows: 40 };
const tall = { columns: 80, rows: 60 };

describe('status', () => {
  it.each(everywhere)('opens on the next step and why, at $name', (place) => {
    const rows = rowsOf(model({ size: place }), place.ambiguous);
    const at = rows.findIndex((row) => row.startsWith('> 「今すぐダウンロード」を押す'));
    // On a low screen it comes first; on others where the terminal is on its way stands above it.
    expect(at).toBe(place.rows < 20 ? 4 : 6);
    const left = rows.map((row) => row.split(/ \|(?: |$)/)[0] ?? '');
    expect(left.join('').replaceAll(/ +/g, '')).toContain('「今すぐダウンロード」で受け取れます。');
  });

  it.each([
    ['download-started', '「今すぐダウンロード」を押しました。'],
    ['hand-steps-done', 'お知らせの手順を行いました。'],
  ] as const)('tells before the first reading what %s put on record', (event, told) => {
    const text = textOf(model({ survey: null, events: [{ event, at: at('20 08:05') }] }));
    expect(text).toMatch(new RegExp(`前回の記録: 1/20\\(火\\) 08:05 に ?${told}`));
  });

  it('shows the components, their versions and where they were read', () => {
    const rows = rowsOf(model());
    expect(rows).toContain('[要]     顔認証ライブラリ  5.0.3  5.1.0  配信実績、Version.info');
    expect(rows).toContain('[-]      ほかの部品 3 件は、このお知らせの対象外です');
    expect(rows.join('\n')).not.toContain('連携アプリケーション');
    const all = rowsOf(model({ size: { columns: 200, rows: 60 } })).map((row) => row.split(' |')[0]?.trimEnd());
    expect(all.filter((row) => row?.includes('Version.info'))).toHaveLength(4);
    expect(all.findIndex((row) => row?.includes('顔認証ライブラリ  '))).toBeLessThan(
      all.findIndex((row) => row?.includes('連携アプリケーション')),
    );
  });

  it('shows who says what where the witnesses do not agree', () => {
    const witnesses = [witness('delivery-record', '5.1.0'), witness('version-info', '5.0.3')];
    const text = textOf(model({ survey: { components: components({ status: 'disagree', witnesses }) } }));
    expect(text).toMatch(/\[要\] +顔認証ライブラリ .*実績 5\.1\.0 \/ Version\.info 5\.0\.3/);
  });

  it('tells what was not read in time from what cannot be read, and what was known before', () => {
    const late = (source: 'delivery-record' | 'version-info') => ({
      ...witness(source, ''),
      state: 'timed-out' as const,
      version: null,
    });
    const shown = (witnesses: readonly Witness[], lastKnown: LastKnown | null, columns = 80) =>
      rowsOf(
        model({
          survey: { components: components({ status: 'unknown', installed: null, witnesses, lastKnown }) },
          size: { columns, rows: 24 },
        }),
      );
    const before = { version: '5.1.0', at: at('20 08:10') };
    expect(shown([late('delivery-record'), late('version-info')], before)).toContain(
      '[不明]   顔認証ライブラリ  時間切れ  5.1.0  前回 5.1.0 (1/20(火) 08:10)',
    );
    expect(shown([late('version-info')], null).join('\n')).toMatch(/時間切れ +5\.1\.0 +Version\.info 時間切れ/);
    expect(shown([witness('delivery-record', '5.1.0'), late('version-info')], null, 100).join('\n')).toContain(
      '実績 5.1.0 / Version.info 時間切れ',
    );
  });

  it('calls unknown what cannot be read', () => {
    const text = textOf(model({ survey: { components: components(unreadable) }, size: { columns: 100, rows: 24 } }));
    expect(text).toMatch(/\[不明\] +顔認証ライブラリ +\? +5\.1\.0 +実績 読めません \/ Version\.info 読めません/);
  });

  it.each(everywhere)('marks a version that changed in words, at $name', (place) => {
    const quiet = textOf(model({ size: { ...place, rows: 40 } }), place.ambiguous);
    const changed = model({ changed: ['face-library'], size: { ...place, rows: 40 } });
    expect(quiet).not.toContain('変化');
    expect(textOf(changed, place.ambiguous)).toMatch(/顔認証ライブラリ +5\.0\.3 +5\.1\.0 +変化あり/);
  });

  it.each([
    ['just now', now + 30_000, '点検  08:10 に確認$'],
    ['a while ago', now + 7 * 60_000, '点検  08:10 に確認\\(7 分前\\)$'],
    ['after the clock was set back', now - 60_000, '点検  08:10 に確認$'],
  ])('says how old the reading is: %s', (_, time, expected) => {
    expect(textOf(model({ now: time }))).toMatch(new RegExp(expected, 'm'));
  });

  it.each([
    ['19 12:00', '配信: 最初の夜は 1/19(月) の夜'],
    ['19 21:00', '配信: いま配信の時間です(1/20(火) 05:00 まで)'],
    ['20 12:00', '配信: 次は 1/20(火) の夜'],
    ['25 21:00', '配信: 今夜はありません。次は 1/26(月) の夜'],
    ['31 12:00', '配信: 一日中配信されています'],
  ])('at %s: %s', (time, expected) => {
    expect(rowsOf(model({ now: at(time), size: tall }))).toContain(expected);
  });

  it('says from when delivery runs all day, where that is still to come', () => {
    const notice = noticeWith({ allDayFrom: '2026-02-15' });
    const about = { notice, calendar: calendarOf(notice) };
    for (const columns of [60, 80])
      expect(rowsOf(model({ about, now: at('31 12:00'), size: { columns, rows: 60 } }))).toContain(
        '配信: 夜間の配信は終わりました。2/15(日) から一日中です',
      );
  });

  it('shows first what needs attention, the worst on top, the rest on request', () => {
    const bad = { clock: 'unknown', network: 'warn', session: 'fail' } as const;
    const shown = model({ survey: { checks: checks(bad) }, size: { columns: 80, rows: 35 } });
    const marks = rowsOf(shown).filter((row) => /^ {2}\[(異常|要|不明|済)\]/.test(row));
    expect(marks.map((row) => row.trim().split(/ +/).slice(0, 2))).toEqual([
      ['[異常]', 'サインインの状態'],
      ['[要]', 'ネットワーク'],
      ['[不明]', '時計'],
    ]);
    expect(textOf(shown)).toContain('問題のない点検 8 項目を表示する');
    const all = rowsOf({ ...shown, showAllChecks: true }).filter((row) => /^ {2}\[(異常|要|不明|済)\]/.test(row));
    expect(all).toHaveLength(checkIds.length);
  });

  it.each(everywhere)('keeps the selected check in view in the longest list, at $name', (place) => {
    const fails = checkIds.map((id) => check(id, 'fail', { summary: `${id} ${'とても長い説明です。'.repeat(9)}` }));
    const shown = model({ survey: { checks: fails }, size: place });
    const items = menuOf(shown);
    for (const [index, item] of items.entries()) {
      const rows = rowsOf({ ...shown, selected: { ...shown.selected, status: index } }, place.ambiguous);
      const selected = rows.filter((row) => row.startsWith('> '));
      expect(selected).toHaveLength(1);
      const id = checkIds.find((each) => item.id === `check:${each}`);
      expect(selected[0]).toContain((id === undefined ? '点検' : checkNames[id]).slice(0, 5));
    }
  });

  it.each(everywhere)('says all of a long summary where it is selected, at $name', (place) => {
    const summary = 'pweb.base.oqs-pdl.org の名前が引けません。ルーターの DNS(EDNS)の設定を業者に確かめてください。';
    const shown = model({
      survey: { checks: [check('network', 'fail', { summary })] },
      selected: { ...model().selected, status: 1 },
      size: place,
    });
    const left = rowsOf(shown, place.ambiguous).map((row) => row.split(/ \|(?: |$)/)[0]?.trim() ?? '');
    expect(left.join('').replaceAll(' ', '')).toContain(summary.replaceAll(' ', ''));
  });

  it('has the detail of the selected check beside the list where there is room', () => {
    const evidence = { hosts: ['a.example', 'b.example'], path: 'C:\\OQS' };
    const shown = model({
      survey: { checks: [check('network', 'fail', { evidence, guideId: 'network-edns' })] },
      selected: { ...model().selected, status: 1 },
      size: wide,
    });
    const right = rowsOf(shown)
      .map((row) => row.split(' | ')[1]?.trim() ?? '')
      .filter((text) => text !== '');
    expect(right.slice(0, 5)).toEqual([
      '[異常] ネットワーク',
      'network の点検は fail です。',
      '対応',
      'network を直してください。',
      '原因',
    ]);
    // What stands in the evidence is for machines.
    expect(right.join('\n')).not.toContain('a.example');
  });

  it('has beside it how the next step is done, whom to call and the nights, while no check is selected', () => {
    const right = rowsOf(model({ size: wide }))
      .map((row) => row.split(' | ')[1]?.trim() ?? '')
      .filter((text) => text !== '');
    expect(right[0]).toBe('手順');
    expect(right).toEqual(
      expect.arrayContaining(['1. ほかの作業をすべて保存してください。', '問い合わせ先', '配信の夜']),
    );
    expect(right).toEqual(expect.arrayContaining(['1/20(火) の夜', '1/25(日) の夜 配信なし', '1/30(金) の夜']));
    expect(right.join('\n')).not.toContain('1/19(月) の夜');
  });

  it('offers the night beside the download in hours of reception', () => {
    const open = textOf(model({ now: at('20 10:00'), size: tall }));
    expect(open).toMatch(/^ {2}夜のあいだ、端末とカードリーダーの電源を点けたままにする$/m);
    expect(textOf(model({ size: tall }))).not.toMatch(/^ {2}夜のあいだ/m);
  });

  it('offers to take over from another console, but not in read-only mode', () => {
    const lock = { held: false, ownerPid: 4711 } as const;
    expect(textOf(model({ lock }))).toContain('この画面から操作する');
    expect(textOf(model({ lock, about: { readOnly: true } }))).not.toContain('この画面から操作する');
  });
});

describe("the notice's times", () => {
  const about = { offsetMinutes: 0 } as const;

  it.each([
    ['while a night runs', at('20 02:00'), 'いま配信の時間です(1/20(火) 05:00 まで)'],
    ['before a hole ends', at('21 22:10'), '1/21(水) 22:30 まで休止中です'],
  ])("are told by the clock of its zone, whatever the terminal's is: %s", (_, now, said) => {
    const notice = noticeWith({ holes: [{ from: '2026-01-21T22:00', to: '2026-01-21T22:30' }] });
    const text = textOf(model({ about: { ...about, notice, calendar: calendarOf(notice) }, now }));
    expect(text).toContain(said);
  });

  it('and so are the starts within a night', () => {
    const events = [{ event: 'left-on', night: '2026-01-19', at: at('19 18:40') }] as const;
    const boot = { bootedAt: at('20 02:00'), lastBootKind: 'full' } as const;
    expect(textOf(model({ about, events, survey: { boot } }))).toContain(
      '途中の 1/20(火) 02:00 に起動し直しています。',
    );
  });
});

describe('proofs', () => {
  const requested = {
    event: 'restart-requested',
    bootedAt: '2026-01-19T07:58:00+09:00',
    attempt: 1,
    at: at('20 08:00'),
  } as const;
  const leftOn = { event: 'left-on', night: '2026-01-19', at: at('19 18:40') } as const;

  it('says that the restart happened, and when the terminal started', () => {
    expect(rowsOf(model({ events: [requested] }))[4]).toBe('[済]   再起動を確認しました(1/20(火) 08:02 起動)。');
  });

  it('says that it has not happened yet', () => {
    const boot = { bootedAt: at('19 07:58'), lastBootKind: 'full' } as const;
    const text = textOf(model({ events: [requested], survey: { boot } }));
    expect(text).toContain('[要]   1/20(火) 08:00 に指示した再起動は、まだ行われていません。');
    expect(text).not.toContain('再起動を確認しました');
  });

  it.each(everywhere)('says that a restart asked for before may come at any moment, at $name', (place) => {
    const restart = { ...model().restart, phase: 'counting', askedAt: at('20 08:00'), dueAt: at('20 08:01') } as const;
    const boot = { bootedAt: at('19 07:58'), lastBootKind: 'full' } as const;
    const shown = model({ events: [requested], survey: { boot }, restart, size: place });
    const text = textOf(shown, place.ambiguous);
    expect(text).toContain('[要]   1/20(火) 08:00 に指示した再起動が、まもなく始ま');
    expect(text).toMatch(/予定\s(?:[^]*\s)?08:01\)/);
  });

  it('says why it is not sure that the terminal was on', () => {
    const boot = { bootedAt: at('19 12:00'), lastBootKind: 'fast-startup' } as const;
    const text = textOf(model({ events: [leftOn], survey: { boot } }));
    expect(text.replaceAll('\n', '')).toContain('わかりません。最後の起動が再起動ではない(高速');
    expect(text).not.toContain('点いていました');
  });

  it.each([
    ['it was on', at('19 12:00'), '1/19(月) の夜は、20 時から翌朝 5 時まで点いていました。'],
    ['it was not', at('20 02:00'), '1/19(月) の夜は、途中の 1/20(火) 02:00 に起動し直しています。'],
    [
      'nobody knows',
      at('20 08:02'),
      '1/19(月) の夜に点いていたかどうかは、わかりません。朝までの起動の記録がないためです。',
    ],
  ])('tells of the night that was left on: %s', (_, bootedAt, expected) => {
    const boot = { bootedAt, lastBootKind: 'full' } as const;
    const text = textOf(model({ events: [leftOn], survey: { boot } }));
    expect(text.replaceAll('\n', '')).toContain(expected);
  });

  it('tells of a planned restart in that night, and not of an interruption', () => {
    const boot = { bootedAt: at('20 03:01'), lastBootKind: 'full' } as const;
    const survey = { boot, plannedRestartAt: at('20 03:00') };
    const text = textOf(model({ events: [leftOn], survey })).replaceAll('\n', '');
    expect(text).toContain('1/19(月) の夜は、1/20(火) 03:01 に予定どおり再起動しています。');
    expect(text).not.toContain('途中の');
  });

  it('names the hours of its own notice', () => {
    const notice = noticeWith({ from: '21:30', to: '23:00' });
    const about = { notice, calendar: calendarOf(notice) };
    const boot = { bootedAt: at('19 12:00'), lastBootKind: 'full' } as const;
    const text = textOf(model({ about, events: [leftOn], survey: { boot } })).replaceAll('\n', '');
    expect(text).toContain('1/19(月) の夜は、21 時 30 分から 23 時まで点いていました。');
  });
});
