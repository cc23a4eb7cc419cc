import type { ComponentId } from '../../facts.ts';
import { deliveredIn } from './dates.ts';
import type { Entry } from './entry.ts';
import type { RecordLine } from './line.ts';
import { agreedVersion, numbersIn } from './numbers.ts';
import { versionsOf } from './row.ts';
import { isKnownBeside } from './words.ts';

/** A component's name on a line of its own, and what has been read below it so far. It is filled while the lines come. */
export interface Section {
  readonly id: ComponentId;
  /** Whether the name may stand in a mere title, which says nothing by itself. */
  readonly soft: boolean;
  readonly name: string;
  /** The lines with a version. */
  readonly items: Entry[];
  /** The other lines that hold a date. */
  readonly dates: string[];
  /** A line says something that nobody here knows. */
  doubtful: boolean;
}

export function openSection(id: ComponentId, soft: boolean, name: string): Section {
  return { id, soft, name, items: [], dates: [], doubtful: false };
}

/** Reads the next line, which names no component, into the section. */
export function continueSection(section: Section, line: RecordLine): void {
  const text = line.cells.join(' ').trim();
  // What stands in cells is a label and its value.
  const known = line.whole && line.cells.length <= 2 && isKnownBeside(line.cells.join(': '));
  section.doubtful ||= !known;
  const numbers = numbersIn(text);
  const delivered = deliveredIn(text);
  if (numbers.length === 0) {
    if (delivered.kind !== 'none') section.dates.push(text);
    return;
  }
  section.items.push({
    id: section.id,
    version: agreedVersion(numbers),
    found: versionsOf(numbers),
    notYet: false,
    delivered,
    lines: [section.name, line.raw],
  });
}

/** What the section says, once it has ended. */
export function closeSection({ id, soft, name, items, dates, doubtful }: Section): readonly Entry[] {
  if (items.length === 0) {
    const nothing = { version: null, found: [], notYet: false, delivered: { kind: 'none' } } as const;
    return soft && !doubtful ? [] : [{ ...nothing, id, lines: [name] }];
  }
  const below = deliveredIn(dates.join(' / '));
  return items.map((item) => ({
    ...item,
    version: doubtful ? null : item.version,
    delivered: item.delivered.kind === 'none' && items.length === 1 ? below : item.delivered,
  }));
}
