import { describe, expect, it } from 'vitest';
import { choose, journalOf, opening, play, press, row, rowIds, typed } from '../../console/builders.ts';
import { menuOf, selectedItem } from '../rows.ts';
import type { GuideState } from '../../../src/screens/model.ts';
import { findGuideEntry } from '../../../src/guide/situations.ts';
import { emptyField, fieldOf } from '../../../src/tui/text-field.ts';
import { at as timeOf, checks, everywhere, model, rowsOf, textOf, type ModelChanges } from '../builders.ts';
import { guideEntries } from '../../guide/january-guide.ts';
import { january } from '../../domain/notice/builders.ts';
import { screenIds } from '../../../src/screens/keys.ts';
import { screenNames } from '../../../src/screens/console.ja.ts';

const tall = { columns: 80, rows: 60 };

function guide(state: Partial<GuideState>, changes: ModelChanges = {}) {
  const shown = { entryId: null, query: emptyField, searching: false, seen: [] };
  return model({ screen: 'guide', size: tall, ...changes, guide: { ...shown, ...state } });
}

/** The same with another row selected. */
function at(shown: ReturnType<typeof guide>, index: number) {
  return { ...shown, selected: { ...shown.selected, guide: index } };
}

describe('the list', () => {
  it.each(everywhere)('has every entry in view when it is selected, at $name', (place) => {
    const shown = guide({}, { size: place });
    for (const [index, item] of menuOf(shown).entries()) {
      expect(rowsOf(at(shown, index), place.ambiguous)).toContain(`> ${item.label}`);
    }
  });

  it('begins with the search', () => {
    expect(rowsOf(guide({}))[6]).toBe('> 言葉で探す');
    expect(rowsOf(guide({ query: fieldOf('赤い') }))[6]).toBe('> 言葉で探す: 赤い');
  });

  it.each(everywhere)('shows what is being typed and what it finds, at $name', (place) => {
    const rows = rowsOf(guide({ searching: true, query: fieldOf('0x81000001') }, { size: place }), place.ambiguous);
    expect(rows[4]).toBe('手引き・質問・画面・履歴から探します。言葉を入れて Enter。');
    expect(rows[5]).toBe('  [0x81000001 ]');
    expect(rows[6]).toBe('  0x81000001: リーダーが別の所で登録済み');
    expect(rows.at(-1)).toContain('[Enter]決定 [Esc]やめる');
  });

  it('says so when nothing fits, with whom to call, and what to do then first', () => {
    for (const searching of [true, false]) {
      const shown = guide({ searching, query: fieldOf('qqqqqq') });
      expect(textOf(shown)).toContain('ぴったりの項がありません。');
      expect(textOf(shown)).toContain('0800-080-4583');
      expect(menuOf(shown).map(({ id }) => id)).toEqual(['search', 'entry:unlisted-message']);
    }
  });
});

describe('an entry', () => {
  const entry = findGuideEntry(guideEntries, 'download-error');
  if (!entry) throw new Error('no such entry');
  const opened = { entryId: entry.id, seen: ['ツールがエラーを表示しました。', 'EDQ-0001 → 中止'] };

  it('is read in order: what was seen, the phone, what can be done here, what you see, why, what to do, whom to call', () => {
    const rows = rowsOf(guide(opened));
    const headings = [
      entry.title,
      '見えたもの',
      '電話: オンライン資格確認等コールセンター 0800-080-4583',
      'ここでできること',
      'このように見えます',
      '原因',
      '対応(上から順に)',
      '直らないとき',
    ];
    const places = headings.map((heading) => rows.indexOf(heading));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(rows).toContain('  | EDQ-0001 → 中止');
  });

  it('says nothing of what was seen where nothing was', () => {
    expect(textOf(guide({ entryId: entry.id }))).not.toContain('見えたもの');
  });

  it.each(everywhere)('opens at its top, at $name', (place) => {
    const rows = rowsOf(guide(opened, { size: place }), place.ambiguous);
    expect(rows.slice(4, 8)).toEqual([
      entry.title,
      '見えたもの',
      '  | ツールがエラーを表示しました。',
      '  | EDQ-0001 → 中止',
    ]);
  });

  it.each(everywhere)('leads through all its instructions, each whole and in view, at $name', (place) => {
    const shown = guide(opened, { size: place });
    const first = menuOf(shown).findIndex(({ id }) => id === 'do:0');
    for (const [index, instruction] of entry.do.entries()) {
      const rows = rowsOf(at(shown, first + index), place.ambiguous);
      const here = rows.findIndex((row) => row.startsWith(`> [ ]  ${String(index + 1)}. `));
      const text = rows
        .slice(here, here + 3)
        .map((row) => row.trim())
        .join('');
      expect(text.replaceAll(' ', '')).toContain(instruction.replaceAll(' ', ''));
    }
  });

  it.each(everywhere)('says what can be done here, goes on to the next step, and records a call, at $name', (place) => {
    const shown = guide(opened, { size: place });
    const items = menuOf(shown);
    for (const [index, item] of items.entries()) {
      if (item.id.startsWith('do:')) continue;
      expect(rowsOf(at(shown, index), place.ambiguous)).toContain(`> ${item.label}`);
    }
    expect(items.map(({ id }) => id).filter((id) => !id.startsWith('do:'))).toEqual([
      'next-step',
      'restart',
      'read-again',
      'to-support',
      'support-called',
      'to-status',
      'list',
    ]);
    expect(items[0]?.label).toBe('次へ進む: 「今すぐダウンロード」を押す');
  });

  it('has the phone and what can be done at once above the fold at 80x24, on every page', () => {
    for (const { id } of guideEntries) {
      const shown = guide({ entryId: id }, { size: { columns: 80, rows: 24 } });
      const rows = rowsOf(shown);
      const here = menuOf(shown).findIndex(({ id: each }) => each === 'do:0');
      for (const { label } of menuOf(shown).slice(0, here))
        expect([id, rows.join('\n').includes(label)]).toEqual([id, true]);
    }
  });

  it('ticks an instruction and goes on to the next; choosing it again takes the tick away; other pages keep theirs', () => {
    const shown = guide(opened);
    const first = menuOf(shown).findIndex(({ id }) => id === 'do:0');
    const [ticked] = press(at(shown, first), 'enter');
    expect(textOf(ticked)).toContain('  [済] 1. ');
    expect(textOf(ticked)).toContain('> [ ]  2. ');
    const other = { ...ticked, guide: { ...ticked.guide, entryId: 'reader-001' } };
    expect(textOf(other)).not.toContain('[済] 1. ');
    const [again] = press(at(ticked, first), 'enter');
    expect(textOf(again)).toContain('> [ ]  1. ');
  });

  it('has the paper on errors first where it shows the error; where it is not set, the way to set it comes after what helps now', () => {
    const firstOf = (id: string, changes: ModelChanges = {}) => menuOf(guide({ entryId: id }, changes))[0];
    const { settings } = guide({}).about;
    const set = { about: { settings: { ...settings, paths: { ...settings.paths, errorDetails: 'D:\\errors.pdf' } } } };
    for (const id of ['after-consent-error', 'error-after-restart', 'reader-001', 'reader-lamp', 'reader-other']) {
      expect(firstOf(id, set)).toMatchObject({ id: 'error-details', intent: { path: 'D:\\errors.pdf' } });
      const ids = menuOf(guide({ entryId: id })).map((each) => each.id);
      expect(ids.indexOf('set-error-details')).toBe(ids.indexOf('to-support') + 1);
    }
    expect(firstOf('download-error', set)?.id).toBe('next-step');
    expect(firstOf('after-consent-error')?.id).toBe('restart');
    expect(menuOf(guide({ entryId: 'after-consent-error' }))[1]?.id).toBe('patient-waiting');
    const ids = (changes: ModelChanges) => menuOf(guide({ entryId: 'download-error' }, changes)).map(({ id }) => id);
    expect(ids(set)).toContain('error-details');
    expect(ids({})).not.toContain('set-error-details');
    const lamp = guide({ entryId: 'reader-lamp' });
    const place = menuOf(lamp).findIndex(({ id }) => id === 'set-error-details');
    const [settingsScreen] = press(at(lamp, place), 'enter');
    expect([settingsScreen.screen, selectedItem(settingsScreen)?.id]).toEqual(['settings', 'paths.errorDetails']);
  });

  it('has the call and what to say first while a patient waits, and nothing to do at the terminal', () => {
    const rows = rowsOf(guide({ entryId: 'patient-waiting' }, { size: { columns: 60, rows: 16 } }));
    expect(rows[4]).toBe('受付ができない。患者さんが待っている');
    expect(rows[5]).toContain('0800-080-4583');
    expect(rows.slice(6, 9).join('\n')).toContain('1. 患者さんに、別の方法で確かめると伝えてください。');
    expect(menuOf(guide({ entryId: 'patient-waiting' })).map(({ id }) => id)).toEqual([
      ...[0, 1, 2, 3, 4].map((index) => `do:${String(index)}`),
      'support-called',
      'to-status',
      'list',
    ]);
  });

  it('says beside the number that nobody answers there now', () => {
    const night = rowsOf(guide({ entryId: 'patient-waiting' }, { now: timeOf('20 19:15') }));
    expect(night[8]).toBe('  今は受付時間の外です(1/20(火) 19:15)。');
    expect(rowsOf(guide({ entryId: 'patient-waiting' }))[8]).not.toContain('受付時間');
  });

  it('does not lead to the restart that was just refused', () => {
    const survey = { boot: { bootedAt: timeOf('19 08:00'), lastBootKind: 'full' as const } };
    const refused = guide({ entryId: 'restart-denied' }, { survey });
    expect(refused.decision?.step).toBe('restart');
    expect(menuOf(refused).map(({ id }) => id)).not.toContain('next-step');
    expect(menuOf(guide({ entryId: 'download-error' }, { survey })).map(({ id }) => id)).toContain('next-step');
  });

  it('keeps the record of a call in view, blocked with its reason, for a console that only looks', () => {
    const rows = rowsOf(guide(opened, { about: { readOnly: true } }));
    expect(rows[rows.indexOf('  問い合わせたことを記録する') + 1]).toMatch(/^ {4}できません: 参照専用/);
  });

  it.each(guideEntries.map(({ id, title }) => ({ id, title })))('$id can be read to its end', ({ id, title }) => {
    const rows = rowsOf(guide({ entryId: id }, { size: { columns: 60, rows: 80 } }));
    expect(rows.join('')).toContain(title);
    expect(rows).toContain('  エラーの手引きの一覧を見る');
    expect(rows.join('\n')).not.toContain('..');
  });
});

describe('whom to call', () => {
  const calling = findGuideEntry(guideEntries, 'call-support');
  const calm = guideEntries.find(({ call }) => !call.includes('コールセンター'));
  if (!calling || !calm) throw new Error('no such entry');

  const contacts = (entryId: string, changes: ModelChanges = {}): readonly string[] => {
    const rows = rowsOf(guide({ entryId }, { size: { columns: 100, rows: 60 }, ...changes }));
    const first = rows.indexOf('直らないとき');
    return rows.slice(first + 2, rows.indexOf('', first));
  };

  it('is told with name, number, hours and whether somebody answers now', () => {
    expect(contacts('call-support', { now: timeOf('20 08:10') })).toEqual([
      '  オンライン資格確認等コールセンター 0800-080-4583',
      '    受付時間: 月-金 8:00-18:00 / 土 8:00-16:00',
      '    今は受付時間の中です(1/20(火) 08:10)。',
      '    祝日は休み。受付時間は業者の案内によるもので、変わることがあります。',
    ]);
    expect(contacts('call-support', { now: timeOf('20 18:00') })).toContain(
      '    今は受付時間の外です(1/20(火) 18:00)。',
    );
  });

  it.each(guideEntries.filter(({ call }) => call.includes('0800-080-4583')).map(({ id }) => id))(
    'is told with its hours in %s',
    (id) => {
      expect(contacts(id).join('')).toContain('受付時間: 月-金 8:00-18:00');
    },
  );

  it('goes by the clock of the notice, and takes whom a notice names', () => {
    const notice = january;
    const desk = { name: '窓口', phone: '03-0000-0000', hours: [], hoursNote: null };
    const own = {
      ...notice,
      delivery: { ...notice.delivery, timeZone: 'Europe/Berlin' },
      contacts: [...notice.contacts, desk],
    };
    expect(contacts('call-support', { now: timeOf('20 08:10'), about: { notice: own } })).toEqual([
      '  オンライン資格確認等コールセンター 0800-080-4583',
      '    受付時間: 月-金 8:00-18:00 / 土 8:00-16:00',
      '    今は受付時間の外です(1/20(火) 00:10)。',
      '    祝日は休み。受付時間は業者の案内によるもので、変わることがあります。',
      '  窓口 03-0000-0000',
    ]);
    expect(contacts('download-error', { about: { notice: own } }).join('')).not.toContain('窓口');
  });

  it('has no hours where the entry sends to somebody else', () => {
    expect(contacts(calm.id)).toEqual([]);
  });
});

describe('how the checks stand now', () => {
  const network = (status: 'ok' | 'fail') => ({ survey: { checks: checks({ network: status, clock: 'warn' }) } });

  it.each([
    ['fail', '[異常] '],
    ['ok', '[済]   '],
  ] as const)('is shown in the entry that explains them: %s', (status, mark) => {
    const text = textOf(guide({ entryId: 'network-edns' }, network(status)));
    expect(text).toContain('いまの状態(08:10 に確認)');
    expect(text).toContain(`  ${mark}ネットワーク: network の点検は ${status} です。`);
    expect(text).not.toContain('時計:');
  });

  it('is no part of an entry about something else', () => {
    expect(textOf(guide({ entryId: 'download-error' }, network('fail')))).not.toContain('いまの状態');
  });

  it('is told of those that are not in order, where an entry is about many', () => {
    const unknown = { survey: { checks: checks({ 'disk-space': 'unknown' }) } };
    const text = textOf(guide({ entryId: 'check-unknown' }, unknown));
    expect(text).toContain('ディスクの空き: disk-space の点検は unknown です。');
    expect(text).not.toContain('配信タスク:');
    expect(textOf(guide({ entryId: 'check-unknown' }))).toContain('どれも問題ありません。');
  });
});

const journal = journalOf(['20 08:02', { event: 'support-called' }]);

/** The search with these words typed, opened by its key on the status. */
function searched(words: string) {
  const [open] = press(opening({ journal }), '/');
  return play(open, typed(words), 'enter')[0];
}

describe('the search', () => {
  it.each(screenIds.filter((id) => id !== 'guide'))('finds the screen %s by its name, before all else', (id) => {
    const found = searched(screenNames[id]);
    expect(rowIds(found)[1]).toBe(`screen:${id}`);
    const [chosen] = choose(found, `screen:${id}`);
    expect(chosen.screen).toBe(id);
    // Not beside a word that nothing fits.
    expect(textOf(found)).not.toContain('ぴったりの項がありません');
  });

  it('does not lead to itself, and has the pages that help before a screen whose name only begins so', () => {
    expect(rowIds(searched('エラー'))[1]).toMatch(/^entry:/);
    const asked = rowIds(searched('問い合わせ'));
    expect(asked.indexOf('screen:support')).toBeGreaterThan(1);
    expect(rowIds(searched('エラー')).filter((id) => id === 'screen:guide')).toEqual([]);
  });

  it('finds a screen by the beginning of its name, and by what the footer calls it', () => {
    expect(rowIds(searched('よくある'))).toContain('screen:faq');
    expect(rowIds(searched('取得'))).toContain('screen:download');
    expect(rowIds(searched('履')).filter((each) => each.startsWith('screen:'))).toEqual([]);
  });

  it('says how many entries of the history hold the words, and leads to them; Esc leads back', () => {
    const found = searched('電話 問い合わせ');
    expect(row(found, 'in-history').label).toBe('履歴: この言葉の記録が 1 件');
    const [history] = choose(found, 'in-history');
    expect(history.screen).toBe('history');
    expect(rowsOf(history).filter((each) => each.startsWith('> 1/20'))).toEqual([
      '> 1/20(火) 08:02 電話で問い合わせました。',
    ]);
    const [back] = press(history, 'escape');
    expect(back.screen).toBe('guide');
    expect(back.guide.query.text).toBe('電話 問い合わせ');
  });

  it('does not name the history where it has nothing of the kind', () => {
    expect(rowIds(searched('こんにちは'))).not.toContain('in-history');
    expect(rowIds(press(opening({ journal }), '/')[0])).not.toContain('in-history');
  });
});
