import { componentIds, type ComponentId, type KnownComponentId } from '../../domain/facts.ts';
import { componentNames } from '../../domain/names.ja.ts';
import { DAY, MINUTE, offsetOf, SECOND, type Instant } from '../../domain/time.ts';
import type { DownloadTry, Scenario } from './scenario-schema.ts';

/** Where the simulated terminal keeps its delivery record: evidently simulated, for nobody knows the real place. */
export const DEFAULT_RECORD_PATH = 'C:\\ProgramData\\OQS-Simulated\\delivery-record.csv';

/** Where the four components' Version.info stand. The reader maker's own place is not public. */
export const VERSION_INFO_PATHS: Readonly<Record<KnownComponentId, string>> = {
  'distribution-app': 'C:\\Program Files\\OQS\\OQSDistroApp\\Version.info',
  'link-app': 'C:\\Program Files\\OQS\\OQSComApp\\Version.info',
  'face-library': 'C:\\Program Files\\OQS-Auth\\Version.info',
  'reader-app': 'C:\\Program Files\\OQS-Simulated\\ReaderApp\\Version.info',
};

/** The task that fetches what is delivered. */
export const DELIVERY_TASK = 'OQS_exec_distroappstart';

const JAPAN_OFFSET = 540;

/** A press where there is no tool. */
export const NO_WINDOW: DownloadTry = { outcome: 'window-missing', seconds: 0 };

export type Versions = Readonly<Partial<Record<ComponentId, string>>>;

/** A component that a terminal may have. */
export interface SimulatedComponent {
  readonly id: ComponentId;
  /** What its row of the delivery record says. */
  readonly name: string;
  /** Where its Version.info stands; null: it has none. */
  readonly versionInfo: string | null;
}

/** A simulated terminal in full: every default filled in, every time an instant, null for what it does not have. */
export type TerminalSpec = ReturnType<typeof specOf>;
export type SimulatedTask = TerminalSpec['tasks'][number];

/**
 * Fills in what hangs on the time: `bootedAt` is 8 minutes before `now`, tasks last ran 5 minutes before it. The zone
 * is that of `now`; without `now` it is `realNow` in Japan.
 */
export function specOf(scenario: Scenario, realNow: Instant) {
  const now = scenario.now === undefined ? wholeSeconds(realNow) : Date.parse(scenario.now);
  const { network, delivery, pendingRestart } = scenario;
  const bootedAt = instantOr(scenario.bootedAt, now - 8 * MINUTE);
  const sinceBoot = bootedAt === null ? null : (now - bootedAt) / SECOND;
  const { uptimeSeconds = sinceBoot, record } = scenario.boot ?? { uptimeSeconds: null, record: null };
  return {
    title: scenario.title,
    /** The clock at the start; `followsRealClock` where the scenario names no time. */
    now,
    offsetMinutes: (scenario.now === undefined ? null : offsetOf(scenario.now)) ?? JAPAN_OFFSET,
    followsRealClock: scenario.now === undefined,
    bootedAt,
    lastBootKind: scenario.lastBootKind ?? ('unknown' as const),
    /** At the start: the seconds since the last full boot, and its record in the event log. null: cannot be read. */
    boot: { uptimeSeconds, record },
    terminal: scenario.terminal ?? { name: null, os: null },
    session: scenario.session,
    ...ownComponentsOf(scenario),
    ...ownersOf(scenario),
    versionInfo: presentOnly(scenario.versionInfo, scenario),
    record: deliveryRecordOf(scenario.deliveryRecord),
    fileTimes: Object.fromEntries(
      Object.entries(scenario.fileTimes ?? {}).map(([path, time]) => [path, Date.parse(time)]),
    ),
    pendingRestart: {
      ...(pendingRestart ?? { componentServicing: null, windowsUpdate: null }),
      fileRenames: pendingRestart?.fileRenames ?? [],
    },
    power: scenario.power ?? { sleepMinutesOnAc: null, fastStartup: null },
    tasks: (scenario.tasks ?? []).map((task) => ({
      ...task,
      lastRunAt: instantOr(task.lastRunAt, now - 5 * MINUTE),
    })),
    /** null: no network at all, no name resolves. */
    network: network && { ...network, resolves: network.resolves ?? {} },
    freeBytes: scenario.disk?.freeBytes ?? null,
    /** null: no reader software, and so no ReaderInfo.ini. */
    reader: scenario.reader,
    delivery: {
      versions: presentOnly(delivery?.versions ?? null, scenario),
      staged: delivery?.staged ?? false,
      overnight: delivery?.overnight ?? false,
    },
    tool: scenario.tool ?? { installed: false, downloadNow: [NO_WINDOW] },
    /** Empty: the terminal refuses every restart. */
    shutdown: scenario.shutdown ?? [],
    faults: scenario.faults ?? {},
  };
}

/** The four components, and the scenario's own. */
export function componentsOf({ ownComponents = [] }: TerminalSpec): readonly SimulatedComponent[] {
  const four = componentIds.map((id) => ({ id, name: componentNames[id], versionInfo: VERSION_INFO_PATHS[id] }));
  return [...four, ...ownComponents];
}

/**
 * The scenario's own components. Only where there are some: a terminal that was prepared before there could be any has
 * no such field.
 */
function ownComponentsOf({ components }: Scenario): { readonly ownComponents?: readonly SimulatedComponent[] } {
  return components.length > 0 ? { ownComponents: components } : {};
}

/** Absent where the scenario names none, as for terminals that were prepared before it could. */
function ownersOf({ owners }: Scenario): { readonly owners?: Readonly<Record<string, string>> } {
  return owners === undefined ? {} : { owners };
}

/** The time that files carry which were there before the scenario begins: 30 days before the last full boot. */
export function oldFileTime({ bootedAt, now }: TerminalSpec): Instant {
  return (bootedAt ?? now) - 30 * DAY;
}

export function wholeSeconds(at: Instant): Instant {
  return Math.floor(at / SECOND) * SECOND;
}

/** The delivery record: where it is, whether the simulator writes it, and whether the console is told. */
function deliveryRecordOf(record: Scenario['deliveryRecord']) {
  if (record === null) return { path: null, written: false, told: false };
  const path = record?.path;
  if (typeof path === 'string') return { path, written: false, told: true };
  return { path: DEFAULT_RECORD_PATH, written: true, told: path === undefined };
}

function instantOr(time: string | null | undefined, fallback: Instant): Instant | null {
  if (time === undefined) return fallback;
  return time === null ? null : Date.parse(time);
}

function presentOnly(
  versions: Readonly<Record<ComponentId, string | null>> | null,
  { components }: Scenario,
): Versions {
  const ids = [...componentIds, ...components.map(({ id }) => id)];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const version = versions?.[id] ?? null;
      return version === null ? [] : [[id, version]];
    }),
  );
}
