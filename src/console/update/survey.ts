import type { JournalEvent } from '../../journal/events.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import { decide } from '../../domain/procedure/decide.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import { componentNames } from '../../domain/names.ja.ts';
import type { ComponentId, ComponentReading, Survey } from '../../domain/facts.ts';
import { refusal } from '../../screens/may-act.ts';
import type { Model } from '../../screens/model.ts';
import { knownBoots } from '../../screens/model-queries.ts';
import { targetReading } from '../../domain/procedure/situation.ts';
import { restartProof } from '../../screens/last-restart.ts';
import { bootToConfirm, clockMovedMeanwhile } from './boot-findings.ts';
import { withTime } from './countdown.ts';
import { owedEndings, stillBegun } from './owed.ts';
import { withStandingRestart } from './standing-restart.ts';
import { resurvey, say, type Step } from './step.ts';

/** Takes in a new reading of the terminal, and puts on record what it shows for the first time. */
export function onSurveyed(model: Model, survey: Survey, commands: readonly CommandRecord[]): Step {
  const changed = changedComponents(model.survey, survey);
  const taken = withStandingRestart(
    withDecision({
      ...withTime(model, Math.max(model.now, survey.takenAt)),
      survey,
      commands,
      surveying: false,
      changed,
    }),
  );
  const told = toldAbout(taken, changed);
  const events = refusal(told, 'record') === null ? newFindings(model.survey, told, survey) : [];
  const [next, effects] = told.surveyAgain ? resurvey(told) : ([told, []] satisfies Step);
  return [next, events.length > 0 ? [{ type: 'act', request: { action: 'record', events } }, ...effects] : effects];
}

/** What has changed; else, to whoever asked for the reading, that it is done. */
function toldAbout(model: Model, changed: Model['changed']): Model {
  if (changed.length > 0) return say(model, changesInWords(model, changed));
  return model.message === consoleTexts.surveying ? say(model, consoleTexts.surveyed) : model;
}

function changesInWords({ survey }: Model, changed: Model['changed']): string {
  const readingOf = (id: ComponentId): ComponentReading | undefined =>
    survey?.components.find((component) => component.id === id);
  const others = changed.filter((id) => readingOf(id)?.installed !== null);
  const unread = changed.filter((id) => !others.includes(id));
  const isLate = (id: ComponentId): boolean =>
    readingOf(id)?.witnesses.some(({ state }) => state === 'timed-out') === true;
  const [late, gone] = [unread.filter(isLate), unread.filter((id) => !isLate(id))];
  return [
    ...(others.length > 0 ? [consoleTexts.changedVersions(namesOf(others))] : []),
    ...(late.length > 0 ? [consoleTexts.lateVersions(namesOf(late))] : []),
    ...(gone.length > 0 ? [consoleTexts.unreadVersions(namesOf(gone))] : []),
  ].join('');
}

function namesOf(ids: Model['changed']): readonly string[] {
  return ids.map((id) => componentNames[id]);
}

/** Decides anew from what the model holds; keeps the last decision while nothing has been read. */
export function withDecision(model: Model): Model {
  const { survey, about, history, now } = model;
  const target = survey && targetReading(survey, about.notice);
  if (!survey || !target) return model;
  const boots = knownBoots(model);
  const decision = decide({
    now,
    notice: about.notice,
    calendar: about.calendar,
    receptionHours: about.settings.receptionHours,
    target,
    checks: survey.checks,
    bootedAt: boots.bootedAt,
    present: boots.present,
    livingLock: model.livingLock,
    history: { ...history, begun: stillBegun(model) },
  });
  return { ...model, decision, restartProof: restartProof(model.journal.entries, boots) };
}

/** What the journal does not know yet: endings, full boots, versions, and a clock that was set while nobody looked. */
function newFindings(before: Survey | null, model: Model, survey: Survey): readonly JournalEvent[] {
  const { history } = model;
  const versions = survey.components.flatMap((component) =>
    component.witnesses.flatMap((witness): JournalEvent[] => {
      const { source, version } = witness;
      if (source === 'operator' || version === null) return [];
      const last = history.versionsSeen.findLast((seen) => seen.component === component.id && seen.source === source);
      return last?.version === version ? [] : [{ event: 'version-seen', component: component.id, source, version }];
    }),
  );
  return [...owedEndings(model), ...clockMovedMeanwhile(before, model), ...bootToConfirm(model, survey), ...versions];
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
