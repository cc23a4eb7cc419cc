import type { ComponentId } from '../core/facts.ts';
import { decodeText, linesOf } from './decode.ts';
import { evidence } from './evidence.ts';
import type { Candidate } from './info/candidates.ts';
import { candidatesIn } from './info/candidates.ts';
import { infoNumbers } from './info/numbers.ts';
import { statementsOf } from './info/statements.ts';
import { plainForm } from './plain-form.ts';
import { agreedVersion } from './record/numbers.ts';

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
 * Reads the `Version.info` of a component, whose layout nobody has published: lines, key=value, INI, XML, JSON. It answers where
 * exactly one version is tied to the component, by its name or by a label like Version that is no other's; or where all the numbers
 * are the same version and no line ties it to another part. Whatever is not clearly so is `ambiguous`.
 */
export function readVersionInfo(bytes: Uint8Array, id: ComponentId): VersionInfoAnswer {
  const text = decodeText(bytes)?.text ?? '';
  const candidates = candidatesIn(statementsOf(text), id);
  if (candidates.length === 0) return { state: 'unreadable' };
  const version = agreedVersion(decidingOf(candidates));
  const numbered = linesWithNumbers(text);
  if (version === null) return { state: 'ambiguous', lines: numbered.slice(0, MAX_LINES).map(evidence) };
  const raw = numbered.find((line) => versionsIn(line).includes(version)) ?? numbered[0] ?? '';
  return { state: 'answers', raw: evidence(raw), version };
}

/** The candidates that must say the same version for it to be the component's; none where nothing ties one to it. */
function decidingOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const bound = candidates.filter(({ tie }) => tie === 'own' || tie === 'doubtful');
  if (bound.some(({ tie }) => tie === 'own')) return bound;
  return candidates.every(({ tie }) => tie === 'plain') ? candidates : [];
}

function linesWithNumbers(text: string): readonly string[] {
  return [...linesOf(text)].filter((line) => infoNumbers(plainForm(line).toLowerCase()).numbers.length > 0);
}

function versionsIn(line: string): readonly (string | null)[] {
  return infoNumbers(plainForm(line).toLowerCase()).numbers.map(({ version }) => version);
}
