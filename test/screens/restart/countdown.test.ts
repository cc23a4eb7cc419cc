import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/screens/model.ts';
import { MINUTE, SECOND } from '../../../src/domain/time.ts';
import { update } from '../../../src/console/update.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import {
  acts,
  at,
  choose,
  foreign,
  journalOf,
  onScreen,
  opening,
  ready,
  rowIds,
  surveyWith,
} from '../../console/builders.ts';
import { cancelDone, restartDone } from '../../fakes/done.ts';
import { ok } from '../../../src/domain/fault.ts';

const askedAt = at('20 08:10');
const dueAt = askedAt + MINUTE;

type Entry = readonly [time: string, event: JournalEvent];
const requested: Entry = [
  '20 08:10',
  { event: 'restart-requested', bootedAt: '2026-01-20T08:02:00+09:00', attempt: 1 },
];
const accepted: Entry = ['20 08:10', { event: 'restart-answered', answer: 'accepted', exitCode: 0 }];
const cancelled: Entry = ['20 08:10', { event: 'restart-cancelled' }];
const counting = { ...idleRestart, phase: 'counting', askedAt, dueAt } as const;

/** A console that opens so many seconds after the restart was asked for. */
function returned(seconds: number, ...entries: readonly Entry[]): Model {
  return ready({ now: askedAt + seconds * SECOND, journal: journalOf(...entries) });
}

function read(model: Model, ...entries: readonly Entry[]): Model {
  const [told] = update(model, { type: 'journal', reading: journalOf(...entries) });
  const survey = surveyWith({ takenAt: model.now + SECOND });
  return update(told, { type: 'surveyed', scope: 'all', survey, commands: [] })[0];
}

describe('the next step', () => {
  const dated = { event: 'restart-requested', bootedAt: null, attempt: 1, dueAt: '2026-01-20T08:11:00+09:00' } as const;
  const due: Entry = ['20 08:10', dated];

  // As long as the bar says that it comes at once: whoever follows another step would call it off.
  it.each([
    ['while it counts down', 59, 'wait', 'counting'],
    ['at its time', 60, 'wait', 'counting'],
    ['while it may still begin', 89, 'wait', 'counting'],
    ['once it counts as late', 90, 'download-now', 'idle'],
  ] as const)('%s', (_, seconds, step, phase) => {
    const model = returned(seconds, due, accepted);
    expect(model.decision?.step).toBe(step);
    expect(model.restart.phase).toBe(phase);
  });
});

describe('a console that comes back', () => {
  it.each([
    ['during the countdown', 10, [requested, accepted], counting],
    ['just before it counts as late', 89, [requested, accepted], counting],
    ['when it is long past', 90, [requested, accepted], idleRestart],
    ['where it lies in the future: the clock was set back', -3_600, [requested, accepted], idleRestart],
    ['where it was not answered', 10, [requested], idleRestart],
    ['where it was called off', 10, [requested, accepted, cancelled], idleRestart],
    ['where nothing was asked for', 10, [], idleRestart],
  ] as const)('%s', (_, seconds, entries, restart) => {
    expect(returned(seconds, ...entries).restart).toEqual(restart);
  });

  it('knows nothing of it before the terminal was read: it may have been restarted', () => {
    expect(opening({ journal: journalOf(requested, accepted) }).restart).toEqual(idleRestart);
    const boot = { bootedAt: askedAt + 70 * SECOND, lastBootKind: 'full' } as const;
    const now = askedAt + 80 * SECOND;
    expect(ready({ now, journal: journalOf(requested, accepted), survey: { boot } })).toMatchObject({
      restart: idleRestart,
      restartProof: { type: 'proven' },
    });
  });

  it('can call it off', () => {
    const model = onScreen(returned(10, requested, accepted), 'restart');
    expect(acts(choose(model, 'cancel')[1])).toEqual([{ action: 'cancel-restart' }]);
    const [told] = update(model, { type: 'journal', reading: journalOf(requested, accepted, cancelled) });
    const [done] = update(told, cancelDone(ok({ answer: 'accepted', exitCode: 0 })));
    expect(update(done, { type: 'clock', now: done.now + SECOND, uptimeSeconds: null })[0].restart).toEqual(
      idleRestart,
    );
  });

  it('sees that it is late', () => {
    let model = returned(10, requested, accepted);
    for (let second = 11; second <= 90; second += 1)
      [model] = update(model, { type: 'clock', now: askedAt + second * SECOND, uptimeSeconds: null });
    expect(model.restart).toMatchObject({ phase: 'overdue', askedAt });
    expect(rowIds(onScreen(model, 'restart'))).toEqual(['again', 'cancel', 'guide', 'to-status']);
  });

  it('keeps it in sight where it was asked for once more, and was on its way', () => {
    const again: Entry = [requested[0], { ...requested[1], attempt: 2 } as JournalEvent];
    const refused: Entry = ['20 08:10', { event: 'restart-answered', answer: 'already-scheduled', exitCode: 1190 }];
    const asking: Model = { ...returned(10, requested, accepted), restart: { ...idleRestart, phase: 'asking' } };
    const journal = journalOf(requested, accepted, again, refused);
    const [told] = update(asking, { type: 'journal', reading: journal });
    const [asked] = update(
      told,
      restartDone(
        ok({
          answer: 'already-scheduled',
          exitCode: 1190,
          dueAt: told.now + MINUTE,
          uptimes: null,
          comesBack: true,
        }),
      ),
    );
    expect(asked.dialog).not.toBeNull();
    expect(update(asked, { type: 'clock', now: asked.now + SECOND, uptimeSeconds: null })[0].restart).toEqual(counting);
  });
});

describe('a console that looks on', () => {
  const looking = ready({ now: askedAt - MINUTE, lock: foreign });

  it('follows the countdown of another one, to its end', () => {
    const during = read({ ...looking, now: askedAt + 5 * SECOND }, requested, accepted);
    expect(during.restart).toEqual(counting);
    expect(read(during, requested, accepted, cancelled).restart).toEqual(idleRestart);
  });

  it('does not take its own old clock for the time', () => {
    const [stale] = update(looking, { type: 'journal', reading: journalOf(requested, accepted) });
    expect(stale.restart).toEqual(idleRestart);
    const survey = surveyWith({ takenAt: askedAt + 5 * SECOND });
    expect(update(stale, { type: 'surveyed', scope: 'all', survey, commands: [] })[0].restart).toEqual(counting);
  });

  it('follows a newer request in place of an older one', () => {
    const during = read({ ...looking, now: askedAt + 5 * SECOND }, requested, accepted);
    const newer: Entry = ['20 08:11', requested[1]];
    const answer: Entry = ['20 08:11', accepted[1]];
    const later = { ...during, now: askedAt + 70 * SECOND };
    expect(read(later, requested, accepted, cancelled, newer, answer).restart).toMatchObject({
      askedAt: askedAt + MINUTE,
      dueAt: dueAt + MINUTE,
    });
  });

  it('leaves a countdown alone that it asked for itself', () => {
    const own: Model = { ...returned(5, requested), restart: { ...idleRestart, phase: 'counting', dueAt } };
    expect(read(own, requested, accepted).restart).toEqual({ ...idleRestart, phase: 'counting', dueAt });
  });
});
