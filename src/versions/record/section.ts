import type { ComponentId } from '../../core/facts.ts';
import { deliveredIn, takeDates } from './dates.ts';
import type { Delivered } from './dates.ts';
import type { Entry } from './entry.ts';
import type { RecordLine } from './line.ts';
import { numbersIn } from './numbers.ts';
import { agreedVersion } from './row-version.ts';
import { foreignWords, raisesDoubt } from './words.ts';

/** A component's name on a line of its own, and what has been read below it so far. */
export interface Section {
  readonly id: ComponentId;
  /** Whether the name may stand in a mere title, which says nothing by itself. */
  readonly soft: boolean;
  readonly heading: string;
  /** The lines with a version. */
  readonly items: readonly Item[];
  /** The other lines that hold a date. */
  readonly dates: readonly string[];
  readonly doubtful: boolean;
  /** How many lines without a version have passed. */
  readonly others: number;
}

interface Item {
  readonly raw: string;
  readonly version: string | null;
  readonly delivered: Delivered;
}

/** A name and its version stand close together; what comes later belongs to something else. */
const MAX_OTHERS = 12;
/** More versions than any history has; beyond them the section is not understood. */
const MAX_ITEMS = 200;

export function openSection(id: ComponentId, soft: boolean, heading: string): Section {
  return { id, soft, heading, items: [], dates: [], doubtful: false, others: 0 };
}

/**
 * Reads the next line, which names no component, into the section. Gives null where the line does not belong to it: an empty line
 * or a rule once a version was read, or words that are neither a label nor a field.
 */
export function continueSection(section: Section, line: RecordLine): Section | null {
  if (section.items.length >= MAX_ITEMS) return null;
  const text = line.cells.join(' ').trim();
  const numbers = numbersIn(text);
  const [first] = numbers;
  const doubtful = raisesDoubt(text);
  if (first) {
    const label = takeDates(text).rest.slice(0, first.start);
    const clear = line.whole && !doubtful && foreignWords(label) === '';
    const item = {
      raw: line.raw,
      version: clear ? agreedVersion(numbers) : null,
      delivered: deliveredIn(text),
    };
    return { ...section, items: [...section.items, item] };
  }
  const others = section.others + 1;
  if (others > MAX_OTHERS) return null;
  if (deliveredIn(text).kind !== 'none') {
    return { ...section, dates: [...section.dates, text], doubtful: section.doubtful || doubtful, others };
  }
  if (/^[-=_*#~ー ]*$/.test(text)) return section.items.length > 0 ? null : { ...section, others };
  const belongs = foreignWords(text) === '' || isField(line, text);
  return belongs ? { ...section, doubtful: section.doubtful || doubtful, others } : null;
}

/** What the section says, once it has ended. */
export function closeSection(section: Section): readonly Entry[] {
  const { items } = section;
  const [only] = items;
  if (only === undefined) {
    return section.soft ? [] : [entryOf(section, null, { kind: 'none' }, [])];
  }
  const below = deliveredIn(section.dates.join(' / '));
  if (items.length === 1) {
    const delivered = only.delivered.kind === 'none' ? below : only.delivered;
    return [entryOf(section, only.version, delivered, [only.raw])];
  }
  // Rows of a history, each with its date.
  if (section.dates.length === 0 && items.every((item) => item.delivered.kind === 'known')) {
    return items.map((item) => entryOf(section, item.version, item.delivered, [item.raw]));
  }
  const agreed = agreedVersion(items.map((item) => ({ start: 0, end: 0, version: item.version })));
  return [
    entryOf(
      section,
      agreed,
      { kind: 'unclear' },
      items.slice(-9).map((item) => item.raw),
    ),
  ];
}

/** `label: value`, or cells. */
function isField(line: RecordLine, text: string): boolean {
  return line.delimiter !== '' || /^[^:=]{1,40}[:=] *\S/.test(text);
}

function entryOf(
  section: Section,
  version: string | null,
  delivered: Delivered,
  lines: readonly string[],
): Entry {
  return {
    id: section.id,
    version: section.doubtful || section.items.length >= MAX_ITEMS ? null : version,
    delivered,
    lines: [section.heading, ...lines],
    aside: false,
  };
}
