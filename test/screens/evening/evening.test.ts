import { describe, expect, it } from 'vitest';
import { eveningTicks, type CheckStatus } from '../../../src/domain/facts.ts';
import { calendarOf } from '../../../src/domain/notice/calendar.ts';
import { wordsOf } from '../../../src/domain/notice/words.ts';
import { play } from '../../console/builders.ts';
import { noticeWith } from '../../domain/notice/builders.ts';
import {
  at,
  checks,
  components,
  everywhere,
  model,
  rowsOf,
  textOf,
  unreadable,
  updated,
  type ModelChanges,
} from '../builders.ts';
import { menuOf } from '../rows.ts';

const bad: Record<string, CheckStatus> = { 'power-settings': 'warn', 'card-reader': 'unknown' };
const tall = { columns: 80, rows: 40 };

function evening(changes: ModelChanges = {}) {
  return model({ screen: 'evening', now: at('19 18:40'), size: tall, ...changes });
}

/** Nights from 1:00 to 4:30; on the evening of the 19th the one of the 20th is tonight. */
function smallHours() {
  const notice = noticeWith({ firstNight: '2026-01-20', excludedNights: ['2026-01-21'], from: '01:00', to: '04:30' });
  return { notice, calendar: calendarOf(notice), words: wordsOf(notice) };
}

const joined = (text: string): string => text.replaceAll(/\s/g, '');

describe('evening', () => {
  it('says from when to when the power stays on, and what follows in the morning', () => {
    const text = textOf(evening()).replaceAll('\n', '');
    expect(text).toContain('1/19(月) 20:00 から 1/20(火) 05:00 まで、端末とカードリーダーの電源を点けたままにします。');
    expect(text).toContain('翌朝、診療の前に再起動します。');
  });

  it('shows first what is not as it must be tonight, and how to mend it', () => {
    const rows = rowsOf(evening({ survey: { checks: checks(bad) } }));
    const from = rows.indexOf('端末の点検') + 1;
    expect(rows.slice(from, from + 5)).toEqual([
      '  [要]   電源の設定     power-settings の点検は warn です。',
      '        power-settings を直してください。',
      '  [不明] カードリーダー card-reader の点検は unknown です。',
      '        card-reader を直してください。',
      '  [済]   時計、配信タスク、ネットワーク、ディスクの空き',
    ]);
  });

  it('leaves out what does not matter at night', () => {
    expect(textOf(evening({ survey: { checks: checks({ session: 'warn' }) } }))).not.toContain('サインイン');
  });

  it('has a mark for each line that only the operator can see', () => {
    const text = textOf(evening({ eveningTicks: ['terminal-stays-on'] }));
    expect(text).toContain('[要]   顔認証付きカードリーダーの電源を点けたままにする');
    expect(text).toContain('[済]   端末はシャットダウンも再起動もせず、点けたままにする');
  });

  it('goes on to the next line with each tick: Enter alone ticks all, and none twice', () => {
    const [ticked] = play(evening(), 'enter', 'enter', 'enter');
    expect(ticked.eveningTicks).toEqual([...eveningTicks]);
    expect(rowsOf(ticked)).toContain('> 1/19(月) の夜に点けたままにする(記録する)');
    const [without] = play(ticked, 'up', 'enter');
    expect(without.eveningTicks).toEqual(eveningTicks.slice(0, -1));
    expect(textOf(without)).toContain('> [要]   画面を消すときはモニターの電源だけを切る');
  });

  it('keeps the night blocked, with its reason, until all of it is ticked', () => {
    const night = '1/19(月) の夜に点けたままにする(記録する)';
    const reason = 'できません: 先に上の項目をすべて確かめてください。';
    expect(textOf(evening({ eveningTicks: ['reader-power'] }))).toContain(`  ${night}\n    ${reason}`);
    expect(textOf(evening({ eveningTicks }))).toContain(night);
    expect(textOf(evening({ eveningTicks }))).not.toContain('できません');
  });

  it('offers no night when there is none any more', () => {
    const text = textOf(evening({ now: at('31 18:40'), eveningTicks }));
    expect(text).toContain('配信のある夜はもうありません。');
    expect(text).not.toContain('記録する');
  });

  it('says from when delivery runs all day, where that is still to come', () => {
    const notice = noticeWith({ allDayFrom: '2026-02-15' });
    const about = { notice, calendar: calendarOf(notice) };
    expect(textOf(evening({ about, now: at('31 18:40') }))).toContain(
      '配信のある夜はもうありません。2/15(日) からは一日中配信されます。',
    );
    expect(textOf(evening({ now: at('31 18:40') }))).not.toContain('一日中');
  });

  it('takes a night of the small hours on record on the evening before, and then nothing is left to do', () => {
    const night = '1/20(火) 01:00 からの夜に点けたままにする(記録する)';
    const shown = evening({ about: smallHours(), eveningTicks });
    expect(menuOf(shown).find(({ id }) => id === 'leave-on')).toMatchObject({ blocked: null });
    expect(textOf(shown)).toContain(night);
    const events = [{ event: 'left-on', night: '2026-01-20', at: at('19 18:35') }] as const;
    for (const now of [at('19 18:40'), at('20 00:30')]) {
      const recorded = evening({ about: smallHours(), events, now });
      expect(textOf(recorded)).toContain('今夜することは、もうありません。');
      expect(textOf({ ...recorded, screen: 'status' })).toContain('1/20(火) 01:00 からの夜の準備は記録済み');
      expect(textOf({ ...recorded, screen: 'status' })).toContain('今夜することは、もうありません。');
    }
  });

  it('says on the evening before that a night of the small hours is excluded', () => {
    const shown = evening({ about: smallHours(), now: at('20 18:40') });
    const said = '今夜は配信がありません。点けたままにしても届きません。次は 1/22(木) 01:00 からの夜です。';
    expect(joined(textOf(shown))).toContain(joined(said));
    expect(joined(textOf({ ...shown, screen: 'status' }))).toContain(joined(said));
  });

  it("tells the notice's times by the clock of its zone, whatever the terminal's is", () => {
    const notice = noticeWith({ holes: [{ from: '2026-01-19T22:00', to: '2026-01-19T23:00' }] });
    const text = textOf(evening({ about: { notice, calendar: calendarOf(notice), offsetMinutes: 0 } }));
    expect(text).toContain('1/19(月) 20:00 から 1/20(火) 05:00 まで');
    expect(text).toContain('1/19(月) 22:00 から 1/19(月) 23:00 までは、配信が休みです。');
  });

  it('passes over a night without delivery, and says so first', () => {
    const shown = evening({ now: at('25 18:40') });
    expect(textOf(shown)).toContain('1/26(月) の夜に点けたままにする');
    expect(rowsOf(shown)[4]).toBe('今夜は配信がありません。点けたままにしても届きません。次は 1/26(月) の夜です。');
    expect(textOf(evening())).not.toContain('今夜は配信がありません');
  });

  it('says that tonight is on record and since when, and takes no tick away', () => {
    const events = [{ event: 'left-on', night: '2026-01-19', at: at('19 18:41') }] as const;
    const recorded = evening({ events });
    expect(joined(textOf(recorded))).toContain('1/19(月)18:41に記録しました。今夜することは、もうありません。');
    expect(textOf(recorded)).toContain('  - 顔認証付きカードリーダーの電源を点けたままにする');
    expect(menuOf(recorded).map(({ id }) => id)).toEqual(['to-status']);
    expect(textOf(evening({ events, now: at('20 18:40') }))).toContain('1/20(火) の夜に点けたままにする(記録する)');
  });

  it('does not say that nothing is left to do while something of it is not in order, or of a later night', () => {
    const events = [{ event: 'left-on', night: '2026-01-19', at: at('19 18:41') }] as const;
    for (const changes of [
      { survey: { checks: checks({ 'power-settings': 'warn' }) } },
      { survey: { checks: checks(), pending: { checks: ['network'], boot: false } } },
      { survey: { components: components(unreadable) } },
      { now: at('15 18:00') },
    ] as const) {
      const shown = evening({ events, ...changes });
      for (const screen of ['evening', 'status'] as const) {
        expect(textOf({ ...shown, screen })).not.toContain('もうありません');
        expect(textOf({ ...shown, screen })).not.toContain('閉じてかまいません');
      }
    }
    const early = evening({ events, now: at('15 18:00') });
    expect(textOf({ ...early, screen: 'status' })).toContain('次にすること: 1/19(月) の夜の準備は記録済み');
  });

  it.each([
    ['13 days before', at('06 08:10'), '1/19(月)'],
    ['on the evening before', at('18 21:00'), '1/19(月)'],
    ['on the evening without delivery', at('25 18:40'), '1/26(月)'],
  ])('takes no later night on record, and nothing for it can be ticked: %s', (_, now, night) => {
    const shown = evening({ now, eveningTicks });
    const leave = menuOf(shown).find(({ id }) => id === 'leave-on');
    expect(leave?.blocked).toBe(`今夜は配信がありません。次は ${night} の夜です。その日に記録してください。`);
    expect(textOf(shown)).toContain(`${night} の夜に点けたままにする(記録する)`);
    expect(menuOf(shown).map(({ id }) => id)).toEqual(['leave-on', 'to-status']);
    expect(textOf(shown)).toContain('端末の点検(今の状態です。');
    const [left] = play(shown, 'enter', 'enter', 'enter', 'enter');
    expect(left.screen).toBe('evening');
  });

  it('says of a later night that is on record already no more than that', () => {
    const events = [{ event: 'left-on', night: '2026-01-19', at: at('06 08:10') }] as const;
    const text = textOf(evening({ events, now: at('06 08:20') }));
    expect(text).toContain('この夜の準備は、1/6(火) 08:10 に記録しました。');
    expect(text).not.toContain('翌朝まで、このままにすること');
  });

  it('is done on its own evening, though it was put on record days before', () => {
    const early = { event: 'left-on', night: '2026-01-19', at: at('06 08:10') } as const;
    const ahead = evening({ events: [early], eveningTicks });
    expect(textOf(ahead)).toContain('1/6(火) 08:10 に記録しました。');
    expect(menuOf(ahead).map(({ id }) => id)).toContain('leave-on');
    expect(menuOf(ahead).find(({ id }) => id === 'leave-on')?.blocked).toBeNull();
    expect(textOf({ ...ahead, screen: 'status' })).not.toContain('今夜することは、もうありません');
    const now = evening({ events: [early, { ...early, at: at('19 18:35') }] });
    expect(menuOf(now).map(({ id }) => id)).toEqual(['to-status']);
    expect(textOf({ ...now, screen: 'status' })).toContain('今夜することは、もうありません');
  });

  it('names the evening before as the day to record a night of the small hours', () => {
    const shown = evening({ about: smallHours(), now: at('18 18:40') });
    expect(menuOf(shown).find(({ id }) => id === 'leave-on')?.blocked).toBe(
      '今夜は配信がありません。次は 1/20(火) 01:00 からの夜です。その前の日の夕方に記録してください。',
    );
  });

  it('asks for nothing of a terminal that is up to date', () => {
    const done = evening({ survey: { components: components(updated) }, now: at('20 08:10') });
    expect(textOf(done)).toContain('今夜、点けたままにする必要はありません。');
    expect(menuOf(done).map(({ id }) => id)).toEqual(['to-status']);
  });

  it.each(everywhere)('has every row in view when it is selected, whole, at $name', (place) => {
    const texts = [
      '顔認証付きカードリーダーの電源を点けたままにする',
      '端末はシャットダウンも再起動もせず、点けたままにする',
      '画面を消すときはモニターの電源だけを切る',
      '1/19(月) の夜に点けたままにする(記録する)    できません: 先に',
    ];
    for (const [index, text] of texts.entries()) {
      const shown = evening({ size: place, survey: { checks: checks(bad) } });
      const rows = rowsOf({ ...shown, selected: { ...shown.selected, evening: index } }, place.ambiguous);
      const here = rows.findIndex((row) => row.startsWith('> '));
      expect(joined(rows.slice(here, here + 2).join(''))).toContain(joined(text));
    }
  });
});
