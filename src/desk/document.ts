import * as z from 'zod';
import { isoOrNull, toIso, type Instant } from '../domain/time.ts';
import { countsSchema } from './counts.ts';
import { filterClinics, filterRows, type Filter } from './filter.ts';
import type { Row } from './rows.ts';
import type { Standing } from './standing.ts';
import { changes, deskStates, urgencies } from './states.ts';
import { severities } from '../domain/severity.ts';

const time = z.iso.datetime({ offset: true });
const maybe = z.string().nullable();
const count = z.int().min(0);
const sourceFields = { path: z.string(), line: z.int().positive().nullable() };
const source = z.strictObject(sourceFields);

const terminal = z.strictObject({
  name: z.string(),
  state: z.enum(deskStates),
  urgency: z.enum(urgencies),
  severity: z.enum(severities),
  overdue: z.boolean(),
  deadline: time.nullable(),
  spare: z.boolean(),
  phone: maybe,
  person: maybe,
  /** As it stands in the roster. */
  opens: maybe,
  /** null: there was nothing to compare with. */
  change: z.enum(changes).nullable(),
  unchangedDays: z.int().nullable(),
  step: maybe,
  reason: maybe,
  failing: z.array(z.string()),
  generatedAt: time.nullable(),
  stale: z.boolean(),
  ahead: z.boolean(),
  simulated: z.boolean().nullable(),
  outdatedNotice: z.boolean(),
  notice: maybe,
  otherNotices: z.array(z.string()),
  sameName: z.boolean(),
  installed: maybe,
  required: maybe,
  lastDelivery: time.nullable(),
  bootedAt: time.nullable(),
  superseded: count,
  sameTime: z.array(source),
  /** The two answers between which the journal went back; null: it did not. */
  journalWentBack: z.strictObject({ earlier: source, later: source }).nullable(),
  source: source.nullable(),
});

/** The document of `desk --json`. The counts are of everything; the clinics are those that the filter lets through. */
export const deskDocumentSchema = z.strictObject({
  formatVersion: z.literal('1.3'),
  consoleVersion: z.string().min(1),
  generatedAt: time,
  staleHours: z.number().positive(),
  counts: countsSchema,
  notices: z.array(
    z.strictObject({
      id: maybe,
      /** The first of `targets`. */
      component: z.string(),
      version: maybe,
      targets: z.array(z.strictObject({ component: z.string(), name: z.string(), version: maybe })),
      terminals: count,
      done: count,
      clinics: count,
    }),
  ),
  clinics: z.array(
    z.strictObject({
      name: maybe,
      /** What the roster calls it, where its column holds a code. */
      title: maybe,
      terminals: count,
      done: count,
      /** null: it is not known whose terminals these are. */
      allDone: z.boolean().nullable(),
      shown: z.array(terminal),
    }),
  ),
  bad: z.array(z.strictObject({ ...sourceFields, reason: z.string() })),
});
export type DeskDocument = z.infer<typeof deskDocumentSchema>;

export function deskDocument(
  standing: Standing,
  filter: Filter,
  run: {
    readonly consoleVersion: string;
    readonly now: Instant;
    readonly offsetMinutes: number;
    readonly staleHours: number;
  },
): DeskDocument {
  const { notices, ...counts } = standing.counts;
  const ids = new Set(filterRows(standing.rows, filter).map(({ id }) => id));
  return {
    formatVersion: '1.3',
    consoleVersion: run.consoleVersion,
    generatedAt: toIso(run.now, run.offsetMinutes),
    staleHours: run.staleHours,
    counts,
    notices: notices.map(({ notice: { id, targets }, ...stands }) => ({
      id,
      component: targets[0]?.component ?? '',
      version: targets[0]?.version ?? null,
      targets: [...targets],
      ...stands,
    })),
    clinics: filterClinics(standing, filter).map(({ name, rows, done, allDone, worst }) => ({
      name,
      title: worst.contact.name,
      terminals: rows.length,
      done,
      allDone: name === null ? null : allDone,
      shown: rows.filter(({ id }) => ids.has(id)).map((row) => terminalOf(row, run.offsetMinutes)),
    })),
    bad: standing.bad.map((each) => ({ ...each.source, reason: each.reason })),
  };
}

function terminalOf(row: Row, offsetMinutes: number): z.infer<typeof terminal> {
  const { entry } = row;
  const iso = (at: Instant | null | undefined): string | null => isoOrNull(at ?? null, offsetMinutes);
  return {
    name: row.terminal,
    state: row.state,
    urgency: row.urgency,
    severity: row.severity,
    overdue: row.overdue,
    deadline: iso(entry?.deadline),
    spare: row.contact.spare,
    phone: row.contact.phone,
    person: row.contact.person,
    opens: row.contact.opens?.text ?? null,
    change: row.change,
    unchangedDays: row.unchangedDays,
    step: entry?.step ?? null,
    reason: entry?.reason ?? null,
    failing: [...(entry?.failing ?? [])],
    generatedAt: iso(entry?.at),
    stale: row.stale,
    ahead: row.ahead,
    simulated: entry?.simulated ?? null,
    outdatedNotice: row.outdated,
    notice: entry?.notice?.id ?? null,
    otherNotices: [...(entry?.otherNotices ?? [])],
    sameName: row.namesake,
    installed: entry?.installed ?? null,
    required: entry?.required ?? null,
    lastDelivery: iso(entry?.lastDelivery),
    bootedAt: iso(entry?.bootedAt),
    superseded: row.superseded,
    sameTime: row.twins.map(({ source }) => source),
    journalWentBack: row.wentBack && { earlier: row.wentBack.earlier.source, later: row.wentBack.later.source },
    source: entry?.source ?? null,
  };
}
