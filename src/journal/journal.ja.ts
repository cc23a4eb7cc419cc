import type { Fault } from '../domain/fault.ts';
import type { JournalReading, JournalState, Loss, Remark } from './reading.ts';

/** The state of the journal in one sentence, or two where something was found and seen before. */
export function journalStateInWords(
  reading: Pick<JournalReading, 'state' | 'line'> & Partial<Pick<JournalReading, 'entries' | 'losses'>>,
): string {
  const { state, line, entries = [], losses = [] } = reading;
  const gaps = unsealedLines(entries);
  if (state === 'torn' && losses.length > 0) return lostInWords(losses);
  if (state === 'intact' && hasRecords(entries)) return onceFound(entries);
  if (state === 'unsealed' && gaps.length > 0) return onceUnsealed(gaps);
  return stateTexts[state](line === null ? '' : `${String(line)} 行目`);
}

const stateTexts: Readonly<Record<JournalState, (place: string) => string>> = {
  intact: () => '作業記録に、欠けや書き換えはありません。',
  absent: () => '作業記録はまだありません。',
  torn: (place) => `作業記録の ${place}が途中で切れています。停電などで書き込みが途切れたものです。`,
  changed: (place) => `作業記録の ${place}に、書き換えられた跡があります。`,
  unsealed: () => '作業記録の封(journal.head)がありません。最後の行が消されていてもわかりません。',
};

/** The lines after which others may be missing unseen: the head was gone when the console came to write the next one. */
function unsealedLines(entries: JournalReading['entries']): readonly number[] {
  return entries.flatMap(({ event }) => (event.event === 'journal-unsealed' ? [event.line] : []));
}

/** Whether it is on record that the journal was not whole once, acknowledged or not. */
export function hasRecords(entries: JournalReading['entries']): boolean {
  return entries.some(({ event }) => records.has(event.event));
}

const records: ReadonlySet<string> = new Set(['journal-changed', 'journal-lost', 'journal-unsealed']);

/** All of it was acknowledged: the journal is sound but for what it tells itself. */
function onceFound(entries: JournalReading['entries']): string {
  const events = entries.map(({ event }) => event);
  const changed = events.flatMap((event) => (event.event === 'journal-changed' ? [event.line] : []));
  const lost = events.flatMap((event) => (event.event === 'journal-lost' ? [lossInWords(event)] : []));
  const unsealed = unsealedLines(entries);
  return [
    ...(unsealed.length === 0 ? [] : [unsealedOnce(unsealed)]),
    ...(lost.length === 0 ? [] : [`作業記録の${firstOf(lost)}が、停電などで失われたことがあります。`]),
    ...(changed.length === 0 ? [] : [`作業記録の ${linesInWords(changed)}に、書き換えられた跡があります。`]),
    'どれも確認済みです。ほかに、欠けや書き換えの跡はありません。',
  ].join('');
}

function onceUnsealed(lines: readonly number[]): string {
  return `${unsealedOnce(lines)}ほかに、欠けや書き換えの跡はありません。`;
}

function unsealedOnce(lines: readonly number[]): string {
  return `作業記録の ${linesInWords(lines)}の後で、封(journal.head)がなくなっていたことがあります。その後の行が消されていてもわかりません。`;
}

function lostInWords(losses: readonly Loss[]): string {
  return `停電などで作業記録の${firstOf(losses.map(lossInWords))}が失われています。書き換えの跡ではありません。`;
}

/** 「 4 行目(通し番号 4 から 6)」: where it would stand, and the numbers that are missing. */
export function lossInWords({ line, from, to }: Loss): string {
  const numbers = from === to ? String(from) : `${String(from)} から ${String(to)}`;
  return ` ${String(line)} 行目${from === to ? '' : 'から'}(通し番号 ${numbers})`;
}

function linesInWords(lines: readonly number[]): string {
  return firstOf(lines.map((line) => `${String(line)} 行目`));
}

/** How many are told one by one; all of them stand in the journal itself. */
const MOST_TOLD = 5;

function firstOf(places: readonly string[]): string {
  const told = places.slice(0, MOST_TOLD).join('、');
  return places.length > MOST_TOLD ? `${told}など ${String(places.length)} か所` : told;
}

/** What to do about it, in one sentence; null where nothing is to be done. */
export const journalRemedies: Readonly<Record<JournalState, string | null>> = {
  intact: null,
  absent: null,
  torn: 'そのまま続けられます。次の記録から正しく続きます。',
  changed: '記録は消さずに、システムの管理者に知らせてください。作業は続けられます。',
  unsealed: '心当たりがなければ、システムの管理者に知らせてください。作業は続けられます。',
};

/** What is told about one line of the journal. */
export function problemInWords(line: number, remark: Remark): string {
  const place = `${String(line)} 行目`;
  switch (remark.kind) {
    case 'wrong-field':
      return wrongField(place, remark.field);
    case 'lost':
      return `停電などで${lossInWords(remark.loss)}が失われています。`;
    case 'lost-earlier':
      return `停電などで${lossInWords(remark.loss)}が失われたと、以前に記録されています。`;
    default:
      return remarkTexts[remark.kind](place);
  }
}

type Plain = Exclude<Remark['kind'], 'wrong-field' | 'lost' | 'lost-earlier'>;
const remarkTexts: Readonly<Record<Plain, (place: string) => string>> = {
  'line-changed': (place) => `${place}が、書いたときの内容と違います。`,
  'not-following': (place) => `${place}が、前の行とつながりません。`,
  'beginning-missing': (place) => `${place}が最初の記録ではありません。始めの行がなくなっています。`,
  'lines-missing-before': (place) => `${place}の前で、行がなくなっています。`,
  'out-of-order': (place) => `${place}の通し番号が、前の行の続きではありません。`,
  'not-json': (place) => `${place}が壊れていて読めません。`,
  'head-unreadable': (place) => `封(journal.head)が壊れていて、${place}までの記録を確かめられません。`,
  'head-mismatch': (place) => `${place}が、封(journal.head)と合いません。`,
  'lost-since': (place) =>
    `${place}から後の記録が、このコンソールを開いているあいだになくなりました。読んであった分は、ここに示します。`,
  'found-earlier': (place) => `${place}に書き換えられた跡があると、以前に記録されています。`,
  torn: (place) => `${place}は、書き込みの途中で切れています。`,
  tear: (place) => `${place}は、以前に書き込みの途中で切れた行です。続きは次の行にあります。`,
  unsealed: (place) => `封(journal.head)がなく、${place}より後の行が消されていてもわかりません。`,
};

function wrongField(place: string, field: string): string {
  const what = field === '' ? `${place}は作業記録の形ではありません。` : `${place}の項目 ${field} が正しくありません。`;
  return `${what}この行は数えません。`;
}

/** Why an entry was not written although nothing outside stood in the way: it would not read back. */
export const unwritableEntry = {
  headline: (field: string): string => `作業記録に書く内容が正しくありません: ${field}`,
  tryNext: '続けずに、この画面をサポートに知らせてください。',
} as const;

/** The journal's last line is written and safe, but the head still seals the line before it. */
export const journalHeadTexts = {
  /** At the moment when it happens. */
  notRenewed: ({ headline, tryNext }: Fault): string =>
    `作業記録には書けましたが、封(journal.head)を書き直せません: ${headline} ${tryNext}`,
  behind:
    '封(journal.head)が一行遅れています。電源が切れたか、封を書き直せなかったものです。最後の行は記録に残っていて、次に記録するときに封をし直します。',
  reason: ({ headline }: Fault): string => `書き直せなかった理由: ${headline}`,
  remedy:
    'いつまでも出るときは、このファイルが読み取り専用でないか、ウイルス対策ソフトに止められていないかを確かめてください。',
} as const;

/** What a head that is one line behind means and what to do, one sentence a line; empty where it is not. */
export function headBehindInWords({ tail, headFault }: Pick<JournalReading, 'tail' | 'headFault'>): readonly string[] {
  const { behind, reason, remedy } = journalHeadTexts;
  if (tail.head !== 'one-behind') return [];
  return [behind, ...(headFault === null ? [] : [reason(headFault)]), remedy];
}
