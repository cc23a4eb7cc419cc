import type { Fault } from '../domain/fault.ts';
import type { JournalReading, JournalState, Loss } from './reading.ts';

/** The state of the journal in one sentence, or two; what was found stands line by line in `problems`. */
export function journalStateInWords({
  state,
  line,
  problems,
  losses,
}: Pick<JournalReading, 'state' | 'line' | 'problems' | 'losses'>): string {
  if (state === 'torn' && losses.length > 0) return lostInWords(losses);
  if (state === 'intact' && problems.length > 0) return ACKNOWLEDGED;
  return stateTexts[state](line === null ? '' : `${String(line)} 行目`);
}

const ACKNOWLEDGED = '見つかった欠けや書き換えの跡は、どれも確認済みです。ほかに、欠けや書き換えの跡はありません。';

const stateTexts: Readonly<Record<JournalState, (place: string) => string>> = {
  intact: () => '作業記録に、欠けや書き換えはありません。',
  absent: () => '作業記録はまだありません。',
  torn: (place) => `作業記録の ${place}が途中で切れています。停電などで書き込みが途切れたものです。`,
  changed: (place) => `作業記録の ${place}に、書き換えられた跡があります。`,
  unsealed: (place) =>
    `作業記録の ${place}の後で、封(journal.head)がなくなっています。その後の行が消されていてもわかりません。`,
};

function lostInWords(losses: readonly Loss[]): string {
  const told = losses.slice(0, MOST_TOLD).map(lossInWords).join('、');
  const more = losses.length > MOST_TOLD ? `など ${String(losses.length)} か所` : '';
  return `停電などで作業記録の${told}${more}が失われています。書き換えの跡ではありません。`;
}

/** How many are told one by one; all of them stand in the journal itself. */
const MOST_TOLD = 5;

/** 「 4 行目(通し番号 4 から 6)」: where it would stand, and the numbers that are missing. */
export function lossInWords({ line, from, to }: Loss): string {
  const numbers = from === to ? String(from) : `${String(from)} から ${String(to)}`;
  return ` ${String(line)} 行目${from === to ? '' : 'から'}(通し番号 ${numbers})`;
}

/** What to do about it, in one sentence; null where nothing is to be done. */
export const journalRemedies: Readonly<Record<JournalState, string | null>> = {
  intact: null,
  absent: null,
  torn: 'そのまま続けられます。次の記録から正しく続きます。',
  changed: '記録は消さずに、システムの管理者に知らせてください。作業は続けられます。',
  unsealed: '心当たりがなければ、システムの管理者に知らせてください。作業は続けられます。',
};

/** What a person must know of one line of the journal. */
export const problemTexts = {
  changed: (line: number): string => `${String(line)} 行目に、書き換えられたか消された跡があります。`,
  lost: (loss: Loss): string => `停電などで${lossInWords(loss)}が失われています。`,
  torn: (line: number): string => `${String(line)} 行目は、書き込みの途中で切れています。`,
  unsealed: (line: number): string =>
    `${String(line)} 行目の後で、封(journal.head)がなくなっています。その後の行が消されていてもわかりません。`,
} as const;

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
