import type { Fault } from './fault.ts';

/** The ways by which the console reaches the terminal, in the order in which they are told. */
export const wayIds = [
  'writing',
  'own-program',
  'registry',
  'run-once',
  'tasks',
  'power',
  'powershell',
  'event-log',
  'devices',
  'session',
  'automation',
  'clipboard',
  'font',
  'report',
  'rights',
  'holders',
] as const;
export type WayId = (typeof wayIds)[number];

/** Why a way could not be told, where no program failed. */
export const wayDoubts = ['read-only', 'not-text', 'no-console', 'silent', 'not-understood'] as const;
export type WayDoubt = (typeof wayDoubts)[number];

/** Plain values that were learned by the way. */
export type WayFacts = Readonly<Record<string, string | number | boolean | null>>;

/** What became of one way. `words` are the system's own: they may name anything. */
export interface Tried {
  readonly id: WayId;
  readonly end:
    | { readonly type: 'works' }
    | { readonly type: 'error'; readonly words: string }
    | { readonly type: 'fault'; readonly fault: Fault }
    | { readonly type: 'doubt'; readonly doubt: WayDoubt };
  readonly facts: WayFacts;
  readonly durationMs: number;
}
