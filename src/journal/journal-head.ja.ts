import type { Fault } from '../domain/fault.ts';
import type { JournalReading } from './reading.ts';

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
