import type { ComponentId } from '../facts.ts';
import type { OwnComponent } from '../notice/notice.ts';
import { decodeText, excerpt, linesOf } from '../../text/text-file.ts';
import { findingsIn, type Candidate } from './info/candidates.ts';
import { askedFor } from './info/own-names.ts';
import { infoNumbers, statementsOf } from './info/statements.ts';
import { plainForm } from '../../text/normal-forms.ts';
import { agreedVersion } from './record/numbers.ts';
import { compareVersions } from './version.ts';

export type VersionInfoAnswer =
  | {
      readonly state: 'answers';
      /** The line that the version stands on. */
      readonly raw: string;
      /** In plain digits, `5.1.0`. */
      readonly version: string;
    }
  /** There are numbers, and none of them is clearly the component's. */
  | { readonly state: 'ambiguous'; readonly lines: readonly string[] }
  /** It is no text, or no number is in it. */
  | { readonly state: 'unreadable' };

/** As many lines are shown as a person can compare. */
const MAX_LINES = 10;

/**
 * Reads the `Version.info` of a component, whose layout nobody has published: lines, key=value, INI, XML, JSON. It
 * answers where exactly one version is tied to the component, by its name or by a label like Version that is no
 * other's, or where all the numbers are the same version; and where every line that is not clearly about something else
 * is made of words that are known to be good. Whatever is not clearly so is `ambiguous`. The components that the notice
 * brings (`own`) are known by their names, as the four are.
 */
export function readVersionInfo(
  bytes: Uint8Array,
  id: ComponentId,
  own: readonly OwnComponent[] = [],
): VersionInfoAnswer {
  const text = decodeText(bytes)?.text ?? '';
  const { candidates, doubt } = findingsIn(statementsOf(text), askedFor(id, own));
  if (candidates.length === 0) return { state: 'unreadable' };
  const version = doubt ? null : versionOf(candidates);
  const numbered = [...linesOf(text)]
    .map((line) => ({ line, numbers: infoNumbers(plainForm(line).toLowerCase()).numbers }))
    .filter(({ numbers }) => numbers.length > 0);
  if (version === null)
    return { state: 'ambiguous', lines: numbered.slice(0, MAX_LINES).map(({ line }) => excerpt(line)) };
  const holder = numbered.find(({ numbers }) => numbers.some((number) => number.version === version)) ?? numbered[0];
  return { state: 'answers', raw: excerpt(holder?.line ?? ''), version };
}

/** The one version that the numbers allow; null: nothing ties one to the component, or they contradict each other. */
function versionOf(candidates: readonly Candidate[]): string | null {
  if (!candidates.some(({ tie }) => tie === 'own')) {
    return candidates.every(({ tie }) => tie === 'plain' || tie === 'bare') ? agreedVersion(candidates) : null;
  }
  const version = agreedVersion(candidates.filter(({ tie }) => tie === 'own' || tie === 'plain' || tie === 'doubtful'));
  const others = candidates.filter(({ tie }) => tie === 'bare' || tie === 'coming');
  const around = candidates.filter(({ tie }) => tie === 'around');
  return version !== null &&
    others.every((other) => isNoLower(other, version)) &&
    around.every((other) => isNoOther(other, version))
    ? version
    : null;
}

/** A number that is no lower than what is called the version cannot make an old program look new. */
function isNoLower({ tie, version }: Candidate, called: string): boolean {
  if (version === null) return false;
  // What comes is not what is there: the same number twice, once as coming, contradicts itself.
  return compareVersions(version, called) >= (tie === 'coming' ? 1 : 0);
}

/** A system or a path may carry the component's own version: one of the same series that differs contradicts it. */
function isNoOther({ version }: Candidate, called: string): boolean {
  return version === null || series(version) !== series(called) || compareVersions(version, called) === 0;
}

function series(version: string): string {
  return version.replace(/\..*/, '');
}
