import { technicianTexts } from '../../card/card.ja.ts';
import { technicianCard } from '../../card/cards.ts';
import type { PaperRow } from '../../text/paper.ts';
import type { Block } from '../../tui/dialog.ts';
import { blank, line } from '../../tui/line.ts';
import { stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { row, rowsBlock, selectedOf, toStatus, type Page, type Row } from '../screen.ts';

/**
 * Where the notice asks for no steps by hand: its whole way, from the evening to the report, to read, as the
 * technician's card has it.
 */
export function wholeDay(model: Model): Page {
  const { notice, settings } = model.about;
  const sections = technicianCard(notice, settings)
    .sections.map(({ heading, rows }, section) => ({
      heading: heading ?? '',
      rows: rows.filter(isToRead).map((each, index) => rowOf(each, `${String(section)}:${String(index)}`)),
    }))
    .filter(({ heading, rows }) => rows.length > 0 && heading !== technicianTexts.bring.heading);
  const rows = [...sections.flatMap((section) => section.rows), toStatus];
  const selected = selectedOf(model, rows);
  return {
    rows,
    body: (area: Area): Block =>
      stack(
        ...sections.flatMap((section) => [
          [line(section.heading, { bold: true })],
          rowsBlock(section.rows, selected, area),
        ]),
        [blank],
        rowsBlock([toStatus], selected, area),
      ),
  };
}

/** What is to be filled in is for the paper. */
function isToRead({ text }: PaperRow): boolean {
  return !text.includes('____');
}

/** So is the box to tick: here nothing is put on record by it. */
function rowOf({ text, mark = '' }: PaperRow, id: string): Row {
  return { ...row(`way:${id}`, `${mark.replace('[ ] ', '')}${text}`, null), whole: true };
}
