/** The screens, each with the digit that opens it. */
export const screenIds = [
  'status',
  'evening',
  'by-hand',
  'download',
  'restart',
  'guide',
  'history',
  'help',
] as const;
export type ScreenId = (typeof screenIds)[number];
