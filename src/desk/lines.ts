import { fit, type Ambiguous } from '../text/cells.ts';
import type { Line, Span } from '../tui/line.ts';
import { MARK_COLUMNS } from '../tui/marks.ts';
import { toShortText } from '../domain/time.ts';
import { deskTexts } from './desk.ja.ts';
import { deskScreenTexts } from './desk-screen.ja.ts';
import type { DeskModel } from './model.ts';
import { placeName, whyText, ageText, clinicName, doneText } from './remarks.ts';
import type { Clinic, Row } from './rows.ts';
import { isDone, markOf } from './states.ts';
import { opensText } from './opening-time.ts';

/** What stands in one column of a list, and how wide that is: fixed, or a share of the room that is left. */
interface ListColumn {
  readonly span: Span;
  readonly columns: number | { readonly share: number };
  readonly side?: 'left' | 'right';
}

interface Room {
  readonly columns: number;
  readonly ambiguous: Ambiguous;
}

const titles = deskScreenTexts.titles;
/** So much of the room is the name's: at 80 columns `再起動が必要: 1日前から` just fits into the rest. */
const NAME_SHARE = 0.37;
const DONE_COLUMNS = 15;
const AGE_COLUMNS = 9;
const OPENS_COLUMNS = 6;
const PHONE_COLUMNS = 14;
const OTHERS_COLUMNS = 4;
const VERSION_COLUMNS = 11;
const BOOT_COLUMNS = 16;

/** A screen of so many columns has room for the version and the last boot. */
const WIDE = 120;

/** Whether the lists show the version and the last boot, under titles. */
export function isWide({ size }: Pick<DeskModel, 'size'>): boolean {
  return size.columns >= WIDE;
}

function quiet(text: string): Span {
  return { text, tone: 'quiet' };
}

/** What the columns of a wide list hold. */
export function titleLine(columns: number, model: DeskModel, ambiguous: Ambiguous): Line {
  const { hasContacts } = model.standing;
  const isClinics = model.screen === 'desk-clinics';
  return laidOut(
    [
      ...(hasContacts ? [{ span: quiet(titles.opens), columns: OPENS_COLUMNS }] : []),
      { span: quiet(isClinics ? titles.clinic : titles.terminal), columns: { share: NAME_SHARE } },
      ...(hasContacts ? [{ span: quiet(titles.phone), columns: PHONE_COLUMNS }] : []),
      ...(isClinics ? [countColumn(hasContacts, quiet(hasContacts ? titles.others : titles.done))] : []),
      { span: quiet(titles.state), columns: { share: 1 - NAME_SHARE } },
      { span: quiet(titles.version), columns: VERSION_COLUMNS },
      { span: quiet(titles.bootedAt), columns: BOOT_COLUMNS },
      { span: quiet(titles.answered), columns: AGE_COLUMNS, side: 'right' },
    ],
    { text: ' '.repeat(MARK_COLUMNS) },
    { columns, ambiguous },
  );
}

/**
 * The clinic by its worst terminal: when it opens, its phone and how many more there are to see to, where the roster
 * tells them; else how many are done.
 */
export function clinicLine(clinic: Clinic, columns: number, model: DeskModel, ambiguous: Ambiguous): Line {
  const { worst } = clinic;
  const { contact } = worst;
  const { hasContacts } = model.standing;
  const named = contact.name !== null && hasContacts ? contact.name : clinicName(clinic);
  const count = countColumn(hasContacts, { text: hasContacts ? othersText(clinic) : doneText(clinic) });
  return rowLine(worst, [...contactColumns(worst, model, named), count], model, { columns, ambiguous });
}

export function terminalLine(row: Row, columns: number, model: DeskModel, ambiguous: Ambiguous): Line {
  const terminal = row.namesake ? `${placeName(row)} ${row.terminal}` : row.terminal;
  const clinic = row.contact.name ?? row.clinic ?? deskTexts.unknown;
  const named = model.clinic === null ? `${clinic} ${terminal}` : terminal;
  return rowLine(row, contactColumns(row, model, named), model, { columns, ambiguous });
}

/** Behind who it is, how it stands. */
function rowLine(row: Row, who: readonly ListColumn[], model: DeskModel, room: Room): Line {
  return laidOut(
    [
      ...who,
      { span: { text: whyText(row, model) }, columns: { share: 1 - NAME_SHARE } },
      ...wideColumns(row, model),
      { span: ageSpan(row, model.now), columns: AGE_COLUMNS, side: 'right' },
    ],
    markOf(row.state),
    room,
  );
}

/** How many terminals of the clinic there are to see to besides the one that is shown; how many are done. */
function countColumn(hasContacts: boolean, span: Span): ListColumn {
  return { span, columns: hasContacts ? OTHERS_COLUMNS : DONE_COLUMNS };
}

/** How many terminals of the clinic besides its worst are not done, spare machines and simulated ones aside. */
function othersText({ rows, worst }: Clinic): string {
  const others = rows.filter(
    (row) => row !== worst && !isDone(row.state) && row.urgency !== 'spare' && row.state !== 'simulated',
  );
  return others.length === 0 ? '' : deskScreenTexts.others(others.length);
}

/** The name, and beside it when to call and where. */
function contactColumns({ contact }: Row, model: DeskModel, name: string): readonly ListColumn[] {
  const named: ListColumn = { span: { text: name }, columns: { share: NAME_SHARE } };
  if (!model.standing.hasContacts) return [named];
  return [
    { span: { text: opensText(contact.opens) }, columns: OPENS_COLUMNS },
    named,
    { span: { text: contact.phone ?? '' }, columns: PHONE_COLUMNS },
  ];
}

/** What there is room for on a wide screen. */
function wideColumns({ entry }: Row, model: DeskModel): readonly ListColumn[] {
  if (!isWide(model)) return [];
  const booted = entry?.bootedAt ?? null;
  return [
    { span: { text: entry?.installed ?? deskTexts.noVersion }, columns: VERSION_COLUMNS },
    {
      span: { text: booted === null ? deskTexts.noAge : toShortText(booted, model.offsetMinutes) },
      columns: BOOT_COLUMNS,
    },
  ];
}

/** The cells behind the mark; what shares the room has a space behind it. */
function laidOut(cells: readonly ListColumn[], mark: Span, { columns, ambiguous }: Room): Line {
  const fixed = cells.reduce((sum, { columns: own }) => sum + (typeof own === 'number' ? own : 1), MARK_COLUMNS);
  const room = Math.max(0, columns - fixed);
  return [
    mark,
    ...cells.map(({ span, columns: own, side = 'left' }): Span => {
      const text =
        typeof own === 'number'
          ? fit(span.text, own, ambiguous, side)
          : `${fit(span.text, Math.round(room * own.share), ambiguous, side)} `;
      return { ...span, text };
    }),
  ];
}

/** In another tone where the answer is old or from the future: `* ` says it without colour. */
function ageSpan({ entry, stale, ahead }: Row, now: number): Span {
  const text = `${stale || ahead ? '*' : ' '}${ageText(entry?.at ?? null, now)}`;
  return stale || ahead ? { text, tone: 'attention' } : { text, tone: 'quiet' };
}
