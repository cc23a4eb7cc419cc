import {
  checkIds,
  componentIds,
  type CheckId,
  type CheckResult,
  type CheckStatus,
  type KnownComponentId,
  type ComponentReading,
  type Survey,
  type Witness,
} from '../../src/domain/facts.ts';
import { componentNames } from '../../src/domain/names.ja.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { firstModel } from '../../src/console/first-model.ts';
import type { ConsoleAbout, Model } from '../../src/screens/model.ts';
import type { Instant } from '../../src/domain/time.ts';
import { withDecision } from '../../src/console/survey.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { historyOf } from '../../src/journal/history.ts';
import { readJournal } from '../../src/journal/read.ts';
import { type JournalReading } from '../../src/journal/reading.ts';
import { view } from '../../src/screens/index.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { lineText } from '../../src/tui/line.ts';
import { aboutWith, at, surveyWith } from '../console/builders.ts';

export { at };

export const sizes = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;
export const worlds: readonly Ambiguous[] = ['narrow', 'wide'];
/** Every size in both worlds, for `it.each`. */
export const everywhere = sizes.flatMap((size) =>
  worlds.map((ambiguous) => ({
    ...size,
    ambiguous,
    name: `${String(size.columns)}x${String(size.rows)} ${ambiguous}`,
  })),
);

/** Tuesday 20 January 2026, 08:10: the morning after the first night, before opening. */
export const now = at('20 08:10');

export function about(changes: Partial<ConsoleAbout> = {}): ConsoleAbout {
  return aboutWith({
    consoleVersion: '1.2.3',
    settingsFile: { path: 'C:\\ProgramData\\oqs-console\\settings.json', decides: [] },
    paths: [
      { name: '作業記録', path: 'C:\\ProgramData\\oqs-console\\journal.jsonl' },
      { name: '設定', path: 'C:\\ProgramData\\oqs-console\\settings.json' },
    ],
    ...changes,
  });
}

export function witness(source: Witness['source'], version: string | null, changes: Partial<Witness> = {}): Witness {
  return {
    source,
    state: version === null ? 'unreadable' : 'answers',
    raw: version,
    version,
    path: 'C:\\Program Files\\OQS-Auth\\Version.info',
    changedAt: null,
    fault: null,
    ...changes,
  };
}

export function component(id: KnownComponentId, changes: Partial<ComponentReading> = {}): ComponentReading {
  const version = id === 'face-library' ? '5.0.3' : '2.1.0';
  return {
    id,
    name: componentNames[id],
    status: id === 'face-library' ? 'outdated' : 'not-required',
    installed: version,
    required: id === 'face-library' ? '5.1.0' : null,
    witnesses: [witness('delivery-record', version), witness('version-info', version)],
    lastKnown: null,
    ...changes,
  };
}

/** The four components, the face library with these changes. */
export function components(changes: Partial<ComponentReading> = {}): readonly ComponentReading[] {
  return componentIds.map((id) => component(id, id === 'face-library' ? changes : {}));
}

export const updated = {
  status: 'ok',
  installed: '5.1.0',
  witnesses: [witness('delivery-record', '5.1.0'), witness('version-info', '5.1.0')],
} as const satisfies Partial<ComponentReading>;

export const unreadable = {
  status: 'unknown',
  installed: null,
  witnesses: [witness('delivery-record', null), witness('version-info', null)],
} as const satisfies Partial<ComponentReading>;

export function check(id: CheckId, status: CheckStatus, changes: Partial<CheckResult> = {}): CheckResult {
  return {
    id,
    status,
    summary: `${id} の点検は ${status} です。`,
    remedy: status === 'ok' ? null : `${id} を直してください。`,
    guideId: null,
    durationMs: 3,
    evidence: {},
    ...changes,
  };
}

/** All checks are fine but these. */
export function checks(bad: Partial<Record<CheckId, CheckStatus>> = {}): readonly CheckResult[] {
  return checkIds.map((id) => check(id, bad[id] ?? 'ok'));
}

export function survey(changes: Partial<Survey> = {}): Survey {
  return surveyWith({ components: components(), checks: checks(), lastTaskRun: null, ...changes });
}

export interface ModelChanges extends Partial<Omit<Model, 'about' | 'survey' | 'journal' | 'history'>> {
  readonly about?: Partial<ConsoleAbout>;
  readonly survey?: Partial<Survey> | null;
  /** What the journal holds, each with its time. */
  readonly events?: readonly (JournalEvent & { readonly at: Instant })[];
  readonly journal?: Partial<JournalReading>;
}

/** The console on a terminal that is read and outdated, with these changes; the rules say what is next. */
export function model(changes: ModelChanges = {}): Model {
  const { about: aboutChanges, survey: surveyed, events = [], journal: journalChanges, ...rest } = changes;
  const journal: JournalReading = {
    ...readJournal(null, null),
    state: events.length > 0 ? 'intact' : 'absent',
    entries: events.map(({ at: time, ...event }, index) => ({
      line: index + 1,
      seq: index + 1,
      at: time,
      boot: null,
      time: new Date(time).toISOString(),
      notice: null,
      event,
    })),
    ...journalChanges,
  };
  const first = firstModel({
    about: about(aboutChanges),
    size: sizes[1],
    now,
    journal,
    lock: { held: true },
    message: null,
  });
  const history = historyOf(journal.entries, first.about.notice.id);
  const seen = surveyed === null ? null : survey(surveyed);
  const { now: shownAt = now, livingLock = null } = rest;
  const read = { ...first, survey: seen, surveying: false, history, now: shownAt, livingLock };
  const decided = withDecision(read);
  return { ...decided, ...rest };
}

export function fault(headline: string, tryNext = '管理者に聞いてください。'): Fault {
  return { code: 'failed', headline, tryNext, guideId: null };
}

/** What the model looks like, row by row, without the spaces at the ends. */
export function rowsOf(shown: Model, ambiguous: Ambiguous = 'narrow'): readonly string[] {
  return view(shown, ambiguous).map((row) => lineText(row).trimEnd());
}

export function textOf(shown: Model, ambiguous: Ambiguous = 'narrow'): string {
  return rowsOf(shown, ambiguous).join('\n');
}
