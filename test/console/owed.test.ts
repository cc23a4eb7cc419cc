import { describe, expect, it } from 'vitest';
import { update, type Message } from '../../src/console/update.ts';
import type { Model } from '../../src/screens/model.ts';
import { running } from '../../src/screens/queries.ts';
import { idleDownload } from '../../src/screens/download/update.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import type { ToolEvent } from '../../src/domain/outcomes.ts';
import { obstacleTexts } from '../../src/domain/outcomes.ja.ts';
import { fakeFault } from '../fakes/ports.ts';
import { acts, foreign, journalOf, morning, ready, surveyWith } from './builders.ts';
import { cancelDone, done } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';

type Entry = readonly [time: string, event: JournalEvent];
const started: Entry = ['20 08:09', { event: 'download-started', lock: 'ours' }];
const requested: Entry = [
  '20 08:10',
  { event: 'restart-requested', bootedAt: null, attempt: 1, dueAt: '2026-01-20T08:11:00+09:00' },
];
const accepted: Entry = ['20 08:10', { event: 'restart-answered', answer: 'accepted', exitCode: 0 }];
const endings: ReadonlySet<string> = new Set(['download-finished', 'restart-cancelled']);

/** A console that holds the lock `ours`, whose journal holds these lines and no more. */
function told(...entries: readonly Entry[]): Model {
  const model = ready({ journal: journalOf(...entries) });
  return update(model, { type: 'living-lock', token: 'ours' })[0];
}

function downloading(model: Model): Model {
  return { ...model, download: { ...idleDownload, phase: 'running', startedAt: morning } };
}

/** The endings that the next reading puts on record. */
function owed(model: Model): readonly JournalEvent[] {
  const [, effects] = update(model, { type: 'surveyed', scope: 'all', survey: surveyWith(), commands: [] });
  return acts(effects)
    .flatMap((request) => (request.action === 'record' ? request.events : []))
    .filter(({ event }) => endings.has(event));
}

function ended(event: Partial<Extract<ToolEvent, { type: 'finished' }>>): Message {
  return {
    type: 'tool',
    event: { type: 'finished', outcome: 'restart-required', pressed: true, message: null, ...event },
  };
}

describe('an end that the journal could not be told', () => {
  it.each<readonly [string, Message, JournalEvent]>([
    [
      'a download',
      ended({ message: '再起動してください' }),
      { event: 'download-finished', outcome: 'restart-required', pressed: true, message: '再起動してください' },
    ],
    [
      'one that was not pressed',
      ended({ outcome: 'button-missing', pressed: false, obstacle: 'screen-locked', message: 'x' }),
      {
        event: 'download-finished',
        outcome: 'button-missing',
        pressed: false,
        message: `${obstacleTexts['screen-locked']} x`,
      },
    ],
    [
      'one that was not begun, though its line may stand there',
      done({ action: 'press-download' }, failed(fakeFault('failed'))),
      { event: 'download-finished', outcome: 'window-missing', pressed: false, message: fakeFault('failed').headline },
    ],
  ])('is written with the next reading: %s', (_, message, line) => {
    const [model] = update(downloading(told(started)), message);
    expect(owed(model)).toEqual([line]);
    const [later] = update(model, { type: 'surveyed', scope: 'all', survey: surveyWith(), commands: [] });
    expect(running(later)).toBeNull();
    const written = update(model, { type: 'journal', reading: journalOf(started, ['20 08:11', line]) })[0];
    expect(owed(written)).toEqual([]);
  });

  it('is written with the next reading: a countdown that was called off', () => {
    const counting: Model = {
      ...told(requested, accepted),
      restart: { ...idleRestart, phase: 'counting', dueAt: morning + 60_000 },
    };
    const [model] = update(counting, cancelDone(ok({ answer: 'accepted', exitCode: 0 })));
    expect(owed(model)).toEqual([{ event: 'restart-cancelled' }]);
    const [writing] = update(model, { type: 'surveyed', scope: 'all', survey: surveyWith(), commands: [] });
    expect(owed(writing)).toEqual([]);
    const request = { action: 'record', events: writing.recording } as const;
    const [later] = update(writing, done<'record'>(request, failed(fakeFault())));
    expect(later.restart.phase).toBe('idle');
    expect(later.decision?.rule).not.toBe('0');
    expect(running(later)).toBeNull();
    expect(owed(later)).toEqual([{ event: 'restart-cancelled' }]);
    const line: Entry = ['20 08:10', { event: 'restart-cancelled' }];
    const written = update(later, { type: 'journal', reading: journalOf(requested, accepted, line) })[0];
    expect(owed(written)).toEqual([]);
  });

  it('is written with the next reading, though the operator has pressed by hand meanwhile', () => {
    const [byHand] = update(downloading(told(started)), ended({ outcome: 'window-missing', pressed: false }));
    const model: Model = { ...byHand, download: { ...byHand.download, phase: 'by-hand-pressed' } };
    expect(owed(model)).toMatchObject([{ event: 'download-finished', pressed: false }]);
  });

  it.each(['asking', 'failed', 'refused', 'idle'] as const)('is not forgotten over another request: %s', (phase) => {
    const [off] = update(told(requested, accepted), cancelDone(ok({ answer: 'accepted', exitCode: 0 })));
    const model: Model = { ...off, restart: { ...idleRestart, phase } };
    expect(owed(model)).toEqual([{ event: 'restart-cancelled' }]);
  });

  it('keeps the console open that was to be left once the countdown is called off', () => {
    const leaving: Model = { ...told(requested, accepted), leavesOnceCancelled: true };
    const off: Message = cancelDone(ok({ answer: 'accepted', exitCode: 0 }));
    const [model, effects] = update(leaving, off);
    expect(model.leavesOnceCancelled).toBe(false);
    expect(effects).toMatchObject([{ type: 'take-survey' }]);
    const written: Entry = ['20 08:10', { event: 'restart-cancelled' }];
    const [, after] = update({ ...told(requested, accepted, written), leavesOnceCancelled: true }, off);
    expect(after).toEqual([{ type: 'leave' }]);
  });

  it.each<readonly [string, Model]>([
    ['a download that runs', downloading(told(started))],
    ['a download of another console', { ...update(downloading(told(started)), ended({}))[0], livingLock: 'theirs' }],
    ['a console that only looks', { ...update(downloading(told(started)), ended({}))[0], lock: foreign }],
    ['a countdown that goes on', told(requested, accepted)],
    ['one that is called off and on record', update(told(), cancelDone(ok({ answer: 'accepted', exitCode: 0 })))[0]],
  ])('is not made up: %s', (_, model) => {
    expect(owed(model)).toEqual([]);
  });
});
