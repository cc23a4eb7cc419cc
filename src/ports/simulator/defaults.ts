import type { BootKind, ComponentId, SessionFacts } from '../../domain/facts.ts';
import { MINUTE, offsetOf, SECOND, type Instant } from '../../domain/time.ts';
import type { DownloadTry, FaultKey, FaultKind, Scenario } from './scenario-schema.ts';

/** Where the simulated terminal keeps its delivery record: evidently simulated, for nobody knows the real place. */
export const DEFAULT_RECORD_PATH = 'C:\\ProgramData\\OQS-Simulated\\delivery-record.csv';

/** Where the components' Version.info stand. The reader maker's own place is not public. */
export const VERSION_INFO_PATHS: Readonly<Record<ComponentId, string>> = {
  'distribution-app': 'C:\\Program Files\\OQS\\OQSDistroApp\\Version.info',
  'link-app': 'C:\\Program Files\\OQS\\OQSComApp\\Version.info',
  'face-library': 'C:\\Program Files\\OQS-Auth\\Version.info',
  'reader-app': 'C:\\Program Files\\OQS-Simulated\\ReaderApp\\Version.info',
};

/** The task that fetches what is delivered. */
export const DELIVERY_TASK = 'OQS_exec_distroappstart';

const JAPAN_OFFSET = 540;

/** A scheduled task of the simulated terminal. */
export interface SimulatedTask {
  readonly name: string;
  readonly enabled: boolean;
  readonly lastRunAt: Instant | null;
  readonly lastResult: number;
}

export type Versions = Readonly<Partial<Record<ComponentId, string>>>;

/** A simulated terminal in full: every default filled in, every time an instant, null for what it does not have. */
export interface TerminalSpec {
  readonly title: string;
  /** The clock at the start; `followsRealClock` where the scenario names no time. */
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly followsRealClock: boolean;
  readonly bootedAt: Instant | null;
  readonly lastBootKind: BootKind;
  /** At the start: the seconds since the last full boot, and its record in the event log. null: cannot be read. */
  readonly boot: { readonly uptimeSeconds: number | null; readonly record: number | null };
  readonly terminal: { readonly name: string | null; readonly os: string | null };
  readonly session: SessionFacts | null;
  readonly versionInfo: Versions;
  readonly record: RecordSpec;
  readonly fileTimes: Readonly<Record<string, Instant>>;
  readonly pendingRestart: {
    readonly componentServicing: boolean | null;
    readonly windowsUpdate: boolean | null;
    readonly fileRenames: readonly string[];
  };
  readonly power: { readonly sleepMinutesOnAc: number | null; readonly fastStartup: boolean | null };
  readonly tasks: readonly SimulatedTask[];
  /** null: no network at all, no name resolves. */
  readonly network: {
    readonly resolves: Readonly<Record<string, boolean>>;
    readonly proxyReachable: boolean;
  } | null;
  readonly freeBytes: number | null;
  /** null: no reader software, and so no ReaderInfo.ini. */
  readonly reader: { readonly registered: boolean; readonly connected: boolean | null } | null;
  readonly delivery: { readonly versions: Versions; readonly staged: boolean; readonly overnight: boolean };
  readonly tool: { readonly installed: boolean; readonly downloadNow: readonly DownloadTry[] };
  /** Empty: the terminal refuses every restart. */
  readonly shutdown: readonly { readonly exitCode: number }[];
  readonly faults: Readonly<Partial<Record<FaultKey, FaultKind>>>;
}

/** The delivery record: where it is, whether the simulator writes it, and whether the console is told. */
interface RecordSpec {
  readonly path: string | null;
  readonly written: boolean;
  readonly told: boolean;
}

/**
 * Fills in what hangs on the time: `bootedAt` is 8 minutes before `now`, tasks last ran 5 minutes before it. The zone is
 * that of `now`; without `now` it is `realNow` in Japan.
 */
export function specOf(scenario: Scenario, realNow: Instant): TerminalSpec {
  const now = scenario.now === undefined ? wholeSeconds(realNow) : Date.parse(scenario.now);
  const session = scenario.session;
  const bootedAt = instantOr(scenario.bootedAt, now - 8 * MINUTE);
  return {
    title: scenario.title,
    now,
    offsetMinutes: scenario.now === undefined ? JAPAN_OFFSET : (offsetOf(scenario.now) ?? JAPAN_OFFSET),
    followsRealClock: scenario.now === undefined,
    bootedAt,
    lastBootKind: scenario.lastBootKind ?? 'unknown',
    boot: bootOf(scenario.boot, bootedAt === null ? null : (now - bootedAt) / SECOND),
    terminal: scenario.terminal ?? { name: null, os: null },
    session,
    versionInfo: presentOnly(scenario.versionInfo),
    record: recordSpecOf(scenario.deliveryRecord),
    fileTimes: Object.fromEntries(
      Object.entries(scenario.fileTimes ?? {}).map(([path, time]) => [path, Date.parse(time)]),
    ),
    pendingRestart: {
      componentServicing: scenario.pendingRestart?.componentServicing ?? null,
      windowsUpdate: scenario.pendingRestart?.windowsUpdate ?? null,
      fileRenames: scenario.pendingRestart?.fileRenames ?? [],
    },
    power: scenario.power ?? { sleepMinutesOnAc: null, fastStartup: null },
    tasks: (scenario.tasks ?? []).map((task) => ({
      name: task.name,
      enabled: task.enabled,
      lastRunAt: instantOr(task.lastRunAt, now - 5 * MINUTE),
      lastResult: task.lastResult,
    })),
    network: scenario.network
      ? {
          resolves: scenario.network.resolves ?? {},
          proxyReachable: scenario.network.proxyReachable,
        }
      : null,
    freeBytes: scenario.disk?.freeBytes ?? null,
    reader: scenario.reader,
    delivery: {
      versions: presentOnly(scenario.delivery?.versions ?? null),
      staged: scenario.delivery?.staged ?? false,
      overnight: scenario.delivery?.overnight ?? false,
    },
    tool: scenario.tool ?? { installed: false, downloadNow: [{ outcome: 'window-missing', seconds: 0 }] },
    shutdown: scenario.shutdown ?? [],
    faults: scenario.faults ?? {},
  };
}

/** The time that files carry which were there before the scenario begins: 30 days before the last full boot. */
export function oldFileTime(spec: TerminalSpec): Instant {
  return (spec.bootedAt ?? spec.now) - 30 * 24 * 60 * MINUTE;
}

function bootOf(boot: Scenario['boot'], sinceBoot: number | null): TerminalSpec['boot'] {
  if (boot === null) return { uptimeSeconds: null, record: null };
  const { uptimeSeconds = sinceBoot, record } = boot;
  return { uptimeSeconds, record };
}

function recordSpecOf(record: Scenario['deliveryRecord']): RecordSpec {
  if (record === null) return { path: null, written: false, told: false };
  const path = record?.path;
  if (path === undefined) return { path: DEFAULT_RECORD_PATH, written: true, told: true };
  if (path === null) return { path: DEFAULT_RECORD_PATH, written: true, told: false };
  return { path, written: false, told: true };
}

function instantOr(time: string | null | undefined, fallback: Instant): Instant | null {
  if (time === undefined) return fallback;
  return time === null ? null : Date.parse(time);
}

function presentOnly(versions: Readonly<Partial<Record<ComponentId, string | null>>> | null): Versions {
  const present: Partial<Record<ComponentId, string>> = {};
  for (const id of ['distribution-app', 'link-app', 'face-library', 'reader-app'] as const) {
    const version = versions?.[id];
    if (version !== undefined && version !== null) present[id] = version;
  }
  return present;
}

function wholeSeconds(at: Instant): Instant {
  return Math.floor(at / SECOND) * SECOND;
}
