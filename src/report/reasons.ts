import type { Decision } from '../domain/facts.ts';
import type { History } from '../domain/history.ts';
import { reasonTexts, shortReasons } from './report.ja.ts';
import type { FieldId } from './fields.ts';

/** What can stand in the way of the report. */
export const reasonIds = [
  'version-not-read',
  'version-unknown',
  'version-not-proven',
  'terminals-not-counted',
  'terminals-not-all-done',
  'field',
] as const;
export type ReasonId = (typeof reasonIds)[number];

/** Why the report must not be sent yet. `text` says it whole, `short` beside a row that is blocked by it. */
export interface Reason {
  readonly id: ReasonId;
  readonly field: FieldId | null;
  readonly text: string;
  readonly short: string;
}

/** Why the version does not count as proven: only a verdict that says so proves it. null: it is proven. */
export function versionReason(decision: Decision | null): Reason | null {
  if (decision === null) return reason('version-not-read', reasonTexts.notRead);
  if (decision.verdict === 'current') return null;
  const id = decision.verdict === 'unknown' ? 'version-unknown' : 'version-not-proven';
  return reason(id, decision.reason);
}

/** The completion report is one per clinic, so every terminal must be done. null: it was said that all are. */
export function terminalsReason(terminals: History['terminals']): Reason | null {
  if (terminals === null) return reason('terminals-not-counted', reasonTexts.notCounted);
  return terminals.allDone ? null : reason('terminals-not-all-done', reasonTexts.notAllDone(terminals.count));
}

export function fieldReason(field: { readonly id: FieldId; readonly label: string }, problem: string): Reason {
  const text = reasonTexts.field(field.label, problem);
  return { id: 'field', field: field.id, text, short: shortReasons.field(field.label) };
}

function reason(id: Exclude<ReasonId, 'field'>, text: string): Reason {
  return { id, field: null, text, short: shortReasons[id] };
}
