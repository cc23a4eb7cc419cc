import { describe, expect, it } from 'vitest';
import { staffTexts, technicianTexts } from '../../src/card/card.ja.ts';
import { staffCard } from '../../src/card/cards.ts';
import { technicianCard } from '../../src/card/cards.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { width } from '../../src/text/cells.ts';
import { paperText } from '../../src/text/paper.ts';
import { january } from '../domain/notice/builders.ts';
import { byHandNotice, januaryIn, madeUpNotice } from '../harness/made-up-notice.ts';

const settings = defaultSettings();
/** The pages without the line ends that the width of a page brings. */
const technician = (notice: Notice, own = settings): string => joined(paperText(technicianCard(notice, own)));
const staff = (notice: Notice): string => joined(paperText(staffCard(notice)));

function joined(text: string): string {
  return text.replaceAll(/(?<=[^\x20-\x7e\n])\n {5,}(?=[^\x20-\x7e])/g, '');
}

/** The rows under a heading. */
function under(text: string, heading: string): readonly string[] {
  const section = text.split('\n\n').find((each) => each.startsWith(`${heading}\n`));
  return (
    section
      ?.split('\n')
      .slice(1)
      .map((row) => row.trim())
      .filter(Boolean) ?? []
  );
}

it('has a place for each day that only the clinic knows, not for that of the proof', () => {
  const day = { id: 'bought-on', label: '機器の購入日', kind: 'date', length: null, hint: null, sample: null } as const;
  const fields = [
    { ...day, required: true },
    { ...day, id: 'completed-on', label: '完了年月日', required: true },
  ];
  const text = technician({ ...byHandNotice, report: { number: null, formPath: [], fields } });
  expect(under(text, technicianTexts.bring.heading)).toContain('完了報告に書くもの: 機器の購入日');
});

describe("the technician's card of January", () => {
  const text = technician(builtInNotice());

  it('says what must be reached, until when, and what to bring', () => {
    expect(text).toContain('必要なバージョン: 顔認証ライブラリ 5.1.0 以上\n');
    expect(text).toContain('期限: 1/30(金)\n');
    expect(under(text, technicianTexts.bring.heading)).toContain('完了報告に書くもの: 医療機関名、電話番号');
  });

  it('has the nights, the excluded one, and what comes after them', () => {
    expect(under(text, '配信の夜')).toEqual([
      '1/19(月) から 1/30(金) まで、毎晩 20:00 から 翌朝5:00 まで',
      '配信のある夜のうち、どれか一晩点けておけば届きます。',
      '配信のない夜: 1/25(日)',
      '1/31(土) からは一日中配信されます。受付の最中にエラーが出ることがあります。',
    ]);
  });

  it('saves the work before the restart, and verifies after it', () => {
    const rows = under(text, technicianTexts.morning.night);
    const at = (word: string): number => rows.findIndex((row) => row.includes(word));
    expect(at('保存')).toBe(0);
    expect(at('「再起動」を選んで')).toBeGreaterThan(at('保存'));
    expect(at('5.1.0 以上')).toBeGreaterThan(at('「再起動」を選んで'));
    expect(at('0800-080-4583')).toBe(rows.length - 1);
  });

  it('has a place for each value of the report, its number, and never a sample', () => {
    const rows = under(text, technicianTexts.report.heading);
    expect(rows).toContain('識別番号: 150');
    expect(rows.filter((row) => row.endsWith('____'))).toHaveLength(3);
    expect(text).not.toMatch(/クレオクリニック|05020173758/);
  });

  it('has the number to call with its hours', () => {
    expect(under(text, '電話').slice(0, 2)).toEqual([
      'オンライン資格確認等コールセンター 0800-080-4583',
      '受付時間: 月-金 8:00-18:00 / 土 8:00-16:00',
    ]);
  });

  it("tells no time but the program's own limits, as the settings have them", () => {
    const limits = { ...settings.limits, checkTimeoutSeconds: 7, toolSilenceSeconds: 90, restartDelaySeconds: 120 };
    const rows = under(technician(builtInNotice(), { ...settings, limits }), technicianTexts.times.heading).join('');
    expect(rows.match(/\d+ ?[秒分]/g)).toEqual(['7 秒', '90 秒', '2 分']);
    expect(
      under(text, technicianTexts.times.heading)
        .join('')
        .match(/\d+ ?[秒分]/g),
    ).toEqual(['5 秒', '10 分', '60 秒']);
    expect(text).toContain('ダウンロード: ____ 分');
  });
});

describe("the technician's card of others", () => {
  it('names every target, a hole and a gap', () => {
    const text = technician(madeUpNotice);
    expect(text).toContain('連携アプリケーション 4.7.2 以上');
    expect(text).toContain('診察券読取部品が 2.3.0.4 以上になったこと');
    expect(text).toContain('配信の休み: 1/22(木) 01:00 から 1/22(木) 02:00 まで');
    expect(text).toContain('1/27(火) の夜が明けてから 2/9(月) までは、配信がありません。');
    expect(text).toContain('案件: B-7');
    expect(text).not.toContain('見本花子');
  });

  it('has the steps as the notice has them where it is done by hand, and no night, restart or form', () => {
    const steps = ['{component} を <b>入れる', '閉じる'];
    const text = technician({ ...byHandNotice, steps });
    expect(under(text, technicianTexts.morning.day).slice(0, 2)).toEqual(
      steps.map((step, index) => `[ ] ${String(index + 1)}. ${step}`),
    );
    expect(text).not.toMatch(/再起動|今夜|配信の夜|今すぐダウンロード|サインイン/);
    expect(text).toContain(technicianTexts.report.none);
  });

  it('presses the button itself where nothing comes at night', () => {
    const text = technician({ ...madeUpNotice, delivery: null });
    expect(under(text, technicianTexts.morning.day).some((row) => row.includes('を押し、終わるまで'))).toBe(true);
    expect(text).not.toContain('点けたまま');
  });
});

describe('the nights on both cards', () => {
  const delivery = { ...january.delivery, allDayFrom: '2026-02-02' };
  const both = (changes: Partial<typeof delivery>): readonly [string, string] => {
    const notice = { ...january, delivery: { ...delivery, ...changes } };
    return [technician(notice), staff(notice)];
  };

  it('go from the first to the last one that delivers, with the others in order', () => {
    const excludedNights = ['2026-01-30', '2026-01-19', '2026-01-25', '2026-01-29', '2026-01-25'];
    for (const text of both({ excludedNights })) {
      expect(text).toContain('1/20(火) から 1/28(水) まで、毎晩 20:00 から 翌朝5:00 まで');
      expect(text).toContain('配信のない夜: 1/19(月)、1/25(日)、1/29(木)、1/30(金)\n');
      expect(text).toContain('1/28(水) の夜が明けてから 2/2(月) までは、配信がありません。');
    }
  });

  it('is one night where one alone delivers', () => {
    for (const text of both({ lastNight: '2026-01-21', excludedNights: ['2026-01-19', '2026-01-21'] }))
      expect(text).toContain('1/20(火) の夜、20:00 から 翌朝5:00 まで');
  });

  it('of the small hours are prepared on the evening before, and have their time', () => {
    const [own, sign] = both({ from: '01:00', to: '04:30' }).map((text) => text.replaceAll(/\n +/g, ''));
    for (const text of [own, sign]) {
      expect(text).toContain('1/19(月) から 1/30(金) まで、毎日 1:00 から 4:30 まで(前の日の夕方から点けておきます)');
      expect(text).toContain('配信のない夜: 1/25(日) 01:00 から');
      expect(text).toContain('配信は日付が変わったあとの 1:00 からです。');
      expect(text).not.toMatch(/今夜: |毎晩|電源を、1:00 から/);
    }
    expect(sign).toContain('____ 月 ____ 日の夕方から、翌日の 4:30 まで');
    expect(sign).toContain('[ ] 1/19(月) 01:00 から  [ ] 1/20(火) 01:00 から');
  });

  it.each([
    ['01:00', '04:30', '翌日の 4:30'],
    ['05:00', '23:00', '翌日の 23:00'],
    ['05:00', '05:00', '翌々日の 5:00'],
    ['05:00', '04:00', '翌々日の 4:00'],
  ])('from %s to %s end, for whoever reads it on the evening before, at %s', (from, to, end) => {
    const [own, sign] = both({ from, to }).map((text) => text.replaceAll(/\n +/g, ''));
    expect(own).toContain(`これから${end} まで点けたまま`);
    expect(sign).toContain(`の夕方から、${end} まで`);
    expect(sign).toContain(`${end} まで、端末とカードリーダーの電源を`);
  });
});

describe("the staff's card", () => {
  it('is a sign for the switch, with the nights to tick but not the excluded one', () => {
    const text = staff(builtInNotice());
    expect(text.split('\n')[0]).toBe('今夜は電源を切らないでください');
    expect(text).toContain('[ ] 1/24(土)');
    expect(text).not.toContain('[ ] 1/25(日)');
    expect(text).toContain('配信のない夜: 1/25(日)');
    expect(text.match(/\[ \] 1\/\d+\(.\)/g)).toHaveLength(11);
  });

  it('says what to do at reception: restart, then whom to call', () => {
    const rows = under(staff(builtInNotice()), staffTexts.error.heading).join('');
    expect(rows).toMatch(/書き留めて.*保存.*「再起動」.*やり直して.*電話.*緊急時医療情報・資格確認機能/);
    expect(staff(builtInNotice())).toContain('0800-080-4583');
  });

  it('asks for no restart where none completes it, and for no night where nothing comes', () => {
    const text = staff(byHandNotice);
    expect(text).not.toMatch(/再起動|今夜/);
    expect(text).toContain(staffTexts.noNights);
    expect(text).toContain('入れ替えの相談窓口 0120-111-222');
  });

  it('leaves out boxes that nobody would look through', () => {
    const { delivery } = madeUpNotice;
    const text = staff({
      ...madeUpNotice,
      delivery: delivery && { ...delivery, lastNight: '2026-03-27', allDayFrom: null },
    });
    expect(text).not.toMatch(/\[ \] \d+\/\d/);
    expect(text).toContain('1/19(月) から 3/27(金) まで');
  });
});

it.each([
  ['made up', madeUpNotice],
  ['by hand', byHandNotice],
])("the cards have no word of January's, and no open brace: %s", (_, notice) => {
  const text = `${technician(notice)}${staff(notice)}`;
  // Any night may be one of January's too.
  expect(januaryIn(text.replaceAll(/\[ \] \d+\/\d+/g, ''))).toEqual([]);
  expect(text).not.toMatch(/[{}]/);
});

it.each([builtInNotice(), madeUpNotice, byHandNotice])('the cards fit 80 columns: $id', (notice) => {
  const text = paperText(technicianCard(notice, settings)) + paperText(staffCard(notice));
  expect(text.split('\n').filter((row) => width(row, 'wide') > 79)).toEqual([]);
});
