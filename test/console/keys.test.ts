import type { ScreenId } from '../../src/screens/keys.ts';
import { describe, expect, it } from 'vitest';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import type { Model } from '../../src/screens/model.ts';
import type { KeyId } from '../../src/tui/keys.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { noKeyTexts } from '../../src/tui/keys.ja.ts';
import { foreign, journalOf, onScreen, opening, play, press, ready, typed } from './builders.ts';

/** The history of a long day: thirty rows, and three before them. */
function longHistory(): Model {
  const minutes = Array.from({ length: 30 }, (_, index) => String(index).padStart(2, '0'));
  const journal = journalOf(...minutes.map((minute) => [`20 07:${minute}`, { event: 'support-called' }] as const));
  return onScreen(ready({ journal }), 'history');
}

describe('moving through the rows', () => {
  it.each([
    ['up', 5, 4],
    ['down', 5, 6],
    ['page-up', 15, 5],
    ['page-down', 15, 25],
    ['home', 15, 0],
    ['end', 15, 32],
    ['up', 0, 0],
    ['page-up', 3, 0],
    ['down', 32, 32],
    ['page-down', 25, 32],
  ] as const)('%s goes from row %i to row %i', (key, from, to) => {
    const model = longHistory();
    const [moved, effects] = press({ ...model, selected: { ...model.selected, history: from } }, key);
    expect(moved.selected.history).toBe(to);
    expect(effects).toEqual([]);
  });

  it('starts from the last row where the menu has become shorter', () => {
    const model = longHistory();
    const [moved] = press({ ...model, selected: { ...model.selected, history: 99 } }, 'up');
    expect(moved.selected.history).toBe(31);
  });

  it('goes on to the next row with Enter where a row is only read', () => {
    const [moved, effects] = play(onScreen(ready(), 'help'), 'down', 'down', 'enter', 'enter');
    expect(moved.selected.help).toBe(4);
    expect(effects).toEqual([]);
  });

  it('does nothing on a screen without rows', () => {
    const model = { ...onScreen(ready(), 'restart'), restart: { ...idleRestart, phase: 'asking' as const } };
    const [after, effects] = play(model, 'down', 'enter', 'end');
    expect(after.selected.restart).toBe(0);
    expect(effects).toEqual([]);
  });
});

describe('keys on a screen', () => {
  it.each([
    ['1', 'status'],
    ['2', 'evening'],
    ['3', 'by-hand'],
    ['4', 'download'],
    ['5', 'restart'],
    ['6', 'guide'],
    ['7', 'history'],
    ['8', 'report'],
    ['9', 'faq'],
    ['t', 'support'],
    ['s', 'settings'],
    ['0', 'help'],
    ['?', 'help'],
  ] as const satisfies readonly (readonly [KeyId, ScreenId])[])('%s opens %s', (key, screen) => {
    expect(press(longHistory(), key)[0].screen).toBe(screen);
  });

  it.each([
    ['kana', noKeyTexts.kana],
    ['other', noKeyTexts.unknownKey],
    ['left', noKeyTexts.unknownKey],
  ] as const)('%s is answered in words, and the words go with the next key', (id, words) => {
    const [told] = press(ready(), { id });
    expect(told.message).toBe(words);
    expect(press(told, 'down')[0].message).toBeNull();
  });

  it('opens the list of the guide with 6, whatever entry was read last', () => {
    const [entry] = play(ready(), '6', 'down', 'enter');
    expect(entry.guide.entryId).not.toBeNull();
    const [list] = play(entry, '1', '6');
    expect(list.guide.entryId).toBeNull();
  });

  it('starts the filter of the history with /, and ends it with Esc', () => {
    const [filtering, effects] = play(longHistory(), '/', typed('なし'));
    expect(filtering.historyList).toMatchObject({ searching: true, query: { text: 'なし' } });
    expect(effects).toEqual([]);
    const [kept] = press(filtering, 'enter');
    expect(kept.historyList).toMatchObject({ searching: false, query: { text: 'なし' } });
    expect(press(filtering, 'escape')[0].historyList).toMatchObject({ searching: false, query: { text: '' } });
  });

  it('starts a search of the guide with /', () => {
    const [searching, effects] = play(onScreen(ready(), 'guide'), '/', typed('DNS'));
    expect(searching).toMatchObject({ screen: 'guide', guide: { searching: true, query: { text: 'DNS' } } });
    expect(effects).toEqual([]);
  });

  it('reads the terminal again with r, and says so', () => {
    const [reading, effects] = press(ready(), 'r');
    expect(reading).toMatchObject({ surveying: true, message: consoleTexts.surveying });
    expect(effects).toEqual([{ type: 'take-survey', scope: 'all', history: reading.history }]);
  });

  it('starts no second reading with r, but notes that one must follow', () => {
    const [noted, effects] = play(opening(), 'r', 'r');
    expect(noted.surveyAgain).toBe(true);
    expect(effects).toEqual([]);
  });

  it('says why a blocked row cannot be chosen, and changes nothing else', () => {
    const model = onScreen(ready({ lock: foreign }), 'download');
    const [told, effects] = press(model, 'enter');
    expect(told).toEqual({
      ...model,
      now: told.now,
      decision: told.decision,
      message: consoleTexts.blocked(consoleTexts.locked(4711)),
    });
    expect(effects).toEqual([]);
  });
});
