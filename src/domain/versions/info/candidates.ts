import type { ComponentId } from '../../facts.ts';
import { withSigns, type Asked } from './own-names.ts';
import type { CellNumber } from '../record/numbers.ts';
import { infoNumbers, type Statement } from './statements.ts';
import { saysNotYet } from '../record/words.ts';
import {
  hasStrangeSigns,
  isAnothers,
  isAround,
  isElsewhere,
  isHarmless,
  isInstaller,
  isLabelled,
  isStrange,
  isStrangeBefore,
  isTroubled,
  namesOwn,
  namesPart,
} from './words.ts';

/**
 * What ties a number to the component that is asked for. `own`: its name, or a label like Version that is no other's.
 * `plain`: words that say nothing. `bare`: no word at all. `coming`: it is told as not installed yet. `doubtful`: it
 * would be its own, but stands in a comment, or above a name that is another's. `around`: it is of what the component
 * runs on or lies in. `other`: it is another's.
 */
type Tie = 'own' | 'plain' | 'bare' | 'coming' | 'doubtful' | 'around' | 'other';

/** A number that may be a version. */
export interface Candidate {
  readonly tie: Tie;
  /** null: it may be something else than a version. */
  readonly version: string | null;
}

export interface Findings {
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
  /** Something that may be about the component is not known to be good: then no number can be taken for its version. */
  readonly doubt: boolean;
}

/** Whose the lines are that follow a heading or a name; `unsure`: another's was told of, and it may be done with. */
type Governor = 'own' | 'other' | 'unsure' | null;

/** A line with more numbers lists something. */
const MAX_NUMBERS = 16;
/** `[section]`, `■ title`, `<tag>`, `key:`, `key {`. */
const HEADING = /^(?:\[.*\]|【.*】|[■□◆◇●○▼★・#].*|<[^>]*>|.*[:={(])$/;
/** The end of a tag or a bracket says nothing new. */
const CLOSING = /^(?:<\/[^>]*>|[\])};,]+)$/;
/** A key that has its value. */
const PAIR = /^([^:=]{1,40})[:=] *./;
/** A key whose value is left out. */
const BLANK = /[^ =] *=["' -]*$/;
/** Keys whose value says what the lines below are about, or names it in passing. */
const NAMING_KEY =
  /name|component|part|product|module|program|app|target|type|kind|title|description|comment|名|部品|製品|対象|アプリ|説明|備考/;

/**
 * Finds every number of a text that may be a version, with what ties it to the component, and whether the text leaves a
 * doubt: whatever does not tell of another part, or of something around the component, must be made of words that are
 * known to be good.
 */
export function findingsIn(statements: readonly Statement[], asked: Asked): Findings {
  const { id } = asked;
  let candidates: Candidate[] = [];
  let governor: Governor = null;
  let doubt = false;
  for (const statement of statements) {
    const { comment, alone } = statement;
    const text = withSigns(statement.text, asked);
    const { numbers, rest } = infoNumbers(text);
    const numbered = numbers.length > 0;
    const anothers = isAnothers(rest, id);
    // What stands alone has the names of all that is around it: the other one is nearer.
    const own = namesOwn(rest, id) && !(alone && anothers);
    const ruling: Governor = own ? 'own' : anothers ? 'other' : governor;
    const tie = numbered && !own && saysNotYet(text) ? 'coming' : tieOf(rest, ruling);
    doubt ||= numbers.length > MAX_NUMBERS || isTroubling(text, numbered, own, id);
    doubt ||= (tie === 'own' || tie === 'plain' || tie === 'bare') && isStrangeHere(text, rest, numbers.at(-1), id);
    const found = numbers.map(({ version }) => ({ tie, version }));
    candidates.push(...(comment || ruling === 'unsure' ? found.map(doubted) : found));
    if (alone) {
      // `{"os":"windows","version":…}`: what follows may still be about it.
      if (ruling === 'other' && !numbered) governor = 'unsure';
      continue;
    }
    if (CLOSING.test(text)) continue;
    const isHeading = HEADING.test(text);
    const part = namesPart(rest, id);
    const next: Governor =
      !numbered || isHeading || part ? governorIn(rest, numbered && !isHeading, governor, id) : null;
    // A name may stand below its version: then what stands above it is not the component's own.
    if ((next === 'other' || part) && governor === null && !isHeading && !numbered)
      candidates = candidates.map(doubted);
    // Only a name ends what another name began: a heading within another part's section does not.
    governor = next ?? governor;
  }
  return { candidates, doubt };
}

function doubted(candidate: Candidate): Candidate {
  return candidate.tie === 'other' || candidate.tie === 'around' ? candidate : { ...candidate, tie: 'doubtful' };
}

function tieOf(rest: string, ruling: Governor): Tie {
  if (ruling === 'other') return isAround(rest) ? 'around' : 'other';
  if (ruling === 'own' || isLabelled(rest)) return 'own';
  return /\p{L}/u.test(rest) ? 'plain' : 'bare';
}

/** Whether a statement tells of trouble that may be the component's. */
function isTroubling(text: string, numbered: boolean, own: boolean, id: ComponentId): boolean {
  // A part's own has the part's name as its key, or a number. Of an installer or updater it is the component's.
  const [key = ''] = /^[^:=]*[:=]/.exec(text) ?? [];
  const owner = numbered ? text : key;
  if (!own && namesPart(owner, id) && !isInstaller(owner)) return false;
  return isTroubled(text) || (!(numbered && !own) && saysNotYet(text)) || (!numbered && isElsewhere(text));
}

/** Whether a statement that may be the component's says what nobody knows; before a number fewer words are known. */
function isStrangeHere(text: string, rest: string, number: CellNumber | undefined, id: ComponentId): boolean {
  if (number === undefined && isHarmless(rest)) return false;
  if (hasStrangeSigns(rest) || (number === undefined && BLANK.test(text))) return true;
  const start = number?.start ?? 0;
  return isStrangeBefore(rest.slice(0, start), id) || isStrange(rest.slice(start), id);
}

/** Whose the lines below are, by a line; null where it says nothing of that. `done`: it has its number itself. */
function governorIn(text: string, done: boolean, governor: Governor, id: ComponentId): Governor {
  const [, key = ''] = PAIR.exec(text) ?? [];
  const naming = !done && (key === '' || NAMING_KEY.test(key));
  const part = namesPart(text, id);
  if (naming && !part && namesOwn(text, id)) return 'own';
  if (!part && !isAnothers(text, id)) return null;
  if (naming) return 'other';
  // `OS=Windows`, `File=OQSFaceApp.exe`: what follows may still be about it.
  return governor === null || (part && governor === 'own') ? 'unsure' : null;
}
