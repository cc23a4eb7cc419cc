import * as z from 'zod';
import type { FaultCode } from '../domain/fault.ts';
import { toIso, type Instant } from '../domain/time.ts';
import { wayIds, type Tried, type WayFacts } from '../domain/ways.ts';
import { errorDocumentSchema } from '../formats/answer-schema.ts';
import { allowedOs } from '../support/redaction.ts';
import { cut, fit } from '../text/cells.ts';
import { harmless } from '../text/harmless.ts';
import { hanging, page, type PageLine } from '../text/page.ts';
import { selftestTexts as texts } from './selftest.ja.ts';

/** Everything that is tried: the ways to the terminal, and how wide its window draws what its font may draw wide. */
const triedIds = [...wayIds, 'widths'] as const;

const way = z.strictObject({
  id: z.enum(triedIds),
  title: z.string().min(1),
  /** `failed`: known not to work. `unknown`: nobody can say. */
  state: z.enum(['ok', 'failed', 'unknown']),
  /** Whether a practice terminal answered, and no real system. */
  simulated: z.boolean(),
  /** Why it failed or is unknown, in our words. */
  reason: z.string().min(1).nullable(),
  /** The system's own words: cleaned, cut, without names. */
  words: z.string().min(1).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  durationMs: z.int().min(0),
});
type Way = z.infer<typeof way>;

/** The answer of `selftest --json`, and the file that is sent back. */
const selftestDocumentSchema = z.strictObject({
  formatVersion: z.literal('1.0'),
  consoleVersion: z.string().min(1),
  generatedAt: z.iso.datetime({ offset: true }),
  simulated: z.boolean(),
  /** The platform, and the Node that runs the console. */
  runtime: z.strictObject({ platform: z.string(), arch: z.string(), node: z.string() }),
  /** Whether something was changed for a moment and put back; else those ways are unknown. */
  changes: z.boolean(),
  durationMs: z.int().min(0),
  counts: z.strictObject({ ok: z.int().min(0), failed: z.int().min(0), unknown: z.int().min(0) }),
  ways: z.array(way),
});
export type SelftestDocument = z.infer<typeof selftestDocumentSchema>;

/** Everything that `selftest --json` can put on stdout. */
export const selftestAnswerSchema = z.union([selftestDocumentSchema, errorDocumentSchema]);

/**
 * What is drawn to learn its width: kana in both widths, then characters that a font may draw one column wide or two.
 * The program draws them accordingly where it knows.
 */
export const SAMPLES = ['あ', 'ｱ', '─', '●', '…', '①', '×'] as const;

/** How wide each sample is on the window, in columns. */
export interface Widths {
  /** As long as the window answered; null: there is no window to ask. */
  readonly widths: readonly number[] | null;
  readonly durationMs: number;
}

/** What was learned, and by whom. */
export interface Learned {
  readonly tried: readonly Tried[];
  readonly widths: Widths;
  /** What the system's words may name. */
  readonly names: readonly string[];
  readonly simulated: boolean;
  readonly changes: boolean;
  readonly runtime: SelftestDocument['runtime'];
  readonly consoleVersion: string;
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly durationMs: number;
}

/** The document: one line for each way, also for those that did not answer in time. */
export function selftestDocument(learned: Learned): SelftestDocument {
  const { tried, names, simulated, durationMs } = learned;
  const ways = wayIds.map((id): Way => {
    const one = tried.find((each) => each.id === id);
    // What we write ourselves goes to this machine's disk all the same.
    const frame = { id, title: texts.titles[id], simulated: simulated && id !== 'writing' };
    if (one === undefined)
      return { ...frame, state: 'unknown', reason: texts.noTime, words: null, facts: {}, durationMs };
    return { ...frame, ...endOf(one, names), facts: toldFacts(one.facts, names), durationMs: one.durationMs };
  });
  const all = [...ways, widthsWay(learned.widths)];
  const count = (state: Way['state']): number => all.filter((each) => each.state === state).length;
  return {
    formatVersion: '1.0',
    consoleVersion: learned.consoleVersion,
    generatedAt: toIso(learned.now, learned.offsetMinutes),
    simulated,
    runtime: learned.runtime,
    changes: learned.changes,
    durationMs,
    counts: { ok: count('ok'), failed: count('failed'), unknown: count('unknown') },
    ways: all,
  };
}

/** Faults that say that it does not work; any other leaves it open. */
const failures: ReadonlySet<FaultCode> = new Set<FaultCode>(['absent', 'denied', 'crashed', 'failed']);

function endOf({ end }: Tried, names: readonly string[]): Pick<Way, 'state' | 'reason' | 'words'> {
  switch (end.type) {
    case 'works':
      return { state: 'ok', reason: null, words: null };
    case 'error':
      return { state: 'failed', reason: texts.error, words: toldWords(end.words, names) };
    case 'fault': {
      const { code, headline } = end.fault;
      return { state: failures.has(code) ? 'failed' : 'unknown', reason: toldWords(headline, names), words: null };
    }
    case 'doubt':
      return { state: 'unknown', reason: texts.doubts[end.doubt], words: null };
  }
}

/** Numbers and flags as they are; texts as the system's words; the system's name where made of the words of Windows. */
function toldFacts(facts: WayFacts, names: readonly string[]): Way['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      return [name, name === 'product' ? allowedOs(value) : toldWords(value, names)];
    }),
  );
}

function widthsWay({ widths, durationMs }: Widths): Way {
  const frame = { id: 'widths', title: texts.titles.widths, simulated: false, words: null, durationMs } as const;
  if (widths === null) return { ...frame, state: 'unknown', reason: texts.noTerminal, facts: {} };
  const facts = Object.fromEntries(SAMPLES.map((sample, at) => [sample, widths[at] ?? null]));
  const isWhole = Object.values(facts).every((value) => value !== null);
  return isWhole
    ? { ...frame, state: 'ok', reason: null, facts }
    : { ...frame, state: 'unknown', reason: texts.noReport, facts };
}

/** The longest that words of the system may be, in columns: enough for a message with its error code. */
const COLUMNS = 300;
/** Stands where a name stood, or a number long enough to be somebody's. */
const HIDDEN = '(*)';

/**
 * The system's own words, for whoever reads them elsewhere: on one line, cut, and without the names of people and
 * terminals, the folders of users and long numbers. null where nothing is left.
 */
export function toldWords(words: string, names: readonly string[]): string | null {
  const line = harmless(words).replaceAll(/\s+/g, ' ').trim();
  const told = names
    .filter((name) => name.trim() !== '')
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, name) => text.replaceAll(wholeWord(name), HIDDEN), line)
    .replaceAll(/([\\/](?:Users|home)[\\/])[^\\/'"]+/gi, `$1${HIDDEN}`)
    .replaceAll(/(?<![\dA-Fa-fx.])\d[\d-]{8,}\d/g, HIDDEN);
  return told === '' ? null : cut(told, COLUMNS);
}

/** The name wherever it is not a part of a longer word, in whatever letter case. */
function wholeWord(name: string): RegExp {
  const literally = name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${literally}(?![A-Za-z0-9])`, 'gi');
}

/** As wide as the longest title. */
const TITLE_COLUMNS = 34;
const TIME_COLUMNS = 9;
/** Under the line that it belongs to. */
const MARGIN = ' '.repeat(11);

/** The document for people: one line for each way with its time, under it what was learned or why it is not known. */
export function selftestText(document: SelftestDocument, columns?: number): string {
  const { ok, failed, unknown } = document.counts;
  const title = [texts.title(document.consoleVersion), ...(document.simulated ? hanging('', texts.simulated, 2) : [])];
  return page([title, document.ways.flatMap(wayLines), [texts.counts(ok, failed, unknown)]], columns);
}

function wayLines(way: Way): readonly PageLine[] {
  const time = fit(`${String(way.durationMs)} ms`, TIME_COLUMNS, 'narrow', 'right');
  const facts = Object.entries(way.facts).map(([name, value]) => `${texts.facts[name] ?? name} ${valueText(value)}`);
  return [
    `${fit(`[${texts.states[way.state]}]`, MARGIN.length)}${fit(way.title, TITLE_COLUMNS)}${time}`,
    ...[way.reason, way.words, facts.length === 0 ? null : facts.join('、')].flatMap((text) =>
      text === null ? [] : hanging(MARGIN, text, MARGIN.length),
    ),
  ];
}

function valueText(value: Way['facts'][string]): string {
  if (value === null) return texts.states.unknown;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return String(value);
}
