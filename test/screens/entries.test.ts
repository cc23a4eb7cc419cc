import { describe, expect, it } from 'vitest';
import { selectedItem } from './rows.ts';
import { placeOf } from '../../src/screens/index.ts';
import type { Model } from '../../src/screens/model.ts';
import { update } from '../../src/console/update.ts';
import { byHandTexts } from '../../src/screens/by-hand/by-hand.ja.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { acts, choose, onScreen, patience, play, press, ready, rowIds, typed } from '../console/builders.ts';

/** The field for the version that the operator sees, empty. */
function entry(): Model {
  return choose(onScreen(ready(), 'by-hand'), 'type-version')[0];
}

function recorded(version: string) {
  return { action: 'record', events: [{ event: 'operator-version', component: 'face-library', version }] };
}

describe('the version seen by eye', () => {
  it('is asked once where it would not prove the target, then confirmed and recorded', () => {
    const [question] = play(entry(), typed('5.0.3'), 'enter');
    expect(question.dialog).toMatchObject({ title: byHandTexts.ask.title(null, '5.0.3'), selected: 0 });
    const [after, effects] = play(question, 'right', 'enter');
    expect(acts(effects)).toEqual([recorded('5.0.3')]);
    expect(after).toMatchObject({ screen: 'status', message: consoleTexts.recording });
  });

  it.each(['5.1.0', '5.1', '5.10.0', '6.0'])('%s would prove the target, so it is typed twice', (version) => {
    const [again] = play(entry(), typed(version), 'enter');
    expect(again.dialog).toBeNull();
    expect(again.byHand.field?.text).toBe('');
    const [question, none] = play(again, typed(version), 'enter');
    expect(question.dialog).not.toBeNull();
    expect(none).toEqual([]);
    expect(acts(play(question, 'right', 'enter')[1])).toHaveLength(1);
  });

  it('begins anew where the second time differs from the first', () => {
    const [differs] = play(entry(), typed('5.1.0'), 'enter', typed('5.1.1'), 'enter');
    expect(differs.dialog).toBeNull();
    expect(differs.byHand).toMatchObject({ first: null, problem: byHandTexts.different });
    // The old first entry is gone: one more entry alone proves nothing.
    expect(play(differs, typed('5.1.0'), 'enter')[0].dialog).toBeNull();
  });

  it.each([
    ['５。１。０', '5.1.0'],
    ['５．１．０', '5.1.0'],
    [' 5.1.0 ', '5.1.0'],
  ])('takes %s, typed with Japanese input on, for %s', (text, version) => {
    const [question] = play(entry(), typed(text), 'enter', typed(text), 'enter');
    expect(question.dialog?.title).toBe(byHandTexts.ask.title(null, version));
  });

  it.each(['', '5', 'ごてんいち', '5.1.0 か 5.1.1', '5..1'])('refuses %j and says how to write it', (text) => {
    const [refused, effects] = play(entry(), typed(text), 'enter');
    expect(refused.byHand.problem).toBe(byHandTexts.notAVersion);
    expect(refused.dialog).toBeNull();
    expect(effects).toEqual([]);
    expect(press(refused, typed('5'))[0].byHand.problem).toBeNull();
  });

  it('never confirms its own question with a newline of the same paste, nor within the first moment', () => {
    const model = play(entry(), typed('5.0.3'))[0];
    const enter = (before: Model, chunk: number, later: number) =>
      update(before, { type: 'pressed', press: { id: 'enter' }, chunk, now: model.now + later });
    const [question] = enter(model, 9, 0);
    const [chosen] = update(question, { type: 'pressed', press: { id: 'right' }, chunk: 10, now: model.now });
    expect(enter(chosen, 9, patience)[1]).toEqual([]);
    expect(enter(chosen, 11, patience - 1)[1]).toEqual([]);
    expect(acts(enter(chosen, 11, patience)[1])).toEqual([recorded('5.0.3')]);
  });

  it('records nothing when the question is declined, and the field is closed', () => {
    const [declined, effects] = play(entry(), typed('5.0.3'), 'enter', 'enter');
    expect(declined).toMatchObject({ dialog: null, byHand: { field: null, first: null } });
    expect(effects).toEqual([]);
  });

  it('is given up with Esc, the first entry with it', () => {
    const [left] = play(entry(), typed('5.1.0'), 'enter', 'escape');
    expect(left.screen).toBe('by-hand');
    expect(left.byHand).toMatchObject({ field: null, first: null, problem: null });
  });

  it('takes digits for text, not for screens, and stays where arrows go nowhere', () => {
    const [model] = play(entry(), typed('1'), 'down', 'page-up', 'backspace', typed('5'));
    expect(model.screen).toBe('by-hand');
    expect(model.byHand.field?.text).toBe('5');
  });
});

describe('the search of the guide', () => {
  const searching = (): Model => press(onScreen(ready(), 'guide'), '/')[0];

  it('narrows the list with every character', () => {
    const all = rowIds(searching()).length;
    const [some] = press(searching(), typed('EDNS'));
    expect(rowIds(some)).toContain('entry:network-edns');
    expect(rowIds(some).length).toBeLessThan(all);
    expect(rowIds(press(some, typed('qqq'))[0])).toEqual(['search', 'entry:unlisted-message']);
  });

  it.each(['enter', 'down'] as const)('goes on to the first hit with %s', (key) => {
    const [found] = play(searching(), typed('EDNS'), key);
    expect(placeOf(found)).toBe('guide');
    expect(selectedItem(found)?.id).toMatch(/^entry:/);
    expect(press(found, 'enter')[0].guide.entryId).not.toBeNull();
  });

  it('goes on to what to do with what the guide does not hold where nothing is found', () => {
    const [nothing] = play(searching(), typed('qqq'), 'enter');
    expect(selectedItem(nothing)?.id).toBe('entry:unlisted-message');
    expect(press(nothing, 'enter')[0].guide.entryId).toBe('unlisted-message');
  });

  it('opens a question of the notice on its answer, and comes back to the hits', () => {
    const [hits] = play(searching(), typed('毎晩つけておくの'), 'enter');
    const at = rowIds(hits).indexOf('faq:0');
    const [answer] = press({ ...hits, selected: { ...hits.selected, guide: at } }, 'enter');
    expect(answer.screen).toBe('faq');
    expect(selectedItem(answer)?.id).toBe('faq:0');
    expect(rowIds(press(answer, 'escape')[0])).toEqual(rowIds(hits));
  });

  it('reads the guide once, when it is opened: a key press only looks into what was read', () => {
    const opened = searching();
    const [typedOn] = press(opened, typed('時計'));
    expect(opened.guide.index).toBeDefined();
    expect(typedOn.guide.index).toBe(opened.guide.index);
  });

  it('is dropped with Esc: the whole list again', () => {
    const [dropped] = play(searching(), typed('EDNS'), 'escape');
    expect(placeOf(dropped)).toBe('guide');
    expect(rowIds(dropped)).toEqual(rowIds(onScreen(ready(), 'guide')));
  });

  it('keeps what was typed when it is taken up again', () => {
    const [again] = play(searching(), typed('ED'), 'enter', '/', typed('NS'));
    expect(again.guide.query.text).toBe('EDNS');
  });
});
