import type { ComponentId } from '../../facts.ts';
import type { OwnComponent } from '../../notice/notice.ts';
import { isKnown, mentionsIn, namesWith, type Mention, type Names } from '../record/names.ts';
import { ANOTHERS, ASKED, fileNames, isNoName } from './words.ts';

type Call = Pick<Mention, 'id' | 'start' | 'end'>;
const ANY_SIGN = new RegExp(`${ASKED}|${ANOTHERS}`, 'g');

/** Whose version is asked for, and what its name and the others' may be. */
export interface Asked {
  readonly id: ComponentId;
  readonly names: Names;
  /** The ids of those that the notice brings, as files and keys spell them. */
  readonly spelled: readonly (readonly [ComponentId, RegExp])[];
}

/** What is asked for, beside the components that the notice brings with it. */
export function askedFor(id: ComponentId, own: readonly OwnComponent[]): Asked {
  const ids = own.map((component) => component.id).filter(isName);
  const spelled = ids.map(
    (each) => [each, new RegExp(`(?<![a-z])${each.replaceAll('-', '[-_ ]{0,3}')}(?![a-z])`, 'g')] as const,
  );
  return { id, names: namesWith(own), spelled };
}

/** A single word, or one that tells of versions or states, is no name: `BrowserVersion=120` is the browser's. */
function isName(id: ComponentId): boolean {
  return /^[a-z]+(?:-[a-z]+)+$/.test(id) && !isNoName(id.replaceAll('-', ' '));
}

/**
 * A text with a sign for each name of those that the notice brings: then no word within them says anything. Of names
 * that hold one another the longest counts; a name that is another's too is never clearly that of the component which
 * is asked for.
 */
export function withSigns(line: string, asked: Asked): string {
  const text = line.replace(ANY_SIGN, '\uFFFD');
  let told = '';
  let done = 0;
  for (const { id, start, end } of callsIn(text, asked)) {
    const sign = id === asked.id && start >= done ? ASKED : ANOTHERS;
    told += text.slice(done, start) + (isKnown(id) ? text.slice(Math.max(done, start), end) : sign);
    done = Math.max(done, end);
  }
  return told + text.slice(done);
}

/** Where a text calls which component by its name, in order, the four first; names within longer ones are left out. */
function callsIn(text: string, { names, spelled }: Asked): readonly Call[] {
  const calls = [
    ...callsBy(fileNames, text),
    ...mentionsIn(text, names).filter(({ inWord }) => !inWord),
    ...callsBy(spelled, text),
  ].toSorted((one, other) => one.start - other.start || other.end - one.end);
  let longest: Call = { id: '', start: 0, end: 0 };
  return calls.filter((call) => {
    if (call.end <= longest.end)
      return call.id !== longest.id && call.start === longest.start && call.end === longest.end;
    longest = call;
    return true;
  });
}

function callsBy(patterns: Asked['spelled'], text: string): readonly Call[] {
  return patterns.flatMap(([id, pattern]) =>
    Array.from(text.matchAll(pattern), ({ 0: name, index }) => ({ id, start: index, end: index + name.length })),
  );
}
