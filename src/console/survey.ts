import { outlook } from '../domain/procedure/decide.ts';
import type { Begun } from '../domain/history.ts';
import type { ComponentId, ComponentReading, Survey } from '../domain/facts.ts';
import { componentName } from '../domain/notice/components.ts';
import { targetsIn } from '../domain/versions/component-status.ts';
import type { JournalEvent } from '../journal/events.ts';
import type { CommandRecord } from '../ports/ports.ts';
import type { SurveyScope } from '../probes/survey.ts';
import { consoleTexts } from '../screens/console.ja.ts';
import { keepSelected } from '../screens/index.ts';
import type { Model } from '../screens/model.ts';
import { knownBoots, refusal } from '../screens/queries.ts';
import { GRACE_MS, withStandingRestart, withTime } from '../screens/restart/countdown.ts';
import { restartProof } from '../screens/restart/proof.ts';
import { rereadVersions, resurvey, say, still, type Step } from '../screens/step.ts';
import { bootToConfirm, clockMovedMeanwhile } from './boot-findings.ts';

/** Takes in what a check has come to, and puts on record what it shows for the first time. */
export function onArrived(model: Model, survey: Survey): Step {
  const taken = takenIn(model, survey);
  return recordingFirst(still(taken), newFindings(model.survey, taken, survey));
}

/** Takes in a reading that is over. */
export function onSurveyed(
  model: Model,
  { survey, scope, commands }: { survey: Survey; scope: SurveyScope; commands: readonly CommandRecord[] },
): Step {
  const taken = { ...takenIn(model, survey), commands };
  const over: Model =
    scope === 'versions' ? { ...taken, rereading: 'no' } : { ...readInWords(taken), surveying: false };
  const isAskedAgain = scope === 'versions' ? taken.rereading === 'again' : taken.surveyAgain;
  const again = scope === 'versions' ? rereadVersions : resurvey;
  return recordingFirst(isAskedAgain ? again(over) : still(over), newFindings(model.survey, over, survey));
}

function takenIn(model: Model, survey: Survey): Model {
  const isRead = survey.components !== model.survey?.components;
  const changed = isRead ? changedComponents(model.survey, survey) : model.changed;
  const timed = withTime(model, Math.max(model.now, survey.takenAt));
  const taken = keepSelected(model, withStandingRestart(withDecision({ ...timed, survey, changed })));
  return isRead && changed.length > 0 ? say(taken, changesInWords(taken, changed)) : taken;
}

/** A step that puts these events on record first, where this console may write them and is not writing them already. */
export function recordingFirst([model, effects]: Step, events: readonly JournalEvent[]): Step {
  const missing = events.filter((event) => !model.recording.some((each) => isSameEvent(each, event)));
  if (missing.length === 0 || refusal(model, 'record') !== null) return [model, effects];
  const recording = [...model.recording, ...missing];
  return [{ ...model, recording }, [{ type: 'act', request: { action: 'record', events: missing } }, ...effects]];
}

/** The events have been written, or could not be: then what is still missing is found again. */
export function recorded(model: Model, events: readonly JournalEvent[]): Model {
  const recording = model.recording.filter((event) => !events.some((each) => isSameEvent(each, event)));
  return recording.length === model.recording.length ? model : { ...model, recording };
}

/** Two that tell the same. There is one boot to confirm at a time, whatever its time is computed to be. */
function isSameEvent(one: JournalEvent, other: JournalEvent): boolean {
  const isBoot = one.event === 'restart-confirmed' && other.event === 'restart-confirmed';
  return isBoot || JSON.stringify(one) === JSON.stringify(other);
}

/** To whoever asked for the reading, that it is done; one that was asked for meanwhile is still to come. */
function readInWords(model: Model): Model {
  const isAsked = model.message === consoleTexts.surveying && !model.surveyAgain;
  return isAsked ? say(model, consoleTexts.surveyed) : model;
}

function changesInWords({ survey, about }: Model, changed: Model['changed']): string {
  const readingOf = (id: ComponentId): ComponentReading | undefined =>
    survey?.components.find((component) => component.id === id);
  const others = changed.filter((id) => readingOf(id)?.installed !== null);
  const unread = changed.filter((id) => !others.includes(id));
  const isLate = (id: ComponentId): boolean =>
    readingOf(id)?.witnesses.some(({ state }) => state === 'timed-out') === true;
  const [late, gone] = [unread.filter(isLate), unread.filter((id) => !isLate(id))];
  const told = (ids: Model['changed'], words: (names: readonly string[]) => string): string =>
    ids.length === 0 ? '' : words(ids.map((id) => componentName(about.notice, id)));
  return (
    told(others, consoleTexts.changedVersions) +
    told(late, consoleTexts.lateVersions) +
    told(gone, consoleTexts.unreadVersions)
  );
}

/** Decides anew from what the model holds; keeps the last decision while the notice's targets have not been read. */
export function withDecision(model: Model): Model {
  const { survey, about, history, now } = model;
  const targets = survey ? targetsIn(survey.components, about.notice) : [];
  if (!survey || targets.length < about.notice.targets.length) return model;
  const boots = knownBoots(model);
  const { decision, ...certain } = outlook(
    {
      now,
      readAt: survey.takenAt,
      notice: about.notice,
      calendar: about.calendar,
      receptionHours: about.settings.receptionHours,
      targets,
      checks: survey.checks,
      bootedAt: boots.bootedAt,
      present: boots.present,
      restartGraceMs: GRACE_MS,
      livingLock: model.livingLock,
      history: { ...history, begun: stillBegun(model) },
    },
    survey.pending,
  );
  return {
    ...model,
    decision,
    outlook: certain,
    // Of the boot nothing is said before it is known.
    restartProof: survey.pending.boot ? model.restartProof : restartProof(model.journal.entries, boots),
  };
}

/**
 * What the journal does not know yet: endings, full boots, versions, and a clock that was set while nobody looked.
 * Before it is known which boot this is, nothing is written: each line carries the mark of its boot.
 */
function newFindings(before: Survey | null, model: Model, survey: Survey): readonly JournalEvent[] {
  if (survey.pending.boot) return [];
  return [
    ...owedEndings(model),
    ...clockMovedMeanwhile(before, model),
    ...bootToConfirm(model, survey),
    ...newVersions(model, survey),
    ...newlyDone(model),
  ];
}

/** That a notice is done, once: what proves it may lapse, and the notice is not to come back for that. */
function newlyDone({ decision, history }: Model): readonly JournalEvent[] {
  return decision?.step === 'all-done' && !history.isDone ? [{ event: 'notice-done' }] : [];
}

function newVersions({ history }: Model, survey: Survey): readonly JournalEvent[] {
  return survey.components.flatMap((component) =>
    component.witnesses.flatMap((witness): JournalEvent[] => {
      const { source, version } = witness;
      if (source === 'operator' || version === null) return [];
      const last = history.versionsSeen.findLast((seen) => seen.component === component.id && seen.source === source);
      return last?.version === version ? [] : [{ event: 'version-seen', component: component.id, source, version }];
    }),
  );
}

/** What could not be read before has not changed: it is known now. */
function changedComponents(before: Survey | null, after: Survey): Model['changed'] {
  if (!before) return [];
  return after.components
    .filter((component) => {
      const old = before.components.find((each) => each.id === component.id);
      return old !== undefined && old.installed !== null && old.installed !== component.installed;
    })
    .map((component) => component.id);
}

/**
 * What the journal says was begun and not ended, but for what this console knows has ended, also where the line that
 * says so could not be written.
 */
function stillBegun(model: Model): Begun {
  const { begun } = model.history;
  return { download: isOwnFinished(model) ? null : begun.download, restart: isCalledOff(model) ? null : begun.restart };
}

/** The lines that say so: without them every other reader of the journal waits for an end that is past. */
function owedEndings(model: Model): readonly JournalEvent[] {
  const { finish } = model.download;
  return [
    ...(finish !== null && isOwnFinished(model) ? [finish] : []),
    ...(isCalledOff(model) ? [{ event: 'restart-cancelled' } as const] : []),
  ];
}

function isOwnFinished({ download, history, livingLock, lock }: Model): boolean {
  const begun = history.begun.download?.lock ?? null;
  return lock.held && begun !== null && begun === livingLock && download.finish !== null;
}

function isCalledOff({ calledOff, history }: Model): boolean {
  return calledOff !== null && calledOff === history.begun.restart?.at;
}
