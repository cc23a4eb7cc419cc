import { describe, expect, it } from 'vitest';
import { update } from '../../../src/console/update.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import { technicianCard } from '../../../src/card/cards.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { handStepsTexts as texts } from '../../../src/screens/hand-steps/hand-steps.ja.ts';
import type { Model } from '../../../src/screens/model.ts';
import {
  acts,
  choose,
  faceLibrary,
  foreign,
  journalOf,
  onScreen,
  play,
  press,
  ready,
  row,
  type Start,
} from '../../console/builders.ts';
import { january } from '../../domain/notice/builders.ts';
import { everywhere, rowsOf, textOf } from '../builders.ts';
import { selectedIndex, selectedItem } from '../rows.ts';

const steps = ['古い部品を外す', '新しい部品を入れる', '端末の電源を切り、もう一度入れる'];
const notice: Notice = { ...january, delivery: null, deadline: null, by: 'hand', steps };

type Ticked = readonly (readonly [step: number, done: boolean])[];

const ticks = (ticked: Ticked) =>
  ticked.map(
    ([step, done]) => ['20 08:05', { event: 'hand-step-ticked', step, text: steps[step] ?? '', done }] as const,
  );
const all: Ticked = steps.map((_, step) => [step, true]);

/** The steps of a notice that is done by hand, on a terminal that is old, some of them ticked. */
function opened(ticked: Ticked = [], start: Parameters<typeof ready>[0] = {}): Model {
  return onScreen(
    ready({ ...start, about: { notice, ...start.about }, journal: journalOf(...ticks(ticked)) }),
    'hand-steps',
  );
}

/** As it is once the journal has this, too. */
function recorded(model: Model, ...events: readonly (readonly [string, JournalEvent])[]): Model {
  return update(model, { type: 'journal', reading: journalOf(...ticks(all), ...events) })[0];
}

const done = { event: 'hand-steps-done' } as const;

describe('the steps of a notice', () => {
  it.each(everywhere)('shows each step whole, also where it is longer than a line, at $name', (place) => {
    const long = '案内のページから新しい部品を入れ、途中で許可を求められたら、医院の責任者に確かめてから許可する';
    const many = ['古い部品を外す', long, '再起動する'];
    const model = { ...opened([], { about: { notice: { ...notice, steps: many } } }), size: place };
    expect(
      rowsOf(model, place.ambiguous)
        .map((each) => each.trim())
        .join(''),
    ).toContain(`2. ${long}`);
  });

  it('are next where the terminal is old, and open from there and by their key', () => {
    const status = ready({ about: { notice } });
    expect(status.decision).toMatchObject({ rule: '9', step: 'by-hand-steps', verdict: 'action-needed' });
    expect(choose(status, 'next-step')[0].screen).toBe('hand-steps');
    expect(press(status, { id: 'p' })[0].screen).toBe('hand-steps');
  });

  it('stand in their order with their numbers, each with its mark', () => {
    const rows = rowsOf(opened([[1, true]]));
    const from = rows.indexOf(texts.heading) + 1;
    expect(rows.slice(from, from + 3)).toEqual([
      '> [要]   1. 古い部品を外す',
      '  [済]   2. 新しい部品を入れる',
      '  [要]   3. 端末の電源を切り、もう一度入れる',
    ]);
  });

  it('are ticked one by one, each on record at once, and the cursor goes on', () => {
    const [after, effects] = choose(opened([[0, true]]), 'step:1');
    expect(acts(effects)).toEqual([
      { action: 'record', events: [{ event: 'hand-step-ticked', step: 1, text: steps[1], done: true }] },
    ]);
    expect(after).toMatchObject({ screen: 'hand-steps', dialog: null });
    expect(selectedItem(after)?.id).toBe('step:2');
  });

  it('are no longer ticked where one was ticked by mistake', () => {
    const effects = choose(opened([[0, true]]), 'step:0')[1];
    expect(acts(effects)).toEqual([
      { action: 'record', events: [{ event: 'hand-step-ticked', step: 0, text: steps[0], done: false }] },
    ]);
  });

  it('keep their ticks for a console that opens later', () => {
    expect(
      opened([
        [0, true],
        [2, true],
        [2, false],
      ]).history.stepsTicked,
    ).toEqual([{ step: 0, text: steps[0] }]);
  });

  it('keep no tick where a corrected notice has another step', () => {
    const corrected = { ...notice, steps: ['ほかの部品を外す', ...steps.slice(1)] };
    const model = opened(all, { about: { notice: corrected } });
    expect(model.history.stepsTicked).toHaveLength(3);
    expect(row(model, 'hand-steps-done').blocked).toBe(texts.blockedSteps);
  });

  it('move on to the next one, so that a second Enter takes no tick away', () => {
    const [after] = choose(opened(), 'step:0');
    expect(after.selected['hand-steps']).toBe(1);
    expect(choose(opened([[0, true]]), 'step:0')[0].selected['hand-steps']).toBe(0);
  });

  it.each<[string, Ticked]>([
    ['none', []],
    ['all but one', all.slice(1)],
    ['one not any more', [...all, [1, false]]],
  ])('cannot be put on record while of them is ticked: %s', (_, ticked) => {
    const model = opened(ticked);
    expect(row(model, 'hand-steps-done').blocked).toBe(texts.blockedSteps);
    const [after, effects] = choose(model, 'hand-steps-done');
    expect({ dialog: after.dialog, effects }).toEqual({ dialog: null, effects: [] });
  });

  it('are put on record after a question that is first answered with no', () => {
    const [question, none] = choose(opened(all), 'hand-steps-done');
    expect(question.dialog).toMatchObject({ title: texts.ask.title, body: [texts.askBody.restart], selected: 0 });
    expect(none).toEqual([]);
    expect(press(question, 'enter')).toMatchObject([{ dialog: null, screen: 'hand-steps' }, []]);
    const [after, effects] = play(question, 'right', 'enter');
    expect(acts(effects)).toEqual([{ action: 'record', events: [done] }]);
    expect(after).toMatchObject({ screen: 'status', message: consoleTexts.recording });
  });

  it('tell what comes then: the restart, or the version', () => {
    const about = { notice: { ...notice, restart: false } };
    expect(choose(opened(all, { about }), 'hand-steps-done')[0].dialog?.body).toEqual([texts.askBody.read]);
  });

  it('done, ask for the restart, and prove nothing', () => {
    const model = recorded(opened(all), ['20 08:09', done]);
    expect(model.decision).toMatchObject({ rule: '1', step: 'restart', verdict: 'action-needed' });
    expect(model.message).toBe(consoleTexts.handStepsDone);
  });

  it('done where no restart completes them, are to be done again while the version is old', () => {
    const model = recorded(opened(all, { about: { notice: { ...notice, restart: false } } }), ['20 08:09', done]);
    expect(model.decision).toMatchObject({ rule: '9', step: 'by-hand-steps' });
    expect(model.history.stepsTicked).toEqual([]);
    expect(row(onScreen(model, 'hand-steps'), 'hand-steps-done').blocked).toBe(texts.blockedSteps);
  });

  it('are no step any more once the version is there', () => {
    const model = ready({ about: { notice }, survey: { components: [faceLibrary('5.1.0')] } });
    expect(model.decision?.step).toBe('send-report');
  });

  it('have nothing left to do once the version is there, and none of them is called done for that', () => {
    const model = opened([[0, true]], { survey: { components: [faceLibrary('5.1.0')] } });
    const rows = rowsOf(model);
    expect(rows.join('')).toContain(texts.reached);
    expect(rows).not.toContain(texts.intro);
    const from = rows.indexOf(texts.heading) + 1;
    expect(rows.slice(from, from + 2)).toEqual(['> [済]   1. 古い部品を外す', '  [-]    2. 新しい部品を入れる']);
    expect(row(model, 'hand-steps-done').blocked).toBe(texts.blockedReached);
    expect(choose(model, 'step:1')[1]).toEqual([]);
  });

  it('are done while they wait for the restart, as they stand on record', () => {
    const model = onScreen(recorded(opened(all), ['20 08:09', done]), 'hand-steps');
    expect(model.decision?.step).toBe('restart');
    const rows = rowsOf(model);
    expect(rows.join('')).toContain(texts.recorded);
    expect(rows.filter((each) => each.includes('[要]   1.'))).toEqual([]);
    expect(rows).toContain('> [済]   1. 古い部品を外す');
    expect(row(model, 'hand-steps-done').blocked).toBe(texts.blockedRecorded);
    expect(choose(model, 'step:0')[1]).toEqual([]);
  });

  it.each<[string, Ticked, string]>([
    ['none is ticked', [], 'step:0'],
    ['the first is ticked', [[0, true]], 'step:1'],
    ['all are ticked', all, 'hand-steps-done'],
  ])('open where they were left, so that Enter takes no tick away: %s', (_, ticked, id) => {
    const status = onScreen(opened(ticked), 'status');
    expect(selectedItem(choose(status, 'next-step')[0])?.id).toBe(id);
  });

  it.each<[string, Start, string]>([
    ['in read-only mode', { about: { readOnly: true } }, consoleTexts.readOnly],
    ['while another console acts', { lock: foreign }, consoleTexts.locked(4711)],
  ])('%s are shown, and neither ticked nor put on record', (_, start, reason) => {
    const model = opened(all, start);
    for (const id of ['step:0', 'hand-steps-done']) {
      expect(row(model, id).blocked).toBe(reason);
      const [after, effects] = choose(model, id);
      expect({ dialog: after.dialog, effects }).toEqual({ dialog: null, effects: [] });
    }
    expect(row(model, 'to-status').blocked).toBeNull();
  });

  it('are its whole way under a notice that the tool brings: to read, in the order of the card', () => {
    const model = { ...onScreen(ready(), 'hand-steps'), size: { columns: 80, rows: 90 } };
    const rows = rowsOf(model).map((each) => each.trim());
    const [bring, ...others] = technicianCard(model.about.notice, model.about.settings).sections;
    const headings = others.map(({ heading }) => heading);
    expect(rows).not.toContain(bring?.heading);
    const places = headings.map((heading) => rows.indexOf(heading ?? ''));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(rows.join('\n')).not.toMatch(/\[ \]|____/);
    // Nothing there is done by choosing it: it moves on, and the last row leads back.
    const [next, effects] = press(model, 'enter');
    expect([next.screen, selectedIndex(next), effects]).toEqual(['hand-steps', 1, []]);
    expect(choose(model, 'to-status')[0].screen).toBe('status');
  });

  it.each(everywhere)('stay whole and in view at $name', ({ columns, rows, ambiguous }) => {
    const long = steps.map((step) => `${step}。`.repeat(6));
    const model = { ...opened([], { about: { notice: { ...notice, steps: long } } }), size: { columns, rows } };
    for (const [step, text] of long.entries()) {
      const at = play(model, ...Array.from({ length: step }, () => 'down' as const))[0];
      expect(textOf(at, ambiguous).replaceAll(/\s/g, '')).toContain(text);
    }
  });
});
