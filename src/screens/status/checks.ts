import { checkNames } from '../../domain/names.ja.ts';
import { checkIds, type CheckId, type CheckResult } from '../../domain/facts.ts';
import { SECOND } from '../../domain/time.ts';
import { filledUp } from '../../text/cells.ts';
import { besideWidths, MARKER_COLUMNS } from '../../tui/list.ts';
import { lineWidth, spans } from '../../tui/line.ts';
import { checkMark, mark } from '../../tui/marks.ts';
import { WIDE } from '../layout.ts';
import type { Model } from '../model.ts';
import { pendingChecks } from '../queries.ts';
import { row, type Row } from '../screen.ts';
import { statusTexts } from './status.ja.ts';

/** A row of the status; of a check that has a result, with that. */
export interface StatusRow extends Row {
  readonly check?: CheckResult;
}

/**
 * While results come in, every check in its place. Then what needs attention first, the worst of it on top; the others
 * only when asked for.
 */
export function checkRows(model: Model): readonly StatusRow[] {
  const checks = model.survey?.checks ?? [];
  const pending = pendingChecks(model);
  if (pending.length > 0 || isInPlace(model))
    return checkIds.flatMap((id) => {
      const check = checks.find((each) => each.id === id);
      return check ? [checkRow(check)] : pending.includes(id) ? [pendingRow(model, id)] : [];
    });
  const loud = loudness
    .flatMap((level) => checks.filter((check) => check.status === level))
    // What the header says already comes after what may be its cause.
    .toSorted((one, other) => Number(one.id === VERSIONS) - Number(other.id === VERSIONS));
  const rest = checks.filter((check) => !loud.includes(check));
  const width = model.size.columns < WIDE ? model.size.columns : besideWidths(model.size.columns).left;
  const isTall = model.size.rows >= ALL_ROWS;
  const isAll = model.showAllChecks || isTall;
  const shown = (isAll ? [...loud, ...rest] : loud).map((check) => wholeRow(check, width));
  if (rest.length === 0 || isTall) return shown;
  const label = isAll ? statusTexts.foldChecks : statusTexts.quietChecks(rest.length);
  return [...shown, row('all-checks', label, { type: 'toggle-checks' })];
}

const loudness = ['fail', 'warn', 'unknown'] as const;
const NAME_COLUMNS = 16;
const VERSIONS: CheckId = 'component-versions';
/** A screen of this height has room for all checks, read whole. */
const ALL_ROWS = 36;

function checkRow(check: CheckResult): StatusRow {
  const { id, status: level, summary, guideId } = check;
  return {
    ...row(rowIdOf(id), summary, { type: 'open-guide', entryId: guideId, seen: [summary] }),
    line: spans(checkMark(level), `${filledUp(checkNames[id], NAME_COLUMNS)} `, summary),
    check,
  };
}

/** A check that is read whole, also while it is not selected. */
function wholeRow(check: CheckResult, columns: number): StatusRow {
  const made = checkRow(check);
  const isCut = lineWidth(made.line ?? []) > columns - MARKER_COLUMNS;
  if (!isCut) return made;
  return { ...made, line: spans(checkMark(check.status), checkNames[check.id]), below: [check.summary] };
}

function pendingRow(model: Model, id: CheckId): StatusRow {
  const text = waitingText(model);
  return {
    ...row(rowIdOf(id), text, { type: 'await-reading' }),
    line: spans(mark('pending'), `${filledUp(checkNames[id], NAME_COLUMNS)} `, text),
  };
}

/** How long the checks that have no result have been waited for. */
export function waitingText({ about, survey, now }: Model): string {
  const seconds = Math.floor((now - (survey?.takenAt ?? now)) / SECOND);
  return statusTexts.pendingCheck(seconds, about.settings.limits.checkTimeoutSeconds);
}

function rowIdOf(id: CheckId): string {
  return `check:${id}`;
}

/**
 * Whether the operator is among the checks while their results come in, or still is since then: no answer may move what
 * is under the hand, so nothing that comes in takes room above it.
 */
export function isInPlace(model: Model): boolean {
  if (pendingChecks(model).length === 0) return model.checksInPlace;
  return model.screen === 'status' && (model.selected.status ?? 0) > 0;
}
