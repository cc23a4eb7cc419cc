import { describe, expect, it } from 'vitest';
import { checkIds, type Survey } from '../../../src/domain/facts.ts';
import type { Intent } from '../../../src/screens/intent.ts';
import {
  at,
  check,
  checks,
  choose,
  faceLibrary,
  foreign,
  journalOf,
  onRow,
  opening,
  ready,
  row,
  rowIds,
  type Start,
} from '../../console/builders.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { statusTexts } from '../../../src/screens/status/status.ja.ts';
import { situations } from '../../../src/guide/situations.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import { stepTitle, wordsOf } from '../../../src/domain/notice/words.ts';
import { january } from '../../domain/notice/builders.ts';
import { textOf } from '../builders.ts';

type Case = Start & { readonly survey?: Partial<Survey> };

const confirmed = (bootedAt: string): JournalEvent => ({
  event: 'restart-confirmed',
  bootedAt: `2026-01-${bootedAt}:00+09:00`,
  kind: 'full',
});
const current: Case = { survey: { components: [faceLibrary('5.1.0')] } };
const reported = journalOf(['20 08:05', { event: 'report-sent', identificationNumber: '150' }]);
const pressed = journalOf(['20 08:05', { event: 'download-started' }]);
/** Two presses, each with a boot after it. */
const triedTwice = journalOf(
  ['20 06:00', { event: 'download-started' }],
  ['20 06:20', confirmed('20T06:10')],
  ['20 06:30', { event: 'download-started' }],
);

describe('the next step', () => {
  it.each([
    ['download-now', {}, { type: 'go', screen: 'download' }],
    ['restart', { journal: pressed }, { type: 'go', screen: 'restart' }],
    ['leave-on-overnight', { now: at('19 18:00') }, { type: 'go', screen: 'evening' }],
    ['check-by-hand', { survey: { components: [faceLibrary(null)] } }, { type: 'go', screen: 'by-hand' }],
    ['all-done', { ...current, journal: reported }, { type: 'go', screen: 'history' }],
    ['send-report', current, { type: 'go', screen: 'report' }],
    ['call-support', { journal: triedTwice }, { type: 'open-guide', entryId: situations['step:call-support'] }],
    [
      'fix-first',
      { survey: { checks: checks({ 'disk-space': { status: 'fail', guideId: 'disk-full' } }) } },
      { type: 'open-guide', entryId: 'disk-full', seen: ['disk-space の点検'] },
    ],
  ] as const satisfies readonly (readonly [string, Case, Partial<Intent>])[])(
    '%s stands first and leads to where it is done',
    (step, start, intent) => {
      const model = ready(start);
      expect(model.decision?.step).toBe(step);
      expect(rowIds(model)[0]).toBe('next-step');
      expect(row(model, 'next-step')).toMatchObject({
        label: stepTitle(step, wordsOf(january)),
        intent,
        blocked: null,
      });
    },
  );

  it('goes on to the next notice where one is open: not all is done', () => {
    const next = { ...january, id: 'next', title: '次の版', deadline: '2026-03-31' };
    const later = { ...january, id: 'later', title: 'そのあとの版' };
    const model = ready({ ...current, journal: reported, about: { others: [next, later] } });
    expect(row(model, 'next-step')).toMatchObject({ label: statusTexts.goOn, intent: { type: 'next-notice' } });
    expect(rowIds(model).filter((id) => id.startsWith('notice:'))).toEqual(['notice:later']);
    const text = textOf(model).replaceAll(/\s+/g, '');
    expect(text).toContain('次にすること:次のお知らせに進む');
    expect(text).toContain('このお知らせは完了しました。ほかのお知らせが残っています:次の版(期限3/31(火))');
    expect(text).not.toContain('閉じてかまいません');
    expect(textOf({ ...model, about: { ...model.about, others: [] } })).toContain(
      'すべて完了しました。閉じてかまいません',
    );
  });

  it('has its place, and every check too, while nothing has been read', () => {
    expect(rowIds(opening())).toEqual(['next-step', ...checkIds.map((id) => `check:${id}`)]);
    // Whoever is in a hurry presses Enter before there is anything to do: nothing moves under it.
    for (const id of ['next-step', 'check:network']) {
      const { screen, selected } = onRow(opening(), id);
      const [model, effects] = choose(opening(), id);
      expect(model).toMatchObject({ screen, selected, dialog: null, message: consoleTexts.awaitReading });
      expect(effects).toEqual([]);
    }
  });

  it('has the night beside it in hours of reception', () => {
    expect(rowIds(ready())).not.toContain('alternative');
    const open = ready({ now: at('20 09:00') });
    expect(rowIds(open).slice(0, 2)).toEqual(['next-step', 'alternative']);
    expect(choose(open, 'alternative')[0].screen).toBe('evening');
  });
});

describe('taking over', () => {
  it.each([
    ['the lock is held', ready(), false],
    ['another console holds it', ready({ lock: foreign }), true],
    ['read-only mode wants no lock', ready({ lock: foreign, about: { readOnly: true } }), false],
  ])('is offered or not: %s', (_, model, offered) => {
    expect(rowIds(model).includes('take-over')).toBe(offered);
  });

  it('is offered once all is read: until then a key typed early would meet another row than the one that stood there', () => {
    expect(rowIds(opening({ lock: foreign }))).toEqual(rowIds(opening()));
    expect(rowIds(ready({ lock: foreign }))).toContain('take-over');
  });
});

describe('the checks', () => {
  const mixed = ready({
    survey: {
      checks: [
        check('clock', { status: 'ok' }),
        check('network', { status: 'unknown' }),
        check('disk-space', { status: 'warn', guideId: 'disk-low' }),
        check('session', { status: 'skipped' }),
        check('delivery-task', { status: 'fail' }),
      ],
    },
  });

  it('show what needs attention, the worst first, and count the rest', () => {
    expect(rowIds(mixed).slice(1)).toEqual(['check:delivery-task', 'check:disk-space', 'check:network', 'all-checks']);
    expect(row(mixed, 'all-checks').label).toContain(' 2 ');
  });

  it('show every one of them when asked for', () => {
    const [all] = choose(mixed, 'all-checks');
    expect(rowIds(all).slice(1)).toEqual([
      'check:delivery-task',
      'check:disk-space',
      'check:network',
      'check:clock',
      'check:session',
      'all-checks',
    ]);
    expect(row(all, 'all-checks').label).toBe(statusTexts.foldChecks);
    expect(rowIds(choose(all, 'all-checks')[0])).toEqual(rowIds(mixed));
  });

  it('that are in order go on below their name where one line would cut them, however full the screen is', () => {
    const summary = 'タスク「オンライン資格確認等システム配信タスク」は 1/20(火) 08:05 に動きました';
    const model = ready({ survey: { checks: checks({ 'delivery-task': { summary } }) } });
    const [all] = choose(model, 'all-checks');
    expect(row(all, 'check:delivery-task').below).toEqual([summary]);
    expect(row(all, 'check:clock').below).toBeUndefined();
  });

  it('open their page of the guide with what was seen', () => {
    expect(choose(mixed, 'check:disk-space')[0].guide).toMatchObject({
      entryId: 'disk-low',
      seen: ['disk-space の点検'],
    });
  });
});
