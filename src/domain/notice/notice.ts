import type { GuideEntry, OpeningHours } from './parts.ts';

/** A component that the notice brings with it, beside the four that every terminal may have. */
export interface OwnComponent {
  readonly id: string;
  /** What it is called on the terminal. */
  readonly name: string;
  /** Where its Version.info is on the terminal; null: it has none. */
  readonly versionInfo: string | null;
  /** What else the delivery record may call it. */
  readonly recordNames: readonly string[];
}

/** A component and the version that it must have, or a later one. */
export interface Target {
  readonly component: string;
  readonly version: string;
}

/** A time in which a night delivers nothing, by the zone's clock: `2026-01-22T03:00`. Its end is not in it. */
interface Hole {
  readonly from: string;
  readonly to: string;
}

/** The nights in which the terminals are sent what is new. Dates as `2026-01-20`, times as `20:00`. */
export interface Delivery {
  readonly timeZone: string;
  readonly firstNight: string;
  readonly lastNight: string;
  readonly excludedNights: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly holes: readonly Hole[];
  /** null: it never comes to that. */
  readonly allDayFrom: string | null;
}

/** What stands in a field of the form: the notice's number, a day, words, so many digits, a telephone number. */
export const fieldKinds = ['fixed', 'date', 'text', 'digits', 'phone'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** What a notice of format 1 may ask for in its report. */
export const format1Fields = ['identification-number', 'completed-on', 'clinic-name', 'phone'] as const;

export interface NoticeField {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** How many digits; null: as many as are typed. */
  readonly length: number | null;
  readonly required: boolean;
  readonly hint: string | null;
  /** The notice's own sample, which must never be sent as it stands. */
  readonly sample: string | null;
}

/** How completion is reported. */
export interface NoticeReport {
  /** What the form calls this notice; null: it has no number. */
  readonly number: string | null;
  /** The way to the form, one step a row. */
  readonly formPath: readonly string[];
  readonly fields: readonly NoticeField[];
}

interface NoticeContact {
  readonly name: string;
  readonly phone: string;
  readonly hours: OpeningHours;
  readonly hoursNote: string | null;
}

/** A notice of a version-up, in whatever format: what to reach, how it comes, how it is reported, whom to call. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly components: readonly OwnComponent[];
  /** At least one; all must be reached. */
  readonly targets: readonly Target[];
  /** null: nothing is sent at night. */
  readonly delivery: Delivery | null;
  /** Whether 「今すぐダウンロード」 brings it, or the steps that a person does. */
  readonly by: 'tool' | 'hand';
  /** By hand: one instruction a row; else none. */
  readonly steps: readonly string[];
  /** Whether a restart completes it. */
  readonly restart: boolean;
  /** The last day, `2026-01-30`; null: there is none. */
  readonly deadline: string | null;
  /** null: nothing is reported. */
  readonly report: NoticeReport | null;
  readonly contacts: readonly NoticeContact[];
  /** Questions and answers; `{nextNight}` and its like become dates, see `withDates`. */
  readonly faq: readonly { readonly question: string; readonly answer: string }[];
  readonly guide: readonly GuideEntry[];
}
