import type { z } from 'zod';
import { checkNames, componentNames } from '../domain/names.ja.ts';
import type { AnswerFile } from '../ports/ports.ts';
import { deskReading as texts, deskTexts } from './desk.ja.ts';
import {
  answerSchema,
  deadlineOf,
  detailSchema,
  errorSchema,
  formatSchema,
  nameOf,
  SUPPORTED,
  type AnswerRead,
  type Detail,
  type ErrorDetail,
} from './document-schema.ts';
import { contradictionIn, type Contradiction } from './contradictions.ts';
import { hasDoubledKey } from './doubled-keys.ts';
import type { Entry } from './entry.ts';
import type { Same } from './same.ts';
import { stateOf } from './states.ts';
import { harmless } from '../text/harmless.ts';

/** A document, or why it is none, in words. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** What a document holds: an answer, or why the check gave none. */
type Content<Answer> =
  | { readonly type: 'answer'; readonly answer: Answer; readonly isDoubled: boolean }
  | { readonly type: 'error'; readonly document: ErrorDetail };
type WholeDocument = Content<Detail>;

/** What the detail shows of a document. */
export type DetailReading =
  | { readonly type: 'reading' }
  | { readonly type: 'none' }
  | { readonly type: 'read'; readonly document: WholeDocument }
  | { readonly type: 'unreadable'; readonly reason: string };

/** Reads one document whole, for its detail. */
export function readWhole(text: string): Read<WholeDocument> {
  return contentOf(text, detailSchema);
}

/** Reads one document into what the lists show of it. `line` is its line in a JSON Lines file, else null. */
export function readEntry(
  text: string,
  place: Pick<AnswerFile, 'path' | 'folder' | 'name'>,
  line: number | null,
  same: Same,
): Read<Entry> {
  const read = contentOf(text, answerSchema);
  if (!read.ok) return read;
  const found: FoundAt = {
    source: { path: place.path, line },
    clinic: filled(place.folder),
    terminal: harmless(line === null ? place.name : `${place.name}:${String(line)}`),
  };
  const { value } = read;
  if (value.type === 'error') return { ok: true, value: errorEntry(value, found, same) };
  const contradiction = value.isDoubled ? 'doubled' : contradictionIn(value.answer);
  return { ok: true, value: answerEntry({ ...value, contradiction }, found, same) };
}

/** What the place of a document says of it. */
type FoundAt = Pick<Entry, 'source' | 'clinic' | 'terminal'>;

function errorEntry({ document }: Extract<WholeDocument, { type: 'error' }>, found: FoundAt, same: Same): Entry {
  return {
    ...found,
    clinicSaid: false,
    at: document.generatedAt,
    state: 'check-failed',
    simulated: null,
    notice: null,
    deadline: null,
    otherNotices: [],
    step: same.text(document.error.code),
    reason: same.text(document.error.message),
    check: null,
    failing: [],
    installed: null,
    required: null,
    lastDelivery: null,
    bootedAt: null,
  };
}

function answerEntry(
  { answer, contradiction }: { readonly answer: AnswerRead; readonly contradiction: Contradiction | null },
  found: FoundAt,
  same: Same,
): Entry {
  const { notice, nextStep } = answer;
  const asked = notice === undefined ? [] : (notice.targets ?? [notice.target]);
  const readings = asked.map(({ component }) => answer.components.find(({ id }) => id === component));
  const clinic = filled(answer.clinic?.id);
  return {
    source: found.source,
    clinic: clinic ?? found.clinic,
    clinicSaid: clinic !== null,
    terminal: filled(answer.terminal?.name) ?? found.terminal,
    at: answer.generatedAt,
    state: contradiction === null ? stateOf(answer.verdict, nextStep.id) : 'contradictory',
    simulated: answer.simulated ?? null,
    notice: notice
      ? same.notice({
          id: notice.id ?? null,
          targets: asked.map(({ component, version }, at) => ({
            component,
            name: readings[at]?.name ?? nameOf(componentNames, component),
            version: version ?? null,
          })),
        })
      : null,
    // What contradicts itself is believed in nothing.
    deadline: contradiction === null ? deadlineOf(answer) : null,
    otherNotices: notice?.others.map(same.text) ?? [],
    step: same.text(nextStep.title),
    reason: same.text(contradiction === null ? nextStep.reason : texts.contradictory(contradiction)),
    check: nextStep.check === null ? null : same.text(nameOf(checkNames, nextStep.check)),
    failing: answer.checks.filter(({ status }) => status === 'fail').map(({ id }) => same.text(nameOf(checkNames, id))),
    installed: sameOrNull(versionsIn(readings.map((reading) => reading?.installed)), same),
    required: sameOrNull(versionsIn(readings.map((reading) => reading?.required)), same),
    lastDelivery: answer.delivery?.lastTaskRun ?? null,
    bootedAt: answer.restart?.bootedAt ?? null,
    journalHead: contradiction === null ? answer.journal?.head : undefined,
  };
}

/** The versions of several components as one text; null: none of them is known. */
function versionsIn(versions: readonly (string | null | undefined)[]): string | null {
  return versions.every((version) => version === null || version === undefined)
    ? null
    : versions.map((version) => harmless(version ?? deskTexts.noVersion)).join(deskTexts.betweenVersions);
}

function contentOf<Schema extends z.ZodType>(text: string, schema: Schema): Read<Content<z.output<Schema>>> {
  const json = jsonOf(text);
  if (!json.ok) return json;
  if (isError(json.value)) {
    const read = parsed(errorSchema, json.value);
    return read.ok ? { ok: true, value: { type: 'error', document: read.value } } : read;
  }
  const isDoubled = hasDoubledKey(text, json.value);
  if (isDoubled === null) return { ok: false, reason: texts.tooDeep };
  const read = parsed(schema, json.value);
  return read.ok ? { ok: true, value: { type: 'answer', answer: read.value, isDoubled } } : read;
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

function sameOrNull(text: string | null, same: Same): string | null {
  return text === null ? null : same.text(text);
}

/** A name that says nothing is none. */
function filled(text: string | null | undefined): string | null {
  const clean = harmless(text ?? '').trim();
  return clean === '' ? null : clean;
}
