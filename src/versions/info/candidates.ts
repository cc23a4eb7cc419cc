import type { ComponentId } from '../../core/facts.ts';
import type { CellNumber } from '../record/numbers.ts';
import type { Statement } from './statements.ts';
import { infoNumbers } from './numbers.ts';
import { isAnothers, isLabelled, isStrangeBefore, isStrangeBehind, namesOwn, namesPart } from './words.ts';

/**
 * What ties a number to the component that is asked for. `own`: its name, or a label like Version that is no other's. `plain`:
 * nothing says anything. `doubtful`: it would be its own, but stands in a comment, or above a name that is another's. `other`:
 * it is another's, or may be.
 */
type Tie = 'own' | 'plain' | 'doubtful' | 'other';

/** A number that may be a version. */
export interface Candidate {
  readonly tie: Tie;
  /** null: it may be something else than a version. */
  readonly version: string | null;
}

/** Whose the lines are that follow a heading or a name; `unknown`: words that nobody here knows may be a name. */
type Governor = 'own' | 'other' | 'unknown' | null;

/** A line with more numbers lists something. */
const MAX_NUMBERS = 16;
/** `[section]`, `■ title`, `<tag>`, `key:`, `key {`. */
const HEADING = /^(?:\[.*\]|【.*】|[■□◆◇●○▼★・#].*|<[^>]*>|.*[:={(])$/;
/** The end of a tag or a bracket says nothing new. */
const CLOSING = /^(?:<\/[^>]*>|[\])};,]+)$/;
const NAMING_KEY = /name|component|part|product|module|program|app|target|type|kind|名|部品|製品|対象|アプリ/;
/** What names in passing. */
const TELLING_KEY = /title|description|comment|説明|備考/;
/** A line of no more characters may be a heading without its signs. */
const SHORT = 40;

/** Finds every number of a text that may be a version, in order, with what ties it to the component. */
export function candidatesIn(statements: readonly Statement[], id: ComponentId): readonly Candidate[] {
  let candidates: Candidate[] = [];
  let governor: Governor = null;
  for (const { text, comment } of statements) {
    const { numbers, rest } = infoNumbers(text);
    if (numbers.length > 0) {
      const ties = tiesOf(numbers, rest, governor, id);
      candidates.push(...(comment ? ties.map(doubted) : ties));
    } else if (!CLOSING.test(text)) {
      const isHeading = HEADING.test(text);
      const next = governorIn(text, isHeading, comment, id);
      // A name may stand below its version: then what stands above it is not the component's own.
      if (next === 'other' && governor === null && !isHeading) candidates = candidates.map(doubted);
      if (next !== null || isHeading) governor = next;
    }
  }
  return candidates;
}

function doubted(candidate: Candidate): Candidate {
  return candidate.tie === 'other' ? candidate : { ...candidate, tie: 'doubtful' };
}

function tiesOf(
  numbers: readonly CellNumber[],
  rest: string,
  governor: Governor,
  id: ComponentId,
): readonly Candidate[] {
  if (numbers.length > MAX_NUMBERS || isAnothers(rest, id)) {
    return numbers.map(({ version }) => ({ tie: 'other', version }));
  }
  const own = namesOwn(rest, id);
  const labelled = isLabelled(rest);
  return numbers.map(({ start, end, version }) => {
    const tied = own || labelled || governor === 'own';
    const stranger =
      isStrangeBefore(rest.slice(0, start), id) ||
      (!own && (governor === 'other' || isStrangeBehind(rest.slice(end), id))) ||
      (!tied && governor === 'unknown');
    return { tie: stranger ? 'other' : tied ? 'own' : 'plain', version };
  });
}

/** Whose the lines below are, by a line without a number; null where it says nothing of that. */
function governorIn(text: string, isHeading: boolean, comment: boolean, id: ComponentId): Governor {
  const [, key = '', value = ''] = /^([^:=]{1,40})[:=] *(.+)$/.exec(text) ?? [];
  // `OS=Windows` has its value, and is done; `Name=...` tells whose the lines are.
  const naming = value === '' || NAMING_KEY.test(key);
  if (!naming && !TELLING_KEY.test(key)) return null;
  if (namesPart(text, id)) return 'other';
  if (namesOwn(text, id)) return 'own';
  if (comment || !naming) return null;
  const strange = isStrangeBehind(value === '' ? text : value, id);
  if (isHeading || value !== '') return isAnothers(text, id) || strange ? 'other' : null;
  if (text.length > SHORT) return null;
  return isAnothers(text, id) ? 'other' : strange && !/copyright|\(c\)/.test(text) ? 'unknown' : null;
}
