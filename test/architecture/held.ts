import type { Rule } from './rules.ts';

/** A rule, and a made-up program that breaks it: `says` is what the rule must find there. */
export interface Held {
  readonly rule: string;
  readonly check: Rule;
  readonly broken: Readonly<Record<string, string>>;
  readonly says: string;
}
