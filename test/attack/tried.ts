import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What this test tried; the table at the end of the run counts it. */
    attack?: { readonly door: string; readonly attack: string; readonly cases: number };
  }
}

/** Puts a test into the table at the end of the run: which way in, what was tried there, in how many cases. */
export function tried({ task }: Pick<TestContext, 'task'>, door: string, attack: string, cases = 1): void {
  task.meta.attack = { door, attack, cases };
}
