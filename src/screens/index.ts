import { filledRows } from '../domain/notice/words.ts';
import type { Ambiguous } from '../text/cells.ts';
import type { Line } from '../tui/line.ts';
import type { TextField } from '../tui/text-field.ts';
import { byHand } from './by-hand/by-hand.ts';
import { byHandIntents } from './by-hand/update.ts';
import { consoleTexts } from './console.ja.ts';
import { download } from './download/download.ts';
import { downloadIntents } from './download/update.ts';
import { evening, eveningIntents } from './evening/evening.ts';
import { faq } from './faq/faq.ts';
import { guide, guideIntents } from './guide/guide.ts';
import { handSteps, handStepsIntents } from './hand-steps/hand-steps.ts';
import { help } from './help/help.ts';
import { history, historyIntents } from './history/history.ts';
import type { ConsoleIntent, Intent, Question } from './intent.ts';
import type { Place, ScreenId } from './keys.ts';
import type { Model } from './model.ts';
import { emptyReport, go } from './navigate.ts';
import { mayCallOff } from './queries.ts';
import { completionReport, onlyHere } from './report/completion.ts';
import { report } from './report/report.ts';
import { isPageShown } from './report/rows.ts';
import { reportIntents } from './report/update.ts';
import { restart } from './restart/restart.ts';
import { restartIntents } from './restart/update.ts';
import { placeOfRow, selectedIndex, selectedOf, type Page, type Screen } from './screen.ts';
import { settings } from './settings/settings.ts';
import { openingFrom, settingsIntents } from './settings/update.ts';
import { isInPlace } from './status/checks.ts';
import { status } from './status/status.ts';
import { ask, resurvey, say, select, still, type Handlers, type Opening, type Step } from './step.ts';
import { support, supportIntents } from './support/support.ts';
import { wholeScreen } from './whole-screen.ts';

/** Every screen. */
export const screens: Readonly<Record<ScreenId, Screen>> = {
  status,
  evening,
  'by-hand': byHand,
  download,
  'hand-steps': handSteps,
  restart,
  guide,
  history,
  report,
  faq,
  support,
  settings,
  help,
};

/** The current screen as it is now. */
export function pageOf(model: Model): Page {
  return screens[model.screen].page(model);
}

/** The whole screen as rows - 1 lines: a pure function of the model. */
export function view(model: Model, ambiguous: Ambiguous): readonly Line[] {
  return wholeScreen(model, ambiguous, { page: pageOf(model), place: placeOf(model) });
}

/** Opens a screen as it wants to be opened; Esc will come back to the one before. */
export function openScreen(model: Model, screen: ScreenId): Model {
  const opened = go(model, screen);
  return screen === model.screen ? opened : (screens[screen].opened?.(opened) ?? opened);
}

/**
 * What came in moves nothing under the operator's hand: the row that was selected stays so, and checks stay where they
 * are.
 */
export function keepSelected(before: Model, after: Model): Model {
  const was = pageOf(before).rows;
  const row = selectedOf(before, was);
  const kept = { ...after, checksInPlace: isInPlace(before) };
  const { rows } = pageOf(kept);
  const index = row && placeOfRow(rows, row.id, selectedIndex(before, was));
  return index === null || index === selectedIndex(kept, rows) ? kept : select(kept, index);
}

/** The text field that has the focus; null where none has, and keys are keys. */
export function focusedField(model: Model): TextField | null {
  return screens[model.screen].entry?.field(model) ?? null;
}

/**
 * Where the keys go: to the dialog, to a text field or one that is about to be opened, to a countdown that one of them
 * calls off, or to the screen.
 */
export function placeOf(model: Model): Place {
  if (model.dialog) return 'dialog';
  if (focusedField(model) !== null) return 'text';
  if (screens[model.screen].entry?.isNear?.(model) === true) return 'field';
  return model.screen === 'restart' && mayCallOff(model) ? 'countdown' : model.screen;
}

type Intents = { [Type in Intent['type']]: Extract<Intent, { readonly type: Type }> };
type Chosen<Type extends Intent['type']> = { [Each in Type]: Intents[Each] & { readonly type: Each } }[Type];

/** Does what the operator chose. */
export function onIntent<Type extends Intent['type']>(model: Model, intent: Chosen<Type>): Step {
  return handlers[intent.type](model, intent);
}

const consoleIntents: Handlers<ConsoleIntent> = {
  go: (model, { screen }) => still(openScreen(model, screen)),
  'await-reading': (model) => still(say(model, consoleTexts.awaitReading)),
  'read-again': (model) => resurvey(say(model, consoleTexts.surveying)),
  'toggle-checks': (model) => still({ ...model, showAllChecks: !model.showAllChecks, checksInPlace: false }),
  'take-over': (model) => [model, [{ type: 'take-lock' }]],
  'next-notice': (model) => [model, [{ type: 'reopen', opening: forNextNotice(model) }]],
  'ask-leave'(model) {
    const question = askLeave(model);
    return question ? ask(model, question) : [model, [{ type: 'leave' }]];
  },
  leave: (model) => [model, [{ type: 'leave' }]],
};

/** What was typed and ticked for a notice that is done means nothing for the next one. */
function forNextNotice(model: Model): Opening {
  const { terminals, done } = model.report;
  const report = { ...emptyReport, terminals, done };
  return { ...openingFrom(model), screen: 'status', trail: [], selected: {}, eveningTicks: [], report };
}

const handlers: { readonly [Type in Intent['type']]: (model: Model, intent: Chosen<Type>) => Step } = {
  ...consoleIntents,
  ...downloadIntents,
  ...restartIntents,
  ...byHandIntents,
  ...eveningIntents,
  ...handStepsIntents,
  ...guideIntents,
  ...historyIntents,
  ...reportIntents,
  ...supportIntents,
  ...settingsIntents,
};

/** null: nothing is under way that this console answers for, so leaving needs no question. */
function askLeave(model: Model): Question | null {
  const canCancel = mayCallOff(model);
  const restarts = canCancel || model.restart.phase === 'asking';
  const typed = onlyHere(model);
  const body = [
    // A restart ends a download as well.
    ...(restarts
      ? consoleTexts.leaveCountdown
      : model.download.phase === 'running'
        ? filledRows(consoleTexts.leaveDownload, model.about.words)
        : []),
    ...(isTyping(model) ? consoleTexts.leaveTyping : []),
    ...(typed.length === 0 ? [] : [consoleTexts.leaveTyped(typed)]),
    // Ctrl+C copies elsewhere.
    ...(isCopying(model) ? consoleTexts.leaveCopying : []),
  ];
  if (body.length === 0) return null;
  return {
    title: consoleTexts.leaveTitle,
    body,
    choices: [
      { label: consoleTexts.leaveStay, intent: null },
      ...(canCancel ? [{ label: consoleTexts.leaveCancelled, intent: { type: 'cancel-and-leave' } as const }] : []),
      { label: restarts ? consoleTexts.leaveCounting : consoleTexts.leaveGo, intent: { type: 'leave' } },
    ],
  };
}

function isCopying(model: Model): boolean {
  const { screen, decision } = model;
  return screen === 'report' && decision?.step === 'send-report' && isPageShown(model, completionReport(model));
}

/** Whether a value is being typed that would be lost; words to search by are none. */
function isTyping(model: Model): boolean {
  const keeps = model.screen === 'report' || model.screen === 'by-hand' || model.screen === 'settings';
  return keeps && (focusedField(model)?.text ?? '') !== '';
}
