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

/** The screens of `desk`, a small program of its own. */
export const deskScreenIds = [
  'desk-clinics',
  'desk-terminals',
  'desk-detail',
  'desk-bad',
  'desk-menu',
  'desk-help',
] as const;
export type DeskScreenId = (typeof deskScreenIds)[number];
