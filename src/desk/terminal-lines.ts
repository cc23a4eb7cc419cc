import type { Instant } from '../domain/time.ts';
import { fit, width } from '../text/cells.ts';
import { hanging, type PageLine } from '../text/page.ts';
import { MARK_COLUMNS } from '../tui/marks.ts';
import { nobodyCalled } from './called.ts';
import { deskTexts } from './desk.ja.ts';
import { placeName, whyText, type Shown, ageText } from './remarks.ts';
import type { Row } from './rows.ts';
import { markOf } from './states.ts';
import { opensText } from './opening-time.ts';

interface Listing extends Omit<Shown, 'called'> {
  readonly now: Instant;
}

/** What is longer takes no other terminal's room: the columns of the rest are as wide as they need. */
const WIDEST = 24;

/**
 * The terminals one a line, what must be said on the phone in columns; one that is too long for a line goes on below.
 */
export function terminalLines(rows: readonly Row[], input: Listing): readonly PageLine[] {
  const cells = rows.map((row) => cellsOf(row));
  const widths = (cells[0] ?? []).map((_, at) =>
    cells.reduce((most, each) => Math.max(most, Math.min(WIDEST, width(each[at] ?? ''))), 0),
  );
  return rows.flatMap((row, index) => {
    const columns = (cells[index] ?? []).flatMap((cell, at) => {
      const own = widths[at] ?? 0;
      return own === 0 ? [] : [width(cell) > own ? cell : fit(cell, own)];
    });
    const text = `${columns.join(' ')} ${saidOf(row, input)}`;
    return hanging(`  ${markOf(row.state).text}`, text, 2 + MARK_COLUMNS);
  });
}

/** When to call, whom, where, and of which terminal. */
function cellsOf(row: Row): readonly string[] {
  const { contact, clinic, terminal } = row;
  return [
    opensText(contact.opens),
    contact.name ?? clinic ?? deskTexts.unknown,
    contact.phone ?? '',
    row.namesake ? `${placeName(row)} ${terminal}` : terminal,
  ];
}

function saidOf(row: Row, { standing, now, offsetMinutes }: Listing): string {
  const { entry, stale, ahead } = row;
  const why = whyText(row, { standing, offsetMinutes, called: nobodyCalled() });
  return [
    entry === null ? why : `${why}(${ageText(entry.at, now)})`,
    ...(stale ? [deskTexts.stale] : []),
    ...(ahead ? [deskTexts.ahead] : []),
  ].join(' ');
}
