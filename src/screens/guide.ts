import { menuOf } from './menus/menu.ts';
import type { Model } from './model.ts';
import { findGuideEntry } from '../guide/find.ts';
import type { GuideEntry } from '../domain/notice/schema.ts';
import { guideIdOf } from '../guide/situations.ts';
import { guideTexts } from '../guide/guide.ja.ts';
import type { Contact } from '../support/contact.ts';
import { fieldLine } from '../tui/text-field.ts';
import { blank, line, wrapLines, type Line } from '../tui/line.ts';
import { checksNow } from './checks-now.ts';
import { contactLines } from './contact-lines.ts';
import { menuBlock } from './menu-block.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** Guide: the list with its search, or one entry: what was seen, what you see, why, do this, then call. */
export const guide: Screen = (model, area) => {
  const entry = model.guide.entryId === null ? null : findGuideEntry(model.about.guide, model.guide.entryId);
  return entry ? entryBody(model, entry, area) : listBody(model, area);
};

function listBody(model: Model, area: Area) {
  const { query, searching } = model.guide;
  const nothing = menuOf(model).length > 1 ? [] : [line(guideTexts.nothingFound, { tone: 'attention' })];
  if (!searching) return stack(menuBlock(model, area), nothing);
  const field = [line(guideTexts.searching, { tone: 'quiet' }), fieldLine(' ', query, area.columns, area.ambiguous)];
  return stack({ lines: field, focus: 1 }, menuBlock(model, area, { from: 1 }), nothing);
}

function entryBody(model: Model, entry: GuideEntry, area: Area) {
  const { heading } = guideTexts;
  const { columns, ambiguous } = area;
  const rows = (texts: readonly string[], first: string): readonly Line[] =>
    texts.flatMap((text) => wrapLines(text, columns, { first, ambiguous }));
  const seen =
    model.guide.seen.length === 0 ? [] : [title(heading.seen), ...rows(model.guide.seen.slice(0, MOST_SEEN), '  | ')];
  return stack(
    wrapLines(entry.title, columns, { style: { tone: 'accent', bold: true }, ambiguous }),
    seen,
    [title(heading.see), ...rows(entry.see, '  - ')],
    [title(heading.why), ...wrapLines(entry.why, columns, { indent: 2, ambiguous })],
    [title(heading.do)],
    instructions(model, entry, area),
    checksNow(model, entry.id, area),
    [
      title(heading.call),
      ...wrapLines(entry.call, columns, { indent: 2, ambiguous }),
      ...contactsOf(model, entry).flatMap((contact) => contactLines(model, contact, area)),
      blank,
    ],
    menuBlock(model, area, { from: entry.do.length }),
  );
}

/** The desks of the notice that the entry names; where calling is the next step, all of them. */
function contactsOf(model: Model, { id, call }: GuideEntry): readonly Contact[] {
  const { contacts } = model.about.notice;
  return id === guideIdOf('step:call-support')
    ? contacts
    : contacts.filter(({ name, phone }) => call.includes(name) || call.includes(phone));
}

/** What was seen must leave room for what to do about it. */
const MOST_SEEN = 4;

/** The instructions, numbered; each wraps rather than being cut: it must be read whole. */
function instructions(model: Model, entry: GuideEntry, area: Area) {
  const selected = model.selected.guide;
  return stack(
    ...entry.do.map((text, index) => {
      const here = index === selected;
      const first = `${here ? '> ' : '  '}${String(index + 1)}. `;
      const lines = wrapLines(text, area.columns, {
        first,
        ambiguous: area.ambiguous,
        style: { bold: here },
      });
      // The entry opens at its top: what was seen comes before what to do.
      return { lines, focus: here && index > 0 ? 0 : null };
    }),
  );
}

function title(text: string): Line {
  return line(text, { bold: true });
}
