import { describe, expect, it } from 'vitest';
import { update, type Message } from '../../../src/console/update.ts';
import type { Model } from '../../../src/screens/model.ts';
import { MINUTE, SECOND } from '../../../src/domain/time.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import { situations } from '../../../src/guide/situations.ts';
import { restartAnswers, type RestartAnswer } from '../../../src/domain/outcomes.ts';
import { restartTexts } from '../../../src/screens/restart/restart.ja.ts';
import { restartAnswerTexts } from '../../../src/domain/outcomes.ja.ts';
import { fakeFault } from '../../fakes/ports.ts';
import {
  effectTypes,
  morning,
  onScreen,
  patience,
  press,
  ready,
  RESTART_DELAY,
  rowIds,
  surveyWith,
} from '../../console/builders.ts';
import { cancelDone, restartDone } from '../../fakes/done.ts';
import { failed, ok } from '../../../src/domain/fault.ts';

const dueAt = morning + RESTART_DELAY * SECOND;

function asking(): Model {
  return { ...onScreen(ready(), 'restart'), restart: { ...idleRestart, phase: 'asking' } };
}

function answered(answer: RestartAnswer, exitCode = 0, from: number | null = null): Message {
  const uptimes = from === null ? null : { from, to: from + RESTART_DELAY };
  return restartDone(ok({ answer, exitCode, dueAt, uptimes, comesBack: true }));
}

function counting(): Model {
  return update(asking(), answered('accepted'))[0];
}

/** The clock, read at these many seconds after the restart was accepted, one after the other. */
function ticking(model: Model, ...seconds: readonly number[]): Model {
  return seconds.reduce(
    (before, second) => update(before, { type: 'clock', now: morning + second * SECOND, uptimeSeconds: null })[0],
    model,
  );
}

function everySecond(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('the answer to a restart', () => {
  it('counts down from now, even where the clock was last read long ago', () => {
    const late = { ...asking(), now: morning - 5 * MINUTE };
    const [model] = update(late, answered('accepted'));
    expect(model).toMatchObject({ now: morning, restart: { phase: 'counting', dueAt } });
    expect(rowIds(model)).toEqual(['cancel']);
  });

  it.each(restartAnswers.filter((answer) => answer !== 'accepted'))('%s is no countdown', (answer) => {
    const [model, effects] = update(asking(), answered(answer, 7));
    expect(model.restart).toEqual({ ...idleRestart, phase: 'refused', answer, exitCode: 7 });
    expect(effects).toEqual([]);
    expect(rowIds(onScreen(model, 'restart'))).toEqual(['guide', 'again', 'to-status']);
  });

  it.each(restartAnswers.filter((answer) => !['accepted', 'already-scheduled', 'already-going-down'].includes(answer)))(
    '%s opens its page of the guide, with what the system said',
    (answer) => {
      const [model] = update(asking(), answered(answer, 7));
      expect(model).toMatchObject({
        screen: 'guide',
        dialog: null,
        guide: {
          entryId: situations[`restart:${answer}`],
          seen: [restartTexts.refused(restartAnswerTexts[answer], 7)],
        },
      });
    },
  );

  it('already-going-down stays on the screen that says to wait', () => {
    expect(update(asking(), answered('already-going-down', 1115))[0]).toMatchObject({
      screen: 'restart',
      dialog: null,
    });
  });

  it('already-scheduled asks whether to keep or to replace: keeping is selected, and Enter must wait', () => {
    const late = { ...asking(), now: morning - MINUTE };
    const [question] = update(late, answered('already-scheduled', 1190));
    expect(question.dialog).toMatchObject({ title: restartTexts.scheduledTitle, selected: 0 });
    const at = (id: 'enter' | 'right', chunk: number, later: number, model = question) =>
      update(model, { type: 'pressed', press: { id }, chunk, now: morning + later });
    expect(at('enter', 1, patience - 1)[0].dialog).not.toBeNull();
    expect(at('enter', 1, patience)[0].restart).toEqual({ ...idleRestart, phase: 'counting' });
    const [replace] = at('right', 1, patience);
    expect(at('enter', 2, patience, replace)[1]).toMatchObject([
      { type: 'act', request: { action: 'request-restart', replace: true } },
    ]);
  });

  it('a fault opens its page of the guide, or the one for restarts that were refused', () => {
    const fault = { ...fakeFault('timed-out'), guideId: 'tool-not-installed' };
    expect(update(asking(), restartDone(failed(fault)))[0]).toMatchObject({
      screen: 'guide',
      guide: { entryId: 'tool-not-installed', seen: [fault.headline, fault.tryNext] },
      restart: { ...idleRestart, phase: 'failed', fault },
    });
    const without = update(asking(), restartDone(failed(fakeFault('timed-out'))))[0];
    expect(without.guide.entryId).toBe(situations['restart:other']);
  });
});

describe('calling a restart off', () => {
  it.each([
    ['accepted', 0],
    ['nothing-to-cancel', 1116],
  ] as const)('%s: the countdown is over, and the terminal is read again', (answer, exitCode) => {
    const [model, effects] = update(counting(), cancelDone(ok({ answer, exitCode })));
    expect(model).toMatchObject({ restart: idleRestart, message: restartTexts.cancelled });
    expect(effectTypes(effects)).toEqual(['take-survey']);
  });

  it.each(['counting', 'overdue'] as const)('refused while %s: it goes on, and says why', (phase) => {
    const model: Model = { ...counting(), restart: { ...idleRestart, phase, dueAt } };
    const [still, effects] = update(model, cancelDone(ok({ answer: 'denied', exitCode: 5 })));
    expect(still.restart).toEqual(model.restart);
    expect(still.message).toBe(restartTexts.notCancelled(restartAnswerTexts.denied, 5));
    expect(effects).toEqual([]);
  });

  it.each(['counting', 'overdue'] as const)('unanswered while %s: it stays in sight', (phase) => {
    const model: Model = { ...counting(), restart: { ...idleRestart, phase, dueAt } };
    const fault = fakeFault('timed-out', '取り消しに答えがありません。');
    const [still] = update(model, restartDone(failed(fault)));
    expect(still).toMatchObject({ screen: 'restart', restart: { phase, dueAt } });
    expect(still.message).toBe(`${fault.headline} ${fault.tryNext}`);
    expect(rowIds(still)).toContain('cancel');
  });
});

describe('the countdown', () => {
  it('says that the restart is overdue half a minute after its time, not before', () => {
    expect(ticking(counting(), ...everySecond(1, 89)).restart.phase).toBe('counting');
    const overdue = ticking(counting(), ...everySecond(1, 90));
    expect(overdue.restart).toMatchObject({ phase: 'overdue', dueAt });
    expect(rowIds(overdue)).toEqual(['again', 'cancel', 'guide', 'to-status']);
  });

  it('notices it with a key as well as with the clock', () => {
    const model = ticking(counting(), ...everySecond(1, 89));
    expect(press(model, 'down')[0].restart.phase).toBe('overdue');
  });

  it('does not wait for a time that nobody knows', () => {
    const model: Model = { ...asking(), restart: { ...idleRestart, phase: 'counting' } };
    expect(ticking(model, ...everySecond(1, 120)).restart.phase).toBe('counting');
  });

  it.each([
    ['forward, as a simulated terminal does when it goes down', 75],
    ['forward by an hour', 3_600],
    ['back by an hour', -3_600],
  ])('goes on as it was where the clock is put %s', (_, leap) => {
    const before = ticking(counting(), ...everySecond(1, 60));
    const leapt = ticking(before, 60 + leap);
    expect(leapt.restart).toMatchObject({ phase: 'counting', dueAt: leapt.now });
    expect(ticking(leapt, ...everySecond(61 + leap, 89 + leap)).restart.phase).toBe('counting');
    expect(ticking(leapt, ...everySecond(61 + leap, 90 + leap)).restart.phase).toBe('overdue');
  });

  describe('with an uptime of 480 s at its beginning', () => {
    const begun = update(asking(), answered('accepted', 0, 480))[0];
    /** The clock and the uptime, read at these seconds after the restart was accepted. */
    const read = (model: Model, second: number, uptime: number): Model =>
      update(model, { type: 'clock', now: morning + second * SECOND, uptimeSeconds: 480 + uptime })[0];
    const left = ({ now, restart }: Model): number => ((restart.dueAt ?? 0) - now) / SECOND;

    it.each([
      ['a console that stood still for 25 s', 35, 35, RESTART_DELAY - 35],
      ['a clock that was put forward by an hour', 3_610, 10, RESTART_DELAY - 10],
      ['a clock that was put back by an hour', -3_590, 10, RESTART_DELAY - 10],
      ['both', 3_635, 35, RESTART_DELAY - 35],
      ['an uptime that was rounded', 10, 9, RESTART_DELAY - 10],
    ])('shows what is left after %s', (_, second, uptime, expected) => {
      const model = read(read(begun, 5, 5), second, uptime);
      expect(model.restart.phase).toBe('counting');
      expect(left(model)).toBe(expected);
    });

    it('is overdue where the console stood still beyond its time, not where the clock was put there', () => {
      const late = RESTART_DELAY + 31;
      expect(read(begun, late, late).restart.phase).toBe('overdue');
      expect(read(begun, late, 10).restart.phase).toBe('counting');
    });

    it('takes no key for a reading: the next tick tells what is left', () => {
      const now = morning + 3_610 * SECOND;
      const pressed = update(begun, { type: 'pressed', press: { id: 'down' }, chunk: 1, now })[0];
      expect(pressed.restart.phase).toBe('counting');
      expect(left(pressed)).toBe(RESTART_DELAY);
      expect(left(read(pressed, 3_611, 11))).toBe(RESTART_DELAY - 11);
    });

    it.each([
      ['the uptime cannot be read then', null],
      ['it is that of another boot', -470],
    ])('loses no leap that a key has told of where %s', (_, uptime) => {
      const now = morning + 140 * SECOND;
      const before = read(begun, 60, 60);
      const pressed = update(before, { type: 'pressed', press: { id: 'down' }, chunk: 1, now })[0];
      const uptimeSeconds = uptime === null ? null : 480 + uptime;
      const [ticked] = update(pressed, { type: 'clock', now: now + SECOND, uptimeSeconds });
      expect(ticked.restart.phase).toBe('counting');
    });

    it('counts a countdown longer than the delay that is set now', () => {
      const long = { ...begun, restart: { ...begun.restart, uptimes: { from: 480, to: 780 } } };
      const counted = read(long, 3_610, 10);
      expect(counted.restart.phase).toBe('counting');
      expect(left(counted)).toBe(290);
    });

    it('goes on as it was where the uptime is that of another boot', () => {
      expect(read(read(begun, 60, 60), 140, -470).restart).toMatchObject({
        phase: 'counting',
        dueAt: morning + 140 * SECOND,
      });
    });
  });

  it('is not shortened by a reading that was taken after the leap', () => {
    const before = ticking(counting(), ...everySecond(1, 60));
    const survey = surveyWith({ takenAt: morning + 135 * SECOND });
    const [read] = update(before, { type: 'surveyed', scope: 'all', survey, commands: [] });
    expect(ticking(read, 136, 137).restart.phase).toBe('counting');
  });

  it('keeps a slow second for time that has passed', () => {
    expect(ticking(counting(), ...everySecond(1, 82), 91).restart.phase).toBe('overdue');
  });
});
