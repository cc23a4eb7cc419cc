import type { CheckResult, Decision } from '../domain/facts.ts';
import { stepOnScreen, type Words } from '../domain/notice/words.ts';
import { guideIdOf } from '../guide/situations.ts';
import { emptyField } from '../tui/text-field.ts';
import type { Intent } from './intent.ts';
import type { ScreenId } from './keys.ts';
import type { Model, ReportState } from './model.ts';
import { row, type Row } from './screen.ts';
import { select } from './step.ts';

/** By hand, while nothing is being typed. */
export const noEntry = { asks: 'version', component: null, field: null, first: null, problem: null } as const;

/** The report's form with nothing typed into it. */
export const emptyReport: ReportState = {
  before: null,
  typed: {},
  editing: null,
  terminals: emptyField,
  done: emptyField,
  page: false,
  copied: {},
  remembering: null,
};

/** Opens a screen; Esc will come back to the one before. */
export function go(model: Model, screen: ScreenId): Model {
  if (screen === model.screen) return { ...model, dialog: null };
  const trail = screen === 'status' ? [] : [...model.trail.filter((each) => each !== screen), model.screen];
  return {
    ...model,
    screen,
    trail,
    dialog: null,
    selected: { ...model.selected, [screen]: 0 },
    checksInPlace: false,
    byHand: noEntry,
    settingsForm: { ...model.settingsForm, editing: null, failed: null },
  };
}

/** Opens an entry of the guide, or its list. An entry that was opened from the list has the guide last in its trail. */
export function openGuide(model: Model, entryId: string | null, seen: readonly string[]): Model {
  const isOnList = model.screen === 'guide' && model.guide.entryId === null;
  const opened = go(model, 'guide');
  const trail = isOnList && entryId !== null ? [...opened.trail, 'guide' as const] : opened.trail;
  const query = entryId === null ? emptyField : model.guide.query;
  const entry = select({ ...opened, trail, guide: { ...model.guide, entryId, query, searching: false, seen } }, 0);
  return entryId === null ? withoutListBehind(entry) : entry;
}

/**
 * Opens the guide's list with the cursor in its search field: on the list to go on with its words, from elsewhere to
 * begin anew.
 */
export function openSearch(model: Model): Model {
  const isOnList = model.screen === 'guide' && model.guide.entryId === null;
  const query = isOnList ? model.guide.query : emptyField;
  const guide = { ...model.guide, entryId: null, query, searching: true, seen: [] };
  return withoutListBehind({ ...go(model, 'guide'), guide });
}

/** Whether Esc in the guide leads to its list. */
export function isListBehind({ screen, trail }: Model): boolean {
  return screen === 'guide' && trail.at(-1) === 'guide';
}

function withoutListBehind(model: Model): Model {
  return isListBehind(model) ? { ...model, trail: model.trail.slice(0, -1) } : model;
}

/** The one next step: choosing it leads to where it is done, or to the page that tells how. */
export function nextStepRow(decision: Decision, checks: readonly CheckResult[], words: Words): Row {
  return row('next-step', stepOnScreen(decision, words), intentOf(decision, checks));
}

function intentOf(decision: Decision, checks: readonly CheckResult[]): Intent {
  switch (decision.step) {
    case 'wait':
      return { type: 'go', screen: decision.progress?.what === 'download' ? 'download' : 'restart' };
    case 'read-again':
      return { type: 'read-again' };
    case 'restart':
      return { type: 'go', screen: 'restart' };
    case 'download-now':
      return { type: 'go', screen: 'download' };
    case 'leave-on-overnight':
      return { type: 'go', screen: 'evening' };
    case 'check-by-hand':
      return { type: 'go', screen: 'by-hand' };
    case 'by-hand-steps':
      return { type: 'go', screen: 'hand-steps' };
    case 'fix-first': {
      const failing = checks.find((check) => check.id === decision.check);
      return { type: 'open-guide', entryId: failing?.guideId ?? null, seen: failing ? [failing.summary] : [] };
    }
    case 'call-support':
      return { type: 'open-guide', entryId: guideIdOf('step:call-support'), seen: [decision.reason] };
    case 'send-report':
      return { type: 'go', screen: 'report' };
    case 'all-done':
      return { type: 'go', screen: 'history' };
  }
}
