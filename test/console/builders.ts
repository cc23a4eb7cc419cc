import type { ScreenId } from '../../src/screens/keys.ts';
import {
  nothingPending,
  checkIds,
  type CheckId,
  type CheckResult,
  type ComponentReading,
  type Survey,
  type Witness,
} from '../../src/domain/facts.ts';
import type { Effect, Step } from '../../src/screens/step.ts';
import { firstModel } from '../../src/console/first-model.ts';
import { menuOf } from '../screens/rows.ts';
import type { Row } from '../../src/screens/screen.ts';
import type { ConsoleAbout, Lock, Model } from '../../src/screens/model.ts';
import { SECOND, toIso, type Instant } from '../../src/domain/time.ts';
import { update } from '../../src/console/update.ts';
import { go } from '../../src/screens/navigate.ts';
import { guideWhenAsked } from '../../src/guide/built-in.ts';
import { CONFIRM_DELAY_MS } from '../../src/tui/dialog.ts';
import type { KeyId, KeyPress } from '../../src/tui/keys.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { JournalReading } from '../../src/journal/reading.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { wordsOf } from '../../src/domain/notice/words.ts';
import { noClinic } from '../../src/settings/clinic.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { judgeComponent } from '../../src/domain/versions/component-status.ts';
import { fileOf, headOf, line } from '../journal/build.ts';
import { at, witness } from '../domain/procedure/builders.ts';

export { at };

export const OFFSET = 540;
export const RESTART_DELAY = 60;

/** Tuesday 20 January 2026, 08:10 in Japan: the first night is over, reception begins at 08:30. */
export const morning = at('20 08:10');
/** When the terminal of these tests was started. */
export const bootedAt = at('20 08:02');

export const held: Lock = { held: true };
export const foreign: Lock = { held: false, ownerPid: 4711 };

export function aboutWith(changes: Partial<ConsoleAbout> = {}): ConsoleAbout {
  const { notice = builtInNotice() } = changes;
  return {
    consoleVersion: '0.1.0',
    label: null,
    readOnly: false,
    notice,
    others: [],
    done: [],
    known: [notice],
    ownComponents: notice.components,
    calendar: calendarOf(notice),
    words: wordsOf(notice),
    settings: defaultSettings(),
    settingsFile: { path: '/data/settings.json', decides: [] },
    problems: [],
    ownGuide: notice.guide,
    guide: guideWhenAsked(notice.guide, wordsOf(notice)),
    clinic: noClinic,
    offsetMinutes: OFFSET,
    restartDelaySeconds: RESTART_DELAY,
    journalPath: '/data/journal.jsonl',
    places: [{ id: 'data', path: '/data/exports' }],
    paths: [{ name: '作業記録', path: '/data/journal.jsonl' }],
    ...changes,
  };
}

/** An intact journal of these events, each with its time in January 2026 (`20 08:05`). */
export function journalOf(...events: readonly (readonly [time: string, event: JournalEvent])[]) {
  const lines = events.reduce<readonly string[]>(
    (before, [time, event]) => [...before, line(before, { at: toIso(at(time), OFFSET), ...event })],
    [],
  );
  return lines.length === 0 ? readJournal(null, null) : readJournal(fileOf(lines), headOf(lines));
}

export interface Start {
  readonly about?: Partial<ConsoleAbout>;
  readonly now?: Instant;
  readonly journal?: JournalReading;
  readonly lock?: Lock;
}

/** The console as it opens, before anything was read. */
export function opening(start: Start = {}): Model {
  return firstModel({
    about: aboutWith(start.about),
    size: { columns: 80, rows: 24 },
    now: start.now ?? morning,
    journal: start.journal ?? journalOf(),
    lock: start.lock ?? held,
    message: null,
  });
}

/** The face library as its Version.info shows it; null: nothing shows it. */
export function faceLibrary(version: string | null, more: readonly Witness[] = []): ComponentReading {
  const shown = version === null ? [] : [witness('version-info', version)];
  return judgeComponent({ id: 'face-library', name: '顔認証ライブラリ' }, '5.1.0', [...shown, ...more]);
}

export function check(id: CheckId, changes: Partial<CheckResult> = {}): CheckResult {
  const summary = `${id} の点検`;
  return {
    id,
    status: 'ok',
    summary,
    remedy: null,
    guideId: null,
    durationMs: 1,
    evidence: {},
    ...changes,
  };
}

/** Every check in order, those named changed. */
export function checks(changes: Partial<Record<CheckId, Partial<CheckResult>>> = {}): readonly CheckResult[] {
  return checkIds.map((id) => check(id, changes[id]));
}

/** A reading of a terminal whose face library is 5.0.3 and everything else in order. */
export function surveyWith(changes: Partial<Survey> = {}): Survey {
  return {
    takenAt: morning,
    pending: nothingPending,
    offsetMinutes: OFFSET,
    components: [faceLibrary('5.0.3')],
    checks: checks(),
    boot: { bootedAt, lastBootKind: 'full' },
    restartMarks: [],
    marksAreRead: true,
    power: { sleepMinutesOnAc: 0, fastStartup: false },
    disk: null,
    terminal: { name: 'CLINIC-ONS01', os: 'Windows 10 IoT Enterprise LTSC 2021' },
    session: { remote: false, locked: false, elevated: true, user: 'OQSComApp' },
    lastTaskRun: at('20 08:05'),
    plannedRestartAt: null,
    ...changes,
  };
}

/**
 * The console once the terminal has been read: outdated in the morning, next step `download-now`, unless said
 * otherwise.
 */
export function ready(start: Start & { readonly survey?: Partial<Survey> } = {}): Model {
  const takenAt = start.now ?? morning;
  const survey = surveyWith({ takenAt, ...start.survey });
  return update(opening(start), { type: 'surveyed', scope: 'all', survey, commands: [] })[0];
}

export function onScreen(model: Model, screen: ScreenId): Model {
  return go(model, screen);
}

/** A key in a piece of input of its own, a second after what came before. */
export function press(model: Model, key: KeyId | KeyPress): Step {
  const keyPress = typeof key === 'string' ? { id: key } : key;
  const chunk = (model.dialog?.opened.chunk ?? 0) + 1;
  return update(model, { type: 'pressed', press: keyPress, chunk, now: model.now + SECOND });
}

/** One key after the other; gives the model, and all that was asked for on the way. */
export function play(model: Model, ...keys: readonly (KeyId | KeyPress)[]): Step {
  return keys.reduce<Step>(
    ([before, effects], key) => {
      const [after, more] = press(before, key);
      return [after, [...effects, ...more]];
    },
    [model, []],
  );
}

/** Types a text into the field that has the focus. */
export function typed(text: string): KeyPress {
  return { id: 'text', text };
}

export function row(model: Model, id: string): Row {
  const found = menuOf(model).find((each) => each.id === id);
  if (!found) throw new Error(`no row ${id} in ${rowIds(model).join(', ')}`);
  return found;
}

export function rowIds(model: Model): readonly string[] {
  return menuOf(model).map((each) => each.id);
}

/** With this row selected. */
export function onRow(model: Model, id: string): Model {
  const { id: known } = row(model, id);
  return { ...model, selected: { ...model.selected, [model.screen]: rowIds(model).indexOf(known) } };
}

/** Enter on this row. */
export function choose(model: Model, id: string): Step {
  return press(onRow(model, id), 'enter');
}

/** The actions among the effects. */
export function acts(effects: readonly Effect[]) {
  return effects.flatMap((effect) => (effect.type === 'act' ? [effect.request] : []));
}

export function effectTypes(effects: readonly Effect[]): readonly Effect['type'][] {
  return effects.map((effect) => effect.type);
}

/** Long enough after a dialog has opened for Enter to answer it. */
export const patience = CONFIRM_DELAY_MS;
