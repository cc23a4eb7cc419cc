/** What became of a terminal since the answers before: each is one of these. Also the names for `--change`. */
export const changes = [
  'newly-bad', // it was done, or less urgent
  'newly-done',
  'moved', // to another state, and it is not worse
  'unchanged', // in the same state
  'new', // nothing of it is known from before, or several have its name and cannot be told apart
] as const;
export type Change = (typeof changes)[number];
