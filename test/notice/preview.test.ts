import { describe, expect, it } from 'vitest';
import type { StepId } from '../../src/domain/facts.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { parseNotice } from '../../src/domain/notice/schema.ts';
import { previewPage } from '../../src/notice/preview.ts';
import { warningTexts, type SceneName } from '../../src/notice/preview.ja.ts';
import { scenesOf } from '../../src/notice/scenes.ts';
import { warningsOf } from '../../src/notice/check-file.ts';
import { width } from '../../src/text/cells.ts';
import { instant } from '../domain/notice/builders.ts';
import { exampleNames, exampleText } from './examples.ts';

const NOW = instant('2024-11-20T14:00:00+09:00');
const noHours: readonly never[] = [];

function example(name: string): Notice {
  return parseNotice(exampleText(name), name);
}

/** The steps of the days that are shown, in their order. */
function steps(notice: Notice, now = NOW): readonly (readonly [SceneName, StepId])[] {
  return scenesOf(notice, now, [...noHours]).map(({ name, decision }) => [name, decision.step]);
}

function pageOf(notice: Notice, now = NOW): string {
  return previewPage({ notice, format: 2 }, now);
}

describe('the days that are shown', () => {
  it('of January 2026 are all that its calendar has', () => {
    expect(steps(builtInNotice())).toEqual([
      ['before', 'leave-on-overnight'],
      ['evening', 'leave-on-overnight'],
      ['morning', 'restart'],
      ['morning-restarted', 'download-now'],
      ['done-not-restarted', 'restart'],
      ['done-once', 'download-now'],
      ['done-twice', 'call-support'],
      ['excluded', 'download-now'],
      ['last-evening', 'download-now'],
      ['all-day', 'download-now'],
      ['late', 'download-now'],
      ['reached-not-reported', 'send-report'],
      ['reached-reported', 'all-done'],
    ]);
  });

  it('without delivery are today, after a press, after the deadline', () => {
    expect(steps(example('2024-11-connect'))).toEqual([
      ['today', 'download-now'],
      ['done-not-restarted', 'restart'],
      ['done-once', 'download-now'],
      ['done-twice', 'call-support'],
      ['late', 'download-now'],
      ['reached', 'all-done'],
    ]);
  });

  it('by hand and without a restart never ask for one', () => {
    expect(steps(example('browser-extension-by-hand'))).toEqual([
      ['today', 'by-hand-steps'],
      ['done-once', 'by-hand-steps'],
      ['done-twice', 'call-support'],
      ['late', 'by-hand-steps'],
      ['reached', 'all-done'],
    ]);
  });

  it.each([
    ['window-with-hole', 'hole'],
    ['gap-before-all-day', 'gap'],
  ] as const)('of %s have the %s', (notice, name) => {
    expect(steps(example(notice)).map(([each]) => each)).toContain(name);
  });

  it('have one morning where no restart is asked for', () => {
    const names = steps({ ...builtInNotice(), restart: false }).map(([name]) => name);
    expect(names).toContain('morning-after');
    expect(names).not.toContain('morning');
    expect(names).not.toContain('done-not-restarted');
  });

  it('have no old terminal where no version is older', () => {
    const notice = { ...builtInNotice(), targets: [{ component: 'face-library', version: '0.0.0' }] };
    expect(steps(notice).map(([name]) => name)).toEqual(['reached-not-reported', 'reached-reported']);
  });

  it('have a single night once, and one of a few minutes too', () => {
    const { delivery, ...rest } = example('window-with-hole');
    const short = delivery && {
      ...delivery,
      firstNight: '2026-05-18',
      lastNight: '2026-05-18',
      from: '20:00',
      to: '20:02',
      holes: [],
    };
    const names = steps({ ...rest, delivery: short, deadline: '2026-05-18' }).map(([name]) => name);
    expect(names.filter((name) => name === 'evening' || name === 'last-evening')).toEqual(['evening']);
  });

  it('name a version that is older than the one that is asked for', () => {
    const version = { component: 'face-library', version: '5.0.0' };
    expect(pageOf({ ...builtInNotice(), targets: [version] })).toContain('顔認証ライブラリは 4.0.0 で、必要な 5.0.0');
  });
});

describe('the page', () => {
  it.each(exampleNames)('of %s fits 80 columns, and holds no gap in its words', (name) => {
    const page = pageOf(example(name));
    expect(page.split('\n').filter((line) => width(line, 'wide') > 79)).toEqual([]);
    expect(page).not.toMatch(/undefined|null|\[object|\{[a-z]/);
  });

  it.each([
    [
      '2024-11-connect',
      [
        'ID: 2024-11-connect  形式: 2',
        '  連携アプリケーション 4.1.0 以上',
        String.raw`    Version.info: C:\Program Files\OQS\OQSComApp\Version.info`,
        '  ブラウザ拡張機能 2.0.0.0 以上',
        String.raw`    Version.info: C:\Program Files\OQS-Auth\ext\Version.info`,
        '    配信実績での名前: 拡張プラグイン',
        '  「配信アプリケーション管理ツール」の「今すぐダウンロード」で受け取る',
        '  再起動すると完了する',
        '  夜の配信はない',
        '  期限: 2024/12/20(金)(2024/12/21(土) 00:00 まで)',
        '  2024/11/20(水) 08:00  今日',
        '    [要] 「今すぐダウンロード」を押す',
        '  完了報告はない',
        '  よくある質問: 2 件',
      ],
    ],
    [
      'browser-extension-by-hand',
      [
        '  手で、次の手順を行う',
        '    1. 資格確認の画面と、ほかのブラウザの窓をすべて閉じる',
        '    4. ブラウザを開き直し、資格確認の画面が開くことを確かめる',
        '  再起動は要らない',
        '    [要] お知らせの手順を行う',
      ],
    ],
    [
      'window-with-hole',
      [
        '  2026/5/19(火) 20:00 から 2026/5/20(水) 05:00 まで',
        '    このうち 2026/5/20(水) 02:00 から 2026/5/20(水) 03:30 までは配信なし',
        '  一日中の配信: なし',
        '  期限: 2026/5/22(金)(2026/5/23(土) 05:00 まで)',
        '  2026/5/20(水) 02:45  夜のうち、配信がない時間',
      ],
    ],
    [
      'gap-before-all-day',
      [
        '  2026/5/20(水) 配信なし',
        '  配信なし: 2026/5/23(土) 05:00 から 2026/5/27(水) 00:00 まで',
        '  一日中の配信: 2026/5/27(水) 00:00 から',
        '  2026/5/23(土) 08:00  最後の夜のあと、一日中の配信の前',
        '  2026/5/27(水) 08:00  一日中の配信の間',
      ],
    ],
    [
      'institution-code',
      [
        '  番号: A-12',
        '    1. (例) 受付のシステムにログインする',
        '    お知らせ番号: お知らせの番号(必須)',
        '    医療機関コード: 数字 10 桁(必須)',
        '      書き方: 数字10桁',
        '      記入例: 0000000000(このままでは送れません)',
        '    電話番号: 電話番号(任意)',
        '  (例) サポート窓口 000-000-0000',
        '    受付時間: 月-金 9:00-17:00',
      ],
    ],
  ] as const)('of %s says what the notice has', (name, lines) => {
    expect(pageOf(example(name)).split('\n')).toEqual(expect.arrayContaining([...lines]));
  });

  it('names another zone than Japan', () => {
    const { delivery, ...rest } = example('window-with-hole');
    const page = pageOf({ ...rest, delivery: delivery && { ...delivery, timeZone: 'Europe/Berlin' } });
    expect(page).toContain('時刻は Europe/Berlin のものです');
    expect(page).toContain('  2026/5/19(火) 20:00 から 2026/5/20(水) 05:00 まで');
  });

  it('lists the titles of the entries that the notice brings', () => {
    const entry = { id: 'own', title: '拡張機能が消えた', see: ['x'], why: 'x', do: ['x'], call: 'x', words: [] };
    expect(pageOf({ ...builtInNotice(), guide: [entry] })).toContain(
      '  このお知らせの手引き: 1 件\n    拡張機能が消えた\n',
    );
  });
});

describe('a warning', () => {
  const good = example('window-with-hole');
  const part = { id: 'x', name: '部品X', versionInfo: null, recordNames: [] };
  const later = instant('2026-12-01T09:00:00+09:00');
  const excludedLast = {
    ...good,
    delivery: good.delivery && { ...good.delivery, excludedNights: [good.delivery.lastNight] },
  };
  const afterTheLast = calendarOf(excludedLast).nights.at(-2)?.end ?? 0;

  it.each<readonly [string, Notice, number, string]>([
    ['the deadline is over', { ...good, delivery: null }, later, warningTexts.deadlinePassed],
    ['the nights are over', good, later, warningTexts.nightsPassed],
    [
      'the deadline comes before the last night',
      { ...good, deadline: '2026-05-20' },
      NOW,
      warningTexts.deadlineBeforeLast,
    ],
    ['all that delivers is over', excludedLast, afterTheLast, warningTexts.nightsPassed],
    [
      'nothing shows the version of a component',
      { ...good, components: [part], targets: [{ component: 'x', version: '1.0' }] },
      NOW,
      warningTexts.noWitness('部品X'),
    ],
    ['a component is not asked for', { ...good, components: [part] }, NOW, warningTexts.notAsked('部品X')],
    [
      'no version is older',
      { ...good, targets: [{ component: 'link-app', version: '0.0' }] },
      NOW,
      warningTexts.noOlder,
    ],
    [
      'the number stands in no field',
      { ...good, report: good.report && { ...good.report, fields: good.report.fields.slice(1) } },
      NOW,
      warningTexts.numberNowhere('901'),
    ],
    [
      'a question names a date that never comes',
      { ...good, delivery: null },
      NOW,
      warningTexts.noDateThere('nextNight'),
    ],
    [
      'nobody can be called',
      { ...good, contacts: [{ name: '窓口', phone: '電話', hours: [], hoursNote: null }] },
      NOW,
      warningTexts.noPhone('窓口'),
    ],
    ['it takes the place of the built-in one', { ...good, id: builtInNotice().id }, NOW, warningTexts.replacesBuiltIn],
  ])('is given where %s', (_, notice, now, warning) => {
    expect(warningsOf(notice, 2, now)).toContain(warning);
    expect(pageOf(notice, now).replaceAll(/\n */g, '')).toContain(`注意: ${warning}`);
  });

  it('is not given where the deadline is that of the last night which delivers', () => {
    const deadline = '2026-05-21';
    expect(excludedLast.delivery?.excludedNights).toEqual(['2026-05-22']);
    expect(warningsOf({ ...excludedLast, deadline }, 2, NOW)).toEqual([]);
  });

  it.each(exampleNames)('is not given for %s in its time', (name) => {
    expect(warningsOf(example(name), 2, NOW)).toEqual([]);
  });
});
