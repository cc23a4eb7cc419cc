import { describe, expect, it } from 'vitest';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { guideEntrySchema } from '../../src/domain/notice/parts.ts';
import { wordsOf, wordsOfNone } from '../../src/domain/notice/words.ts';
import { entriesInWords } from '../../src/guide/in-words.ts';
import { builtInEntries, entriesWith } from '../../src/guide/built-in.ts';
import { guideEntryText } from '../../src/guide/guide.ts';
import { guideIndex, searchGuide } from '../../src/guide/search.ts';
import { noticeWith } from '../domain/notice/builders.ts';
import { byHandNotice, januaryIn, madeUpNotice } from '../harness/made-up-notice.ts';

const { delivery } = madeUpNotice;
const notices: readonly (readonly [string, Notice])[] = [
  ["January's", builtInNotice()],
  ['a made-up one', madeUpNotice],
  ['without nights', { ...madeUpNotice, delivery: null }],
  ['without all-day delivery', { ...madeUpNotice, delivery: delivery && { ...delivery, allDayFrom: null } }],
  ['without a report', { ...madeUpNotice, report: null }],
  ['without a restart', { ...madeUpNotice, restart: false }],
  ['by hand', byHandNotice],
  ['by hand, with a restart and a report', { ...byHandNotice, restart: true, report: madeUpNotice.report }],
];
const guideOf = (notice: Notice) => entriesWith([], wordsOf(notice));
const entryOf = (notice: Notice, id: string) => guideOf(notice).find((entry) => entry.id === id);

describe.each(notices)('the guide under a notice: %s', (name, notice) => {
  it('has entries that are whole, with nothing left to fill in', () => {
    for (const entry of guideOf(notice)) {
      expect([entry.id, guideEntrySchema.safeParse(entry).success]).toEqual([entry.id, true]);
      expect([entry.id, JSON.stringify(entry).match(/[{](?!")[^,]*|。。|、、|、。|[「(][」)]/)?.[0]]).toEqual([
        entry.id,
        undefined,
      ]);
      expect([entry.id, ...entry.do].slice(1)).toEqual([...new Set(entry.do)]);
    }
  });

  it("speaks January's words only under January's", () => {
    const text = guideOf(notice)
      .map((entry) => guideEntryText(entry) + entry.words.join('\n'))
      .join('\n');
    const found = januaryIn(text.replaceAll(/\s/g, ''));
    expect(found.length > 0).toBe(name === "January's");
  });
});

describe('the words of a notice in the guide', () => {
  it('name several targets: both in what is to be done, one or the other in what is seen', () => {
    const unknown = entryOf(madeUpNotice, 'version-unknown');
    expect(unknown?.title).toBe('連携アプリケーションか診察券読取部品のバージョンが分からない');
    expect(unknown?.do).toContain('「連携アプリケーション」と「診察券読取部品」のバージョンを読んでください。');
  });

  it('tell the hours, the desk, and the way to the form with its fields', () => {
    expect(entryOf(madeUpNotice, 'leave-on-overnight')?.why).toContain('(21:30から翌朝4:15)');
    expect(entryOf(madeUpNotice, 'call-support')?.call).toBe('入れ替えの相談窓口(0120-111-222)に電話してください。');
    const report = entryOf(madeUpNotice, 'send-report');
    expect(report?.do).toEqual(expect.arrayContaining([...(madeUpNotice.report?.formPath ?? [])]));
    expect(report?.see).toContain('フォームに入れるもの: 案件、入れ替えた日、施設の番号、担当した人、折り返し先');
  });

  it('tell of no hour that belongs to another night under this notice', () => {
    const smallHours = noticeWith({ from: '01:00', to: '04:30' });
    for (const id of ['delivery-calendar', 'excluded-night'])
      expect(entryOf(smallHours, id)?.why).toContain('夜は始まる日で数え、4:30までがその夜です。');
    expect(entryOf(madeUpNotice, 'delivery-calendar')?.why).toContain('翌朝4:15までがその夜です。');
  });

  it('are found by the search, with the other names of a component', () => {
    const first = (notice: Notice, query: string): string | undefined =>
      searchGuide(guideIndex(guideOf(notice), []), query).hits[0]?.id;
    expect(first(madeUpNotice, '診察券プラグイン')).toBe('version-old');
    expect(first(builtInNotice(), '顔認証dll')).toBe('version-old');
    expect(first(builtInNotice(), 'クレオ')).toBe('send-report');
  });

  it('are general words where no notice is known', () => {
    const [entry] = entriesInWords(
      builtInEntries.filter(({ id }) => id === 'call-support'),
      wordsOfNone,
    );
    expect(entry?.call).toBe('問い合わせ先に電話してください。');
  });
});

describe('where no restart completes it', () => {
  /** What Windows itself, the tool or the delivery task wants a restart for, and how one that was asked for went. */
  const otherRestarts =
    /^(?:restart-.*|boot-unknown|not-a-full-boot|long-uptime|wait-until-done|fast-startup-on|task-.*|record-unreadable|night-interrupted|clock-future|download-restart-required|download-by-hand|tool-unknown-dialog|call-support)$/;

  it.each([
    ['by the tool', { ...madeUpNotice, restart: false }],
    ['by hand', byHandNotice],
  ] as const)('no entry has one for that: %s', (_, notice) => {
    const restarting = guideOf(notice).filter((entry) => guideEntryText(entry).includes('再起動'));
    expect(restarting.map(({ id }) => id).filter((id) => !otherRestarts.test(id))).toEqual([]);
  });

  it('no other restart is said to complete it, but one that Windows waits for', () => {
    const completing =
      /再起動で(?:仕上が|入れ替|そろ)|再起動(?:して初めて|すると完了|が済んで|がまだ)|再起動するまでバージョンアップ/;
    const found = guideOf({ ...madeUpNotice, restart: false }).filter((entry) =>
      completing.test(guideEntryText(entry).replaceAll(/\s/g, '')),
    );
    expect(found.map(({ id }) => id)).toEqual(['restart-pending']);
  });
});
