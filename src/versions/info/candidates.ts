import type { ComponentId } from '../../core/facts.ts';
import type { CellNumber } from '../record/numbers.ts';
import type { Statement } from './statements.ts';
import { saysNotYet } from '../not-yet.ts';
import { infoNumbers } from './numbers.ts';
import {
  isAnothers,
  isHarmless,
  isLabelled,
  hasStrangeSigns,
  isStrange,
  isStrangeBefore,
  isTroubled,
  namesOwn,
  namesPart,
} from './words.ts';

/**
 * What ties a number to the component that is asked for. `own`: its name, or a label like Version that is no other's. `plain`: words
 * that say nothing. `bare`: no word at all. `coming`: it is told as not installed yet. `doubtful`: it would be its own, but stands in
 * a comment, or above a name that is another's. `other`: it is another's.
 */
type Tie = 'own' | 'plain' | 'bare' | 'coming' | 'doubtful' | 'other';

/** A number that may be a version. */
export interface Candidate {
  readonly tie: Tie;
  /** null: it may be something else than a version. */
  readonly version: string | null;
}

export interface Findings {
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
  /** Something that may be about the component is not known to be good: no number of the text can be taken for its version. */
  readonly doubt: boolean;
}

/** Whose the lines are that follow a heading or a name. */
type Governor = 'own' | 'other' | null;

/** A line with more numbers lists something. */
const MAX_NUMBERS = 16;
/** `[section]`, `■ title`, `<tag>`, `key:`, `key {`. */
const HEADING = /^(?:\[.*\]|【.*】|[■□◆◇●○▼★・#].*|<[^>]*>|.*[:={(])$/;
/** The end of a tag or a bracket says nothing new. */
const CLOSING = /^(?:<\/[^>]*>|[\])};,]+)$/;
/** A key whose value is left out. */
const BLANK = /=["' -]*$/;
/** Keys whose value says what the lines below are about, or names it in passing. */
const NAMING_KEY =
  /name|component|part|product|module|program|app|target|type|kind|title|description|comment|名|部品|製品|対象|アプリ|説明|備考/;

/**
 * Finds every number of a text that may be a version, with what ties it to the component, and whether the text leaves a doubt:
 * whatever does not tell of another part, or of something around the component, must be made of words that are known to be good.
 */
export function findingsIn(statements: readonly Statement[], id: ComponentId): Findings {
  let candidates: Candidate[] = [];
  let governor: Governor = null;
  let doubt = false;
  for (const statement of statements) {
    const { text, comment, alone } = statement;
    const ruling: Governor = alone ? null : governor;
    const { numbers, rest } = infoNumbers(text);
    const tie = tieOf(text, rest, numbers.length > 0, ruling, id);
    doubt ||= numbers.length > MAX_NUMBERS || isTroubling(text, numbers.length > 0, id);
    doubt ||=
      (tie === 'own' || tie === 'plain' || tie === 'bare') && isStrangeHere(text, rest, numbers.at(-1), id);
    const found = numbers.map(({ version }) => ({ tie, version }));
    candidates.push(...(comment ? found.map(doubted) : found));
    if (alone || CLOSING.test(text)) continue;
    const isHeading = HEADING.test(text);
    const next = numbers.length === 0 || isHeading || namesPart(rest, id) ? governorIn(rest, id) : null;
    // A name may stand below its version: then what stands above it is not the component's own.
    if (next === 'other' && governor === null && !isHeading && numbers.length === 0)
      candidates = candidates.map(doubted);
    // Only a name ends what another name began: a heading within another part's section does not.
    governor = next ?? governor;
  }
  return { candidates, doubt };
}

function doubted(candidate: Candidate): Candidate {
  return candidate.tie === 'other' ? candidate : { ...candidate, tie: 'doubtful' };
}

function tieOf(text: string, rest: string, numbered: boolean, governor: Governor, id: ComponentId): Tie {
  const own = namesOwn(rest, id);
  if (numbered && !own && saysNotYet(text)) return 'coming';
  if (!own && (governor === 'other' || isAnothers(rest, id))) return 'other';
  if (own || governor === 'own' || isLabelled(rest)) return 'own';
  return /\p{L}/u.test(rest) ? 'plain' : 'bare';
}

/** Whether a statement tells of trouble that may be the component's. A part's own has the part's name as its key, or a number. */
function isTroubling(text: string, numbered: boolean, id: ComponentId): boolean {
  const [key = ''] = /^[^:=]*[:=]/.exec(text) ?? [];
  if (!namesOwn(text, id) && namesPart(numbered ? text : key, id)) return false;
  return isTroubled(text) || (saysNotYet(text) && (!numbered || namesOwn(text, id)));
}

/** Whether a statement that may be the component's says what nobody here knows; before a number fewer words are known. */
function isStrangeHere(text: string, rest: string, number: CellNumber | undefined, id: ComponentId): boolean {
  if (number === undefined && isHarmless(rest)) return false;
  if (hasStrangeSigns(rest) || (number === undefined && BLANK.test(text))) return true;
  const start = number?.start ?? 0;
  return isStrangeBefore(rest.slice(0, start), id) || isStrange(rest.slice(start), id);
}

/** Whose the lines below are, by a line; null where it says nothing of that. */
function governorIn(text: string, id: ComponentId): Governor {
  const [, key = ''] = /^([^:=]{1,40})[:=] *./.exec(text) ?? [];
  // `OS=Windows` has its value, and is done; `Name=...` tells whose the lines are.
  if (key !== '' && !NAMING_KEY.test(key)) return null;
  if (namesPart(text, id)) return 'other';
  if (namesOwn(text, id)) return 'own';
  return isAnothers(text, id) ? 'other' : null;
}
