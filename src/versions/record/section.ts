import type { ComponentId } from '../../core/facts.ts';
import { saysNotYet } from '../not-yet.ts';
import { deliveredIn } from './dates.ts';
import type { Delivered } from './dates.ts';
import type { Entry } from './entry.ts';
import type { RecordLine } from './line.ts';
import { agreedVersion, numbersIn } from './numbers.ts';
import { versionsOf } from './row.ts';
import { hasStrangeWords } from './words.ts';

/** A component's name on a line of its own, and what has been read below it so far. */
export interface Section {
  readonly id: ComponentId;
  /** Whether the name may stand in a mere title, which says nothing by itself. */
  readonly soft: boolean;
  readonly name: string;
  /** The lines with a version. */
  readonly items: readonly Entry[];
  /** The other lines that hold a date. */
  readonly dates: readonly string[];
  readonly notYet: boolean;
  /** A field says something of the state that nobody here knows. */
  readonly doubtful: boolean;
  /** How many lines without a version have passed. */
  readonly others: number;
}

/** A name and its version stand close together; what comes later belongs to something else. */
const MAX_OTHERS = 12;
/** More versions than any history has; beyond them the section is not understood. */
const MAX_ITEMS = 200;
const STATE = /状態|状況|結果|区分|進捗|ステータス|status|state|result/;

export function openSection(id: ComponentId, soft: boolean, name: string): Section {
  return { id, soft, name, items: [], dates: [], notYet: false, doubtful: false, others: 0 };
}

/**
 * Reads the next line, which names no component, into the section. Gives null where the line does not belong to it: an empty line
 * or a rule once a version was read, or words that are neither a label nor a field.
 */
export function continueSection(section: Section, line: RecordLine): Section | null {
  if (section.items.length >= MAX_ITEMS) return null;
  const text = line.cells.join(' ').trim();
  const notYet = section.notYet || saysNotYet(text);
  const numbers = numbersIn(text);
  if (numbers.length > 0) {
    const clear = line.whole && !hasStrangeWords(text);
    const version = clear ? agreedVersion(numbers) : null;
    const lines = [section.name, line.raw];
    const found = versionsOf(numbers);
    const item = { id: section.id, version, found, notYet: false, delivered: deliveredIn(text), lines };
    return { ...section, notYet, items: [...section.items, item] };
  }
  const others = section.others + 1;
  if (others > MAX_OTHERS) return null;
  if (deliveredIn(text).kind !== 'none') {
    return { ...section, dates: [...section.dates, text], notYet, others };
  }
  if (/^[-=_*#~ー ]*$/.test(text)) return section.items.length > 0 ? null : { ...section, others };
  const field = fieldOf(line, text);
  if (field) {
    const doubtful = section.doubtful || (STATE.test(field.label) && hasStrangeWords(field.value));
    return { ...section, notYet, doubtful, others };
  }
  return hasStrangeWords(text) && !saysNotYet(text) ? null : { ...section, notYet, others };
}

/** What the section says, once it has ended. */
export function closeSection(section: Section): readonly Entry[] {
  const { id, items, name, notYet } = section;
  if (items.length === 0) {
    const nothing = {
      id,
      version: null,
      found: [],
      notYet,
      delivered: { kind: 'none' },
      lines: [name],
    } as const;
    return section.soft ? [] : [nothing];
  }
  const below = deliveredIn(section.dates.join(' / '));
  const dateOf = ({ delivered }: Entry): Delivered =>
    delivered.kind === 'none' && items.length === 1 ? below : delivered;
  const doubtful = section.doubtful || items.length >= MAX_ITEMS;
  return items.map((item) => ({
    ...item,
    version: doubtful ? null : item.version,
    notYet,
    delivered: dateOf(item),
  }));
}

/** Whether a line is `label: value`, or two cells. */
export function isField(line: RecordLine): boolean {
  return fieldOf(line, line.cells.join(' ').trim()) !== null;
}

function fieldOf(line: RecordLine, text: string): { readonly label: string; readonly value: string } | null {
  if (line.delimiter !== '') return { label: line.cells[0] ?? '', value: line.cells.slice(1).join(' ') };
  const [, label = '', value = ''] = /^([^:=]{1,40})[:=] *(\S.*)$/.exec(text) ?? [];
  return value === '' ? null : { label, value };
}
