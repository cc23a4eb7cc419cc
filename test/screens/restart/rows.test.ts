import { describe, expect, it } from 'vitest';
import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import { textOf } from '../builders.ts';
import { update } from '../../../src/console/update.ts';
import { restartRefusal } from '../../../src/screens/restart/update.ts';
import type { Model, RestartJob } from '../../../src/screens/model.ts';
import { idleDownload } from '../../../src/screens/download/update.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import { situations } from '../../../src/guide/situations.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { restartTexts } from '../../../src/screens/restart/restart.ja.ts';
import { restartAnswerTexts } from '../../../src/domain/outcomes.ja.ts';
import { fakeFault } from '../../fakes/ports.ts';
import {
  at,
  checks,
  faceLibrary,
  foreign,
  journalOf,
  onScreen,
  opening,
  ready,
  row,
  rowIds,
  type Start,
} from '../../console/builders.ts';

function during(phase: RestartJob['phase'], start: Start = {}, job: Partial<RestartJob> = {}): Model {
  return { ...onScreen(ready(start), 'restart'), restart: { ...idleRestart, phase, ...job } };
}

describe('the rows of the restart', () => {
  it.each([
    ['idle', ['restart', 'to-status']],
    ['asking', []],
    ['counting', ['cancel']],
    ['overdue', ['again', 'cancel', 'guide', 'to-status']],
    ['refused', ['guide', 'again', 'to-status']],
    ['failed', ['guide', 'again', 'to-status']],
  ] as const)('%s: %j', (phase, ids) => {
    expect(rowIds(during(phase))).toEqual(ids);
  });

  it('can call off, or ask anew for, a countdown that an earlier run left', () => {
    const left = during('counting', {}, { askedAt: at('20 08:09') });
    expect(rowIds(left)).toEqual(['cancel', 'again', 'to-status']);
    expect(row(left, 'again').blocked).toBeNull();
    const looking = during('counting', { lock: foreign }, { askedAt: at('20 08:09') });
    expect(row(looking, 'cancel').blocked).toBe(consoleTexts.locked(4711));
  });

  it('can call off a restart that was asked for and did not come', () => {
    const restartProof = { type: 'not-yet', requestedAt: at('20 08:00'), accepted: false } as const;
    expect(rowIds({ ...during('idle'), restartProof })).toEqual(['restart', 'cancel', 'to-status']);
  });

  it('lead to the tool whose download nobody saw to its end', () => {
    const journal = journalOf(['20 08:05', { event: 'download-started' }]);
    expect(rowIds(during('idle', { journal }))).toEqual(['open-tool', 'restart', 'to-status']);
  });

  it.each([
    ['idle', 'restart'],
    ['counting', 'cancel'],
    ['overdue', 'again'],
  ] as const)('%s: %s stays in sight and says why it is blocked', (phase, id) => {
    expect(row(during(phase, { lock: foreign }), id).blocked).toBe(consoleTexts.locked(4711));
    expect(row(during(phase, { about: { readOnly: true } }), id).blocked).toBe(consoleTexts.readOnly);
    expect(row(during(phase), id).blocked).toBeNull();
  });

  it.each([
    ['the answer', { answer: 'denied' }, 'restart:denied', restartAnswerTexts.denied],
    ['nothing known', {}, 'restart:other', restartAnswerTexts.other],
    ['a fault without a page', { fault: fakeFault('crashed', '落ちました') }, 'restart:other', '落ちました'],
  ] as const)('lead to the page about %s', (_, job, situation, seen) => {
    expect(row(during('failed', {}, job), 'guide').intent).toEqual({
      type: 'open-guide',
      entryId: situations[situation],
      seen: [seen],
    });
  });

  it('lead to the page of the fault where it has one', () => {
    const fault = { ...fakeFault('denied'), guideId: 'restart-denied' };
    expect(row(during('failed', {}, { fault }), 'guide').intent).toMatchObject({ entryId: 'restart-denied' });
  });
});

describe('a tool that asks for a restart where the notice does not', () => {
  const notice = { ...builtInNotice(), restart: false };
  const asked = [
    ['20 08:05', { event: 'download-started' }],
    ['20 08:06', { event: 'download-finished', outcome: 'restart-required', pressed: true }],
  ] as const;
  const shown = (journal: Start['journal'], bootedAt: number): string => {
    const survey = { boot: { bootedAt, lastBootKind: 'full' } } as const;
    const about = { notice };
    const model = ready(journal === undefined ? { about, survey } : { about, survey, journal });
    return textOf({ ...onScreen(model, 'restart'), size: { columns: 120, rows: 40 } });
  };
  const [said, needless] = [restartTexts.toolAsks('1/20(火) 08:05'), restartTexts.notNeeded];

  it('is believed on this screen, until the terminal was restarted', () => {
    const waiting = shown(journalOf(...asked), at('20 08:02'));
    expect([waiting.includes(said), waiting.includes(needless)]).toEqual([true, false]);
    const restarted = shown(journalOf(...asked), at('20 08:08'));
    expect([restarted.includes(said), restarted.includes(needless)]).toEqual([false, true]);
    expect(shown(undefined, at('20 08:02'))).toContain(needless);
  });
});

describe('that no restart is needed', () => {
  const shown = (model: Model): string => textOf({ ...onScreen(model, 'restart'), size: { columns: 120, rows: 40 } });
  const downloads = journalOf(['20 08:05', { event: 'download-started', lock: 'theirs' }]);

  it.each<readonly [string, Model, boolean, boolean]>([
    ['nothing asks for one', ready(), true, false],
    ['a download runs', { ...ready(), download: { ...idleDownload, phase: 'running' } }, false, true],
    [
      'a download of another console runs',
      update(ready({ journal: downloads, lock: foreign }), { type: 'living-lock', token: 'theirs' })[0],
      false,
      true,
    ],
    [
      'the terminal has been up for too long',
      ready({ survey: { checks: checks({ 'restart-state': { status: 'warn' } }) } }),
      false,
      false,
    ],
    [
      'its state of restart is not known',
      ready({ survey: { checks: checks({ 'restart-state': { status: 'unknown' } }) } }),
      false,
      false,
    ],
  ])('is said or not, and that a download would be broken off: %s', (_, model, needless, runs) => {
    const text = shown(model);
    expect([text.includes(restartTexts.notNeeded), text.includes(restartTexts.downloadRuns)]).toEqual([needless, runs]);
  });
});

describe('whether the terminal may be restarted', () => {
  it.each([
    ['nothing has been read', opening()],
    ['it is up to date', ready({ survey: { components: [faceLibrary('5.1.0')] } })],
    ['the tool waits to be pressed by hand', { ...ready(), download: { ...idleDownload, phase: 'by-hand' } }],
  ] as const)('yes: %s', (_, model) => {
    expect(restartRefusal(model)).toBeNull();
  });

  it('no: a download is running', () => {
    const model: Model = { ...ready(), download: { ...idleDownload, phase: 'running' } };
    expect(restartRefusal(model)).toBe(restartTexts.blockedByDownload);
  });
});
