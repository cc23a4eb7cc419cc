/** The screens. */
export const screenIds = [
  'status',
  'evening',
  'by-hand',
  'download',
  'restart',
  'guide',
  'history',
  'report',
  'faq',
  'support',
  'settings',
  'help',
] as const;
export type ScreenId = (typeof screenIds)[number];
