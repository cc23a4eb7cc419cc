import type { z } from 'zod';
import { deskReading as texts } from './desk.ja.ts';
import { checkName } from './words.ts';
import {
  answerSchema,
  detailSchema,
  errorSchema,
  formatSchema,
  SUPPORTED,
  type Detail,
  type ErrorDetail,
} from './document-schema.ts';
import type { Entry, Place } from './entry.ts';
import { stateOf } from './states.ts';

/** A document, or why it is none, in words. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Reads one document into what the lists show of it. `line` is its line in a JSON Lines file, else null. */
export function readEntry(text: string, place: Place, line: number | null, same: SameText): Read<Entry> {
  const json = jsonOf(text);
  if (!json.ok) return json;
  const source = { path: place.path, line };
  const byPlace = line === null ? place.name : `${place.name}:${String(line)}`;
  if (isError(json.value)) {
    const read = parsed(errorSchema, json.value);
    if (!read.ok) return read;
    const { generatedAt, error } = read.value;
    return {
      ok: true,
      value: {
        source,
        clinic: place.folder,
        clinicSaid: false,
        terminal: byPlace,
        at: generatedAt,
        state: 'check-failed',
        simulated: null,
        notice: null,
        step: same(error.code),
        reason: same(error.message),
        check: null,
        failing: [],
        installed: null,
        required: null,
        lastDelivery: null,
        bootedAt: null,
      },
    };
  }
  const read = parsed(answerSchema, json.value);
  if (!read.ok) return read;
  const { clinic, terminal, simulated, notice, verdict, nextStep, components, checks, restart, delivery } = read.value;
  const target = components.find(({ id }) => id === notice?.target.component);
  const clinicId = filled(clinic?.id);
  return {
    ok: true,
    value: {
      source,
      clinic: clinicId ?? place.folder,
      clinicSaid: clinicId !== null,
      terminal: filled(terminal?.name) ?? byPlace,
      at: read.value.generatedAt,
      state: stateOf(verdict, nextStep.id),
      simulated: simulated ?? null,
      notice: notice
        ? {
            id: sameOrNull(notice.id, same),
            component: same(notice.target.component),
            version: sameOrNull(notice.target.version, same),
          }
        : null,
      step: same(nextStep.title),
      reason: same(nextStep.reason),
      check: nextStep.check === null ? null : same(checkName(nextStep.check)),
      failing: checks.filter(({ status }) => status === 'fail').map(({ id }) => same(checkName(id))),
      installed: sameOrNull(target?.installed, same),
      required: sameOrNull(target?.required, same),
      lastDelivery: delivery?.lastTaskRun ?? null,
      bootedAt: restart?.bootedAt ?? null,
    },
  };
}

/** A whole document, for its detail. */
export type WholeDocument =
  { readonly type: 'answer'; readonly answer: Detail } | { readonly type: 'error'; readonly document: ErrorDetail };

/** What the detail shows of a document. */
export type DetailReading =
  | { readonly type: 'reading' }
  | { readonly type: 'none' }
  | { readonly type: 'read'; readonly document: WholeDocument }
  | { readonly type: 'unreadable'; readonly reason: string };

/** Reads one document whole. */
export function readWhole(text: string): Read<WholeDocument> {
  const json = jsonOf(text);
  if (!json.ok) return json;
  if (isError(json.value)) {
    const read = parsed(errorSchema, json.value);
    return read.ok ? { ok: true, value: { type: 'error', document: read.value } } : read;
  }
  const read = parsed(detailSchema, json.value);
  return read.ok ? { ok: true, value: { type: 'answer', answer: read.value } } : read;
}

function jsonOf(text: string): Read<unknown> {
  if (text.trim() === '') return { ok: false, reason: texts.empty };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // What JSON.parse throws for anything that is not JSON.
    if (error instanceof SyntaxError) return { ok: false, reason: texts.notJson };
    throw error;
  }
  const format = formatSchema.safeParse(json);
  if (!format.success) return { ok: false, reason: texts.notAnAnswer };
  const { formatVersion } = format.data;
  return SUPPORTED.test(formatVersion)
    ? { ok: true, value: json }
    : { ok: false, reason: texts.otherFormat(formatVersion.slice(0, 12)) };
}

function parsed<Schema extends z.ZodType>(schema: Schema, json: unknown): Read<z.output<Schema>> {
  const read = schema.safeParse(json);
  if (read.success) return { ok: true, value: read.data };
  const field = read.error.issues[0]?.path.map(String).join('.') ?? '';
  return { ok: false, reason: texts.wrongField(field) };
}

function isError(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'error' in json;
}

function sameOrNull(text: string | null | undefined, same: SameText): string | null {
  return text === null || text === undefined ? null : same(text);
}

/** A name that says nothing is none. */
function filled(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : text.trim();
}

/** Gives the first of all equal texts: thousands of answers say the same few sentences, and each is to be kept once. */
export type SameText = (text: string) => string;

/** So many texts are known at most: a desk that is left open for weeks does not keep every reason that it ever read. */
const KNOWN = 10_000;

export function createSameText(known = new Map<string, string>()): SameText {
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= KNOWN) known.clear();
    known.set(text, text);
    return text;
  };
}
