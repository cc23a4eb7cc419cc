import type { ActionDone } from '../../actions/catalogue.ts';
import { bootSince, isBoot, justAfter } from '../../domain/boots.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Press } from '../../domain/history.ts';
import { restartAnswerTexts } from '../../domain/outcomes.ja.ts';
import { lastPress } from '../../domain/procedure/situation.ts';
import { shortTextIn } from '../../domain/notice/zone.ts';
import { mayStillRun, restartAskedFor } from '../../domain/procedure/conditions.ts';
import { toShortText } from '../../domain/time.ts';
import { guideIdOf } from '../../guide/situations.ts';
import { yesNo, type Question, type RestartIntent } from '../intent.ts';
import type { Model } from '../model.ts';
import { go, openGuide } from '../navigate.ts';
import { inReception, knownBoots, refusal, running } from '../queries.ts';
import { act, ask, resurvey, say, sayFault, still, type Handlers, type Step } from '../step.ts';
import { idleRestart, standingRestart, withRestart } from './countdown.ts';
import { restartTexts as texts } from './restart.ja.ts';

export const restartIntents: Handlers<RestartIntent> = {
  'ask-restart': (model) => ask(model, askRestart(model)),
  'request-restart'(model, { replace }) {
    const next: Model = { ...go(model, 'restart'), restart: { ...idleRestart, phase: 'asking' } };
    const bootedAt = model.survey?.boot.bootedAt ?? null;
    const request = { action: 'request-restart', bootedAt, attempt: restartAttempt(model), replace } as const;
    return act(model, restartRefusal(model), request, next);
  },
  'cancel-restart': (model) => act(model, null, { action: 'cancel-restart' }, say(model, texts.cancelling)),
  'cancel-and-leave'(model) {
    const leaving = { ...model, leavesOnceCancelled: true };
    return act(model, null, { action: 'cancel-restart' }, say(leaving, texts.cancelling));
  },
  'keep-restart': (model) =>
    still({ ...model, restart: standingRestart(model) ?? { ...idleRestart, phase: 'counting' } }),
};

/** Why the terminal must not be restarted from here now; null when it may. */
export function restartRefusal(model: Model): string | null {
  const refused = refusal(model, 'request-restart');
  if (refused !== null) return refused;
  return running(model)?.what === 'download' ? texts.blockedByDownload : null;
}

/**
 * The press of 「今すぐダウンロード」 after which the tool may still be at work, or wait for an answer. null: there is
 * none, or the terminal has been restarted since.
 */
export function openPress({ decision, history }: Model): Press | null {
  const press = decision?.rule === '1' ? lastPress({ history }) : null;
  return press !== null && mayStillRun(press) ? press : null;
}

/** That the tool asked for a restart at the end of a press, which the rules do not; null: none, or it was restarted. */
export function toolAskedRestart(model: Model): string | null {
  const { history, about } = model;
  const press = restartAskedFor({ ...knownBoots(model), history, notice: about.notice });
  return press === null ? null : texts.toolAsks(toShortText(press.at, about.offsetMinutes));
}

/** What to weigh before a restart: a download of unknown result, patients, the remote session, a running delivery. */
export function restartWarnings(model: Model): readonly string[] {
  const { about, now, survey } = model;
  const night = about.calendar.nights.find((each) => each.delivers && each.start <= now && now < each.end);
  const press = openPress(model);
  const warned = press?.outcome === 'unknown-dialog' ? texts.dialogNotAnswered : texts.unseenDownload;
  return [
    ...(press === null ? [] : [warned(toShortText(press.at, about.offsetMinutes))]),
    ...(inReception(model) ? [texts.inReception] : []),
    ...(survey?.session?.remote === true ? [texts.remoteDrops] : []),
    ...((survey?.restartMarks.length ?? 0) > 0 ? [texts.windowsUpdates] : []),
    ...(night ? [texts.duringNight(shortTextIn(about.calendar.timeZone, night.end))] : []),
  ];
}

/** How the console comes up again; `comesBack` null: the system has not been asked yet. */
export function afterRestart({ survey }: Model, comesBack: boolean | null): string {
  const isOthers = survey?.session?.desktop?.isOurs === false;
  if (comesBack ?? !isOthers) return texts.opensAgain;
  return `${texts.openByHand}${isOthers ? texts.becauseOfUser : texts.becauseOfPlace}`;
}

function askRestart(model: Model): Question {
  const body = [...texts.whatHappens(model.about.restartDelaySeconds).slice(0, 2), ...restartWarnings(model)];
  return yesNo({ ...texts.ask, body }, { type: 'request-restart', replace: false });
}

/** Whether a restart that is scheduled already is kept, or replaced by this one. */
export const askReplace: Question = {
  title: texts.scheduledTitle,
  body: texts.scheduledBody,
  choices: [
    { label: texts.scheduledKeep, intent: { type: 'keep-restart' } },
    { label: texts.scheduledReplace, intent: { type: 'request-restart', replace: true } },
  ],
};

/** The number of the next request to restart: how often one was asked for since the last full boot, and one more. */
export function restartAttempt(model: Model): number {
  const known = knownBoots(model);
  return model.history.restartRequests.filter((request) => !isBoot(bootSince(known, justAfter(request)))).length + 1;
}

/** What the system said to the request. */
export function onRestartAnswered(model: Model, outcome: ActionDone<'request-restart'>['outcome']): Step {
  if (!outcome.ok) return onRestartFault(model, outcome.fault);
  const { answer, exitCode, dueAt, uptimes, comesBack } = outcome.value;
  if (answer === 'accepted')
    return still(withRestart(model, { ...idleRestart, phase: 'counting', dueAt, uptimes, comesBack }));
  const refused = withRestart(model, { ...idleRestart, phase: 'refused', answer, exitCode });
  if (answer === 'already-scheduled') return ask(refused, askReplace);
  if (answer === 'already-going-down') return still(refused);
  const seen = [texts.refused(restartAnswerTexts[answer], exitCode)];
  return still(openGuide(refused, guideIdOf(`restart:${answer}`), seen));
}

/** What the system said to calling it off. */
export function onRestartCancelled(model: Model, outcome: ActionDone<'cancel-restart'>['outcome']): Step {
  if (!outcome.ok) return onRestartFault(model, outcome.fault);
  const { answer, exitCode } = outcome.value;
  if (answer !== 'accepted' && answer !== 'nothing-to-cancel')
    return still(say(staying(model), texts.notCancelled(restartAnswerTexts[answer], exitCode)));
  const { restart } = model.history.begun;
  const calledOff = restart?.at ?? model.calledOff;
  const cancelled = say({ ...withRestart(model, idleRestart), calledOff }, texts.cancelled);
  // Where the journal could not be told, the next reading tells it: no later console must find the countdown.
  if (restart !== null) return resurvey(staying(cancelled));
  return model.leavesOnceCancelled ? [cancelled, [{ type: 'leave' }]] : resurvey(cancelled);
}

function onRestartFault(model: Model, fault: Fault): Step {
  const stays = staying(model);
  if (isUnderWay(model)) return still(sayFault(stays, fault));
  const failed = withRestart(stays, { ...idleRestart, phase: 'failed', fault });
  const seen = [fault.headline, fault.tryNext];
  return still(openGuide(failed, fault.guideId ?? guideIdOf('restart:other'), seen));
}

/** What could not be called off must not be left unseen. */
function staying(model: Model): Model {
  return { ...model, leavesOnceCancelled: false };
}

/** A countdown is the system's: where it could not be called off it goes on, and must stay in sight. */
function isUnderWay(model: Model): boolean {
  const { phase } = model.restart;
  // A request that fails while it is being asked has not begun.
  return phase === 'overdue' || (phase !== 'asking' && running(model)?.what === 'restart');
}
