import type { CheckId, RuleId, StepId, Verdict } from '../domain/facts.ts';
import type { CodeVersion } from './code-version.ts';

/** What a code says on the phone. */
export interface CodeFacts {
  readonly verdict: Verdict;
  readonly step: StepId;
  /** For `fix-first`: the check to mend first. */
  readonly check: CheckId | null;
  readonly rule: RuleId;
  /** The component that the notice is about, by its place (`componentPlaces`), from 0. */
  readonly component: number;
  readonly installed: CodeVersion;
  /** The first five hex digits of the hash of the journal's last line, zeros without a journal; null: format 1 does not tell. */
  readonly head: string | null;
}

/**
 * Why a text is no code. `unlike`: the check character, or what the code would say, does not fit: it was misheard or mistyped.
 * `format`: a later console may have made it.
 */
export type CodeProblem = 'length' | 'character' | 'unlike' | 'format';

/** What the number in a code says. */
export type ReadNumber =
  { readonly ok: true; readonly facts: CodeFacts } | { readonly ok: false; readonly problem: 'unlike' | 'format' };
