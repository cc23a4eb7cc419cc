import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Severity } from '../../src/domain/severity.ts';
import { toIso } from '../../src/domain/time.ts';
import { builtInFile } from '../../src/domain/notice/built-in.ts';
import { bytesOf, fileOf, headOf, line } from '../journal/build.ts';

const JAPAN = 540;
const DAY_MS = 86_400_000;

/** A time of a day in Japan, counted from today: `at(-1, '08:10')`. */
export type At = (day: number, time: string) => string;

/** Kinds of terminals; what they show hangs on the notice's dates, which lie around today. */
export interface Kind {
  readonly name: string;
  /** The alerts that it must raise. */
  readonly alerts: readonly string[];
  /** How much it matters now, to whoever tells it; null: nobody counts it. */
  readonly severity: Severity | null;
  /** What the plugin told when the terminal was last seen, where that was less. */
  readonly lastTold?: Severity;
  /** Those of them that Alertmanager holds back. */
  readonly heldBack?: readonly string[];
  /** Whether the metrics say that it is for practice, as they truly are. */
  readonly practice?: true;
  /** First and last night, in days from today. */
  readonly nights: readonly [number, number];
  readonly scenario: (at: At) => object;
  readonly journal?: (at: At) => readonly string[];
  readonly settings?: string;
}

const far = [-3, 8] as const;
const OLD = '5.0.3';
const NEW = '5.1.0';

function terminal(at: At, version: string, now: string, day = 0): object {
  return {
    now: at(day, now),
    bootedAt: at(day, now === '06:30' ? '06:20' : '08:02'),
    versionInfo: { 'distribution-app': '2.1.0', 'link-app': '4.0.2', 'face-library': version },
    fileTimes: { 'C:\\Program Files\\OQS-Auth\\Version.info': at(-30, '05:01') },
  };
}

export const kinds: readonly Kind[] = [
  {
    name: 'reported',
    alerts: [],
    severity: 'ok',
    nights: far,
    scenario: (at) => terminal(at, NEW, '08:10'),
    journal: (at) => journalOf([{ at: at(-1, '09:00'), event: 'report-sent', identificationNumber: '150' }]),
  },
  { name: 'current', alerts: [], severity: 'ok', nights: far, scenario: (at) => terminal(at, NEW, '08:10') },
  { name: 'outdated', alerts: [], severity: 'warning', nights: far, scenario: (at) => terminal(at, OLD, '08:10') },
  {
    name: 'near the deadline',
    alerts: ['OqsNotDoneNearDeadline'],
    severity: 'warning',
    nights: [-9, 2],
    scenario: (at) => terminal(at, OLD, '08:10'),
  },
  {
    name: 'not restarted at 08:10',
    alerts: ['OqsDownloadedNotRestarted'],
    severity: 'critical',
    nights: far,
    scenario: (at) => ({ ...terminal(at, OLD, '08:10'), bootedAt: at(-1, '08:00') }),
  },
  {
    name: 'not restarted at 06:30',
    alerts: [],
    severity: 'warning',
    nights: far,
    scenario: (at) => ({ ...terminal(at, OLD, '06:30'), bootedAt: at(-1, '08:00') }),
  },
  {
    name: 'not seen',
    alerts: ['OqsNotSeen'],
    severity: 'warning',
    nights: [-7, 8],
    scenario: (at) => terminal(at, OLD, '08:10', -4),
  },
  {
    name: 'not seen since it waited for its restart',
    alerts: ['OqsDownloadedNotRestarted', 'OqsNotSeen'],
    heldBack: ['OqsDownloadedNotRestarted'],
    severity: 'critical',
    nights: [-7, 8],
    scenario: (at) => ({ ...terminal(at, OLD, '08:10', -4), bootedAt: at(-5, '08:00') }),
  },
  {
    name: 'not seen since before all-day delivery',
    alerts: ['OqsNotSeen', 'OqsOldDuringAllDay'],
    heldBack: ['OqsNotSeen'],
    severity: 'critical',
    lastTold: 'warning',
    nights: [-12, -2],
    scenario: (at) => terminal(at, OLD, '08:10', -4),
  },
  {
    name: 'old during all-day delivery',
    alerts: ['OqsOldDuringAllDay'],
    severity: 'critical',
    nights: [-12, -2],
    scenario: (at) => terminal(at, OLD, '08:10'),
  },
  {
    name: 'failed twice',
    alerts: ['OqsCallSupport'],
    severity: 'critical',
    nights: far,
    scenario: (at) => terminal(at, OLD, '08:10'),
    journal: (at) =>
      journalOf(
        [-2, -1].flatMap((day) => [
          { at: at(day, '08:00'), event: 'download-started' },
          { at: at(day, '08:05'), event: 'download-finished', outcome: 'error', pressed: true },
          { at: at(day, '08:20'), event: 'restart-confirmed', bootedAt: at(day, '08:15'), kind: 'full' },
        ]),
      ),
  },
  {
    name: 'bad settings',
    alerts: ['OqsCheckFails'],
    severity: 'unknown',
    nights: far,
    scenario: (at) => terminal(at, OLD, '08:10'),
    settings: '{ "formatVersion": 1, ',
  },
  {
    name: 'practice, not seen since before all-day delivery',
    alerts: [],
    practice: true,
    severity: null,
    nights: [-12, -2],
    scenario: (at) => terminal(at, OLD, '08:10', -4),
  },
  {
    name: 'practice with bad settings',
    alerts: [],
    practice: true,
    severity: null,
    nights: far,
    scenario: (at) => terminal(at, OLD, '08:10'),
    settings: '{ "formatVersion": 1, ',
  },
];

/** Where the scenario and the notice of a kind lie. */
export interface Place {
  readonly scenario: string;
  readonly notice: string;
}

/** The same of a folder that `writeKind` has written. */
export function placeIn(folder: string): Place {
  return { scenario: folder, notice: join(folder, 'notice.json') };
}

/** Writes the scenario and the notice of one kind into a folder. */
export async function writeKind(
  folder: string,
  { nights, scenario, journal, settings }: Kind,
  now: number,
): Promise<Place> {
  const at: At = (day, time) => `${dayOf(now, day)}T${time}:00+09:00`;
  const data = join(folder, 'files/ProgramData/oqs-console');
  await mkdir(data, { recursive: true });
  const document = { formatVersion: 1, title: '', ...scenario(at) };
  await writeFile(join(folder, 'scenario.json'), JSON.stringify(document));
  if (journal) {
    const lines = journal(at);
    await writeFile(join(data, 'journal.jsonl'), fileOf(lines));
    await writeFile(join(data, 'journal.head'), headOf(lines));
  }
  if (settings !== undefined) await writeFile(join(data, 'settings.json'), bytesOf(settings));
  const notice = builtInFile();
  const [firstNight, lastNight] = [dayOf(now, nights[0]), dayOf(now, nights[1])];
  const delivery = {
    ...notice.delivery,
    firstNight,
    lastNight,
    excludedNights: [],
    allDayFrom: dayOf(now, nights[1] + 1),
  };
  const place = placeIn(folder);
  await writeFile(place.notice, JSON.stringify({ ...notice, delivery, faq: [] }));
  return place;
}

function dayOf(now: number, day: number): string {
  return toIso(now + day * DAY_MS, JAPAN).slice(0, 10);
}

function journalOf(events: readonly Record<string, unknown>[]): readonly string[] {
  const lines: string[] = [];
  for (const event of events) lines.push(line(lines, event));
  return lines;
}
