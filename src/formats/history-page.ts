import { offsetOf, toShortText, type Instant } from '../domain/time.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { JournalReading } from '../journal/reading.ts';
import { historyPageTexts as texts } from '../journal/history.ja.ts';
import { headBehindInWords, journalRemedies, journalStateInWords } from '../journal/journal.ja.ts';
import { eventInWords } from '../journal/events.ja.ts';
import type { Paper, PaperRow } from '../text/paper.ts';

const INDENT = 2;

/** The journal, and what is told beside it. */
export interface HistoryInput {
  readonly journal: JournalReading;
  readonly journalPath: string;
  /** The notice that counts, and every one that is known. */
  readonly notice: Pick<Notice, 'id' | 'title'>;
  readonly known: readonly Pick<Notice, 'id' | 'title' | 'components'>[];
  /** The clinic's name; null: nobody has typed it. */
  readonly clinic: string | null;
  readonly terminal: string | null;
  readonly consoleVersion: string;
  readonly now: Instant;
  readonly offsetMinutes: number;
}

/**
 * The journal as a page for the clinic's responsible person: whether the chain is whole, each entry in words, oldest
 * first, and a line to sign. (The guideline for the safety of medical information systems, v6.0, asks for a record of
 * remote maintenance that can be checked.)
 */
export function historyPaper(input: HistoryInput): Paper {
  const { journal, notice, now, offsetMinutes } = input;
  const year = new Date(now + offsetMinutes * 60_000).getUTCFullYear();
  const printed = texts.printed(`${String(year)}/${toShortText(now, offsetMinutes)}`, input.consoleVersion);
  return {
    kind: 'record',
    title: texts.title,
    rows: rows([
      ...(input.clinic === null ? [] : [texts.clinic(input.clinic)]),
      texts.terminal(input.terminal ?? texts.unknownTerminal),
      texts.notice(notice.title, notice.id),
      printed,
      texts.file(input.journalPath),
    ]),
    sections: [
      { heading: texts.chain, rows: chainRows(journal) },
      {
        heading: texts.entries(journal.entries.length),
        rows: journal.entries.map((entry) => entryRow(entry, input)),
      },
      { heading: null, rows: rows([texts.privacy]) },
      { heading: null, rows: rows(texts.sign) },
    ],
  };
}

function rows(each: readonly string[], indent = 0): readonly PaperRow[] {
  return each.map((text) => ({ text, indent }));
}

function chainRows(journal: JournalReading): readonly PaperRow[] {
  const { seq, sha256 } = journal.tail;
  const remedy = journalRemedies[journal.state];
  return [
    ...rows([journalStateInWords(journal)], INDENT),
    ...rows(
      journal.problems.map(({ text }) => text),
      2 * INDENT,
    ),
    ...rows(
      [
        ...(remedy === null ? [] : [remedy]),
        ...headBehindInWords(journal),
        ...(sha256 === null ? [] : [texts.last(seq, sha256)]),
      ],
      INDENT,
    ),
  ];
}

function entryRow(
  { seq, at, time, notice, event }: JournalReading['entries'][number],
  { notice: own, known }: Pick<HistoryInput, 'notice' | 'known'>,
): PaperRow {
  const when = `${time.slice(0, 4)}/${toShortText(at, offsetOf(time) ?? 0)}`;
  const components = known.flatMap((each) => each.components);
  const other =
    notice === null || notice === own.id
      ? ''
      : `${texts.otherNotice(known.find(({ id }) => id === notice)?.title ?? notice)} `;
  return { mark: `${String(seq).padStart(4)}  `, text: `${when}  ${other}${eventInWords(event, components)}` };
}
