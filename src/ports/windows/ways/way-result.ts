import type { Result } from '../../../domain/fault.ts';
import type { WayDoubt, WayFacts } from '../../../domain/ways.ts';

/** What a way gave: facts, or why it could not be told. */
export type WayResult = Result<WayFacts> | { readonly doubt: WayDoubt; readonly facts?: WayFacts };
