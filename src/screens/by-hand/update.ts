import type { ActionDone } from '../../actions/catalogue.ts';
import { recordPathTexts } from '../../actions/actions.ja.ts';
import type { ComponentId, RecordFinding } from '../../domain/facts.ts';
import { componentName, componentsOf } from '../../domain/notice/components.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { compareVersions, parseVersion } from '../../domain/versions/version.ts';
import { isInExchangeFolder, isWholePath, pathFromText } from '../../settings/terminal-path.ts';
import { withoutIme } from '../../tui/read-keys.ts';
import { emptyField, fieldOf } from '../../tui/text-field.ts';
import { consoleTexts } from '../console.ja.ts';
import { yesNo, type ByHandIntent, type Question } from '../intent.ts';
import type { Model } from '../model.ts';
import { go, noEntry } from '../navigate.ts';
import { refusal, running } from '../queries.ts';
import type { TextEntry } from '../screen.ts';
import { act, ask, record, resurvey, say, sayFault, select, still, type Handlers, type Step } from '../step.ts';
import { byHandTexts as texts } from './by-hand.ja.ts';

export const byHandIntents: Handlers<ByHandIntent> = {
  'show-record': (model) => act(model, showRecordRefusal(model), { action: 'show-record' }),
  'type-version': (model, { component }) => still({ ...model, byHand: { ...noEntry, component, field: emptyField } }),
  'record-version': (model, { component, version }) =>
    record(model, { event: 'operator-version', component, version }, go(model, 'status')),
  'type-record-path': (model) =>
    still({ ...model, byHand: { ...noEntry, asks: 'record-path', field: fieldOf(model.history.recordPath ?? '') } }),
  'learn-record-path': (model, { path }) => record(model, { event: 'record-path-learned', path }, model),
};

/** Why the record must not be shown now; null when it may. The tool shows it, and is not disturbed in a download. */
export function showRecordRefusal(model: Model): string | null {
  const refused = refusal(model, 'show-record');
  if (refused !== null) return refused;
  return running(model)?.what === 'download' ? texts.blockedByDownload : null;
}

/** The tool has shown the delivery record, or could not. */
export function onRecordShown(model: Model, outcome: ActionDone<'show-record'>['outcome']): Step {
  if (!outcome.ok) return still(sayFault(model, outcome.fault));
  const { path } = outcome.value;
  const isHere = model.screen === 'by-hand' && (model.selected['by-hand'] ?? 0) === 0 && model.byHand.field === null;
  // The row below it is for the version that is seen there.
  return resurvey(
    say(
      isHere ? select(model, 1) : model,
      path === null ? consoleTexts.recordShownWithoutPath : consoleTexts.recordShown(path),
    ),
  );
}

/** The one field of the by-hand screen: for the version that is seen, or for the delivery record's path. */
export const byHandEntry: TextEntry = {
  field: ({ byHand }) => byHand.field,
  edited: (model, field) => withEntry(model, { ...model.byHand, field, problem: null }),
  command(model, command) {
    const { asks, field } = model.byHand;
    if (command === 'back') return still(withEntry(model, noEntry));
    if (command !== 'do' || !field) return still(model);
    return asks === 'version' ? onVersion(model, field.text) : onRecordPath(model, field.text);
  },
};

/** A version that would prove the target is typed twice, any other once. Both are confirmed before recording. */
function onVersion(model: Model, text: string): Step {
  const { first, component } = model.byHand;
  const target = model.about.notice.targets.find((each) => each.component === component);
  const version = parseVersion(withoutIme(text));
  if (version === null || !target) return still(withProblem(model, texts.notAVersion));
  const proves = compareVersions(version, target.version) >= 0;
  if (proves && first === null)
    return still(withEntry(model, { ...noEntry, component, field: emptyField, first: version }));
  if (first !== null && compareVersions(first, version) !== 0)
    return still(withEntry(model, { ...noEntry, component, field: emptyField, problem: texts.different }));
  return ask(withEntry(model, noEntry), askRecordVersion(model.about.notice, target.component, version));
}

export function askRecordVersion(notice: Notice, component: ComponentId, version: string): Question {
  const name = notice.targets.length > 1 ? componentName(notice, component) : null;
  return yesNo({ ...texts.ask, title: texts.ask.title(name, version) }, { type: 'record-version', component, version });
}

/** Has the file looked at; what is no path of a file that may be read gets a word instead. */
function onRecordPath(model: Model, text: string): Step {
  const path = pathFromText(text);
  if (!isWholePath(path)) return still(withProblem(model, recordPathTexts.notWhole));
  if (isInExchangeFolder(path)) return still(withProblem(model, recordPathTexts.exchangeFolder));
  return act(model, null, { action: 'look-at-record', path }, withProblem(model, recordPathTexts.looking));
}

/** Asks whether the file that was looked at is to be kept, unless the operator has turned to something else. */
export function onRecordLookedAt(model: Model, { path, outcome }: ActionDone<'look-at-record'>): Step {
  const { field, asks } = model.byHand;
  const isAwaited = asks === 'record-path' && field !== null && pathFromText(field.text) === path;
  if (!isAwaited || model.dialog) return still(model);
  if (!outcome.ok) return still(withProblem(model, `${outcome.fault.headline} ${outcome.fault.tryNext}`));
  return ask(withEntry(model, noEntry), askRecordPath(model.about.notice, path, outcome.value));
}

/** Whether a file is to be kept as the delivery record: with what was found in it. */
function askRecordPath(notice: Notice, path: string, finding: RecordFinding): Question {
  const versions = componentsOf(notice).flatMap(({ id, name }) => {
    const version = finding[id] ?? null;
    return version === null ? [] : [recordPathTexts.version(name, version)];
  });
  const found =
    versions.length > 0
      ? [recordPathTexts.understood, ...versions]
      : [recordPathTexts.notUnderstood, recordPathTexts.consequence];
  return yesNo(
    { ...recordPathTexts.ask, body: [recordPathTexts.path(path), ...found] },
    { type: 'learn-record-path', path },
  );
}

function withEntry(model: Model, byHand: Model['byHand']): Model {
  return { ...model, byHand };
}

function withProblem(model: Model, problem: string): Model {
  return withEntry(model, { ...model.byHand, problem });
}
