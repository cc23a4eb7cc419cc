import type { ComponentId } from '../../facts.ts';
import { agreedVersion, datesGoBack, deliveredIn, numbersIn } from './numbers.ts';
import type { Entry } from './entries.ts';
import type { RecordLine } from './lines.ts';
import { versionsOf } from './row.ts';
import { besideOf, isGoodState, isKnownBeside, isLabel } from './words.ts';

/** A component's name on a line of its own, and what was read below it so far. It is filled while the lines come. */
export interface Section {
  readonly id: ComponentId;
  /** Whether the name may stand in a mere title, which says nothing by itself. */
  readonly soft: boolean;
  readonly name: string;
  /** The lines with a version. */
  readonly items: Entry[];
  /** The other lines that hold a date. */
  readonly dates: string[];
  /** The last line was a label without its value. */
  awaits: boolean;
  /** A line says something that nobody here knows. */
  doubtful: boolean;
}

export function openSection(id: ComponentId, soft: boolean, name: string): Section {
  return { id, soft, name, items: [], dates: [], awaits: false, doubtful: false };
}

/** Reads the next line, which names no component, into the section. */
export function continueSection(section: Section, line: RecordLine): void {
  const text = line.cells.join(' ').trim();
  // What stands in cells is a label and its value.
  const known = line.whole && line.cells.length <= 2 && isKnownBeside(line.cells.join(': '));
  section.doubtful ||= !known;
  const numbers = numbersIn(text);
  const delivered = deliveredIn(text);
  section.doubtful ||= section.awaits && numbers.length === 0 && delivered.kind === 'none' && !isGoodState(text);
  section.awaits = isLabel(text);
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
    beside: besideOf(text),
    lines: [section.name, line.raw],
  });
}

/** What the section says, once it has ended. */
export function closeSection({ id, soft, name, items, dates, ...section }: Section): readonly Entry[] {
  const doubtful = section.doubtful || section.awaits;
  if (items.length === 0) {
    const delivered = { kind: 'none' } as const;
    const nothing = { id, version: null, found: [], notYet: false, delivered, beside: '', lines: [name] };
    return soft && !doubtful ? [] : [nothing];
  }
  const below = deliveredIn(dates.join(' / '));
  const goesBack = datesGoBack(dates.join(' / '));
  return items.map((item) => ({
    ...item,
    version: doubtful || goesBack ? null : item.version,
    beside: [item.beside, ...dates.map(besideOf)].join('|'),
    delivered: item.delivered.kind === 'none' && items.length === 1 ? below : item.delivered,
  }));
}
