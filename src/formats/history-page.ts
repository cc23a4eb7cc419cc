import { offsetOf, toShortText, type Instant } from '../domain/time.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { JournalReading } from '../journal/reading.ts';
import { historyPageTexts as texts } from '../journal/history.ja.ts';
import { headBehindInWords, journalRemedies, journalStateInWords } from '../journal/journal.ja.ts';
import { eventInWords } from '../journal/events.ja.ts';
import { page, paragraph } from '../text/page.ts';

const INDENT = 2;

interface HistoryInput {
  readonly journal: JournalReading;
  readonly journalPath: string;
  /** The notice that counts, and every one that is known. */
  readonly notice: Pick<Notice, 'id' | 'title'>;
  readonly known: readonly Pick<Notice, 'id' | 'title' | 'components'>[];
  readonly terminal: string | null;
  readonly consoleVersion: string;
  readonly now: Instant;
  readonly offsetMinutes: number;
}

/**
 * The journal as a page for the clinic's responsible person: whether the chain is whole, each entry in words, oldest first, and a
 * line to sign. (The guideline for the safety of medical information systems, v6.0, asks for a record of remote maintenance that can be checked.)
 */
export function historyPage(input: HistoryInput): string {
  const { journal, notice, now, offsetMinutes } = input;
  const year = new Date(now + offsetMinutes * 60_000).getUTCFullYear();
  const printed = texts.printed(`${String(year)}/${toShortText(now, offsetMinutes)}`, input.consoleVersion);
  const sections: readonly (readonly string[])[] = [
    [
      texts.title,
      ...paragraph(texts.terminal(input.terminal ?? texts.unknownTerminal)),
      ...paragraph(texts.notice(notice.title, notice.id)),
      ...paragraph(printed),
      ...paragraph(texts.file(input.journalPath)),
    ],
    [texts.chain, ...chainLines(journal)],
    [texts.entries(journal.entries.length), ...journal.entries.flatMap((entry) => entryLines(entry, input))],
    paragraph(texts.privacy),
    texts.sign,
  ];
  return page(sections);
}

function chainLines(journal: JournalReading): readonly string[] {
  const { seq, sha256 } = journal.tail;
  const remedy = journalRemedies[journal.state];
  return [
    ...paragraph(journalStateInWords(journal), INDENT),
    ...journal.problems.flatMap((problem) => paragraph(problem.text, 2 * INDENT)),
    ...(remedy === null ? [] : paragraph(remedy, INDENT)),
    ...headBehindInWords(journal).flatMap((text) => paragraph(text, INDENT)),
    ...(sha256 === null ? [] : paragraph(texts.last(seq, sha256), INDENT)),
  ];
}

function entryLines(
  { seq, at, time, notice, event }: JournalReading['entries'][number],
  { notice: own, known }: Pick<HistoryInput, 'notice' | 'known'>,
): readonly string[] {
  const when = `${time.slice(0, 4)}/${toShortText(at, offsetOf(time) ?? 0)}`;
  const components = known.flatMap((each) => each.components);
  const other =
    notice === null || notice === own.id
      ? ''
      : `${texts.otherNotice(known.find(({ id }) => id === notice)?.title ?? notice)} `;
  const [first = '', ...rest] = paragraph(
    `${String(seq).padStart(4)}  ${when}  ${other}${eventInWords(event, components)}`,
  );
  return [first, ...rest.flatMap((line) => paragraph(line, HANGING))];
}

/** What the number takes. */
const HANGING = 6;
