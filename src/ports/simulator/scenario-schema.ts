import { z } from 'zod';
import { checkIds, componentIds, downloadOutcomes } from '../../domain/facts.ts';
import { parseInput } from '../../domain/input-error.ts';
import { simulatorTexts } from './simulator.ja.ts';

/** What can go wrong with a simulated program or check, whatever it would have answered. */
const faultKinds = ['hang', 'crash', 'deny', 'garbage'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The programs that `faults` can break for every asker. */
const faultyPrograms = ['tool', 'shutdown', 'registry', 'tasks', 'power'] as const;

const faultKeys = [
  ...checkIds.map((id) => `probe:${id}` as const),
  ...faultyPrograms.map((program) => `command:${program}` as const),
];
export type FaultKey = (typeof faultKeys)[number];

const time = z.iso.datetime({ offset: true, error: simulatorTexts.timeExpected });
const text = z.string().min(1);
const terminalPath = z.string().regex(/^[A-Za-z]:[\\/]./, simulatorTexts.pathExpected);

const task = z.strictObject({
  name: text,
  enabled: z.boolean().default(true),
  /** Absent: 5 minutes before `now`. null: it never ran. */
  lastRunAt: time.nullable().optional(),
  /** As Windows counts it: 0 is success, 267009 runs, 267011 never ran. */
  lastResult: z.int().default(0),
});

const downloadTry = z.strictObject({
  outcome: z.enum(downloadOutcomes),
  seconds: z.number().min(0).max(3600).default(4),
  /** What the tool says at the end. Absent: an evidently simulated text. */
  message: z.string().optional(),
});

const shutdownTry = z.strictObject({ exitCode: z.int().min(0).max(0xffff_ffff).default(0) });

/**
 * `scenario.json`: a simulated terminal as it is when it starts. Only `formatVersion` is required; the rest makes a
 * healthy terminal with an old face library. An object that is given keeps the defaults of the fields it leaves out;
 * lists and tables (`versionInfo`, `network.resolves`, `fileTimes`, `faults`) replace theirs;
 * null means that the terminal does not have it.
 */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  formatVersion: z.literal(1),
  title: z.string().default(''),
  now: time.optional(),
  bootedAt: time.nullable().optional(),
  lastBootKind: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']).nullable().default('full'),
  /** What no clock moves; what is null cannot be read. Absent: the uptime is `now` - `bootedAt`. */
  boot: z
    .strictObject({
      uptimeSeconds: z.number().min(0).nullable().optional(),
      /** Each simulated full boot adds 1. */
      record: z.int().positive().nullable().default(1),
    })
    .nullable()
    .prefault({}),
  terminal: z
    .strictObject({
      name: text.nullable().default('CLINIC-ONS01'),
      os: text.nullable().default('Windows 10 IoT Enterprise LTSC 2021'),
    })
    .nullable()
    .prefault({}),
  session: z
    .strictObject({
      remote: z.boolean().nullable().default(false),
      locked: z.boolean().nullable().default(false),
      elevated: z.boolean().nullable().default(true),
      user: text.nullable().default('OQSComApp'),
    })
    .nullable()
    .prefault({}),
  versionInfo: z
    .partialRecord(z.enum(componentIds), text.nullable())
    .nullable()
    .default({ 'distribution-app': '2.1.0', 'link-app': '4.0.2', 'face-library': '5.0.3' }),
  deliveryRecord: z.strictObject({ path: terminalPath.nullable().optional() }).nullable().optional(),
  fileTimes: z.record(terminalPath, time).nullable().default({}),
  pendingRestart: z
    .strictObject({
      componentServicing: z.boolean().nullable().default(false),
      windowsUpdate: z.boolean().nullable().default(false),
      fileRenames: z.array(z.string()).nullable().default([]),
    })
    .nullable()
    .prefault({}),
  power: z
    .strictObject({
      sleepMinutesOnAc: z.int().min(0).max(71_582_788).nullable().default(0),
      fastStartup: z.boolean().nullable().default(false),
    })
    .nullable()
    .prefault({}),
  tasks: z
    .array(task)
    .nullable()
    .prefault([{ name: 'OQS_exec_distroappstart' }, { name: 'OQS_exec_comappdelfile_running' }]),
  network: z
    .strictObject({
      resolves: z.record(text, z.boolean()).nullable().default({}),
      proxyReachable: z.boolean().default(true),
    })
    .nullable()
    .prefault({}),
  disk: z
    .strictObject({ freeBytes: z.int().min(0).nullable().default(40_000_000_000) })
    .nullable()
    .prefault({}),
  reader: z
    .strictObject({
      registered: z.boolean().default(true),
      connected: z.boolean().nullable().default(true),
    })
    .nullable()
    .prefault({}),
  delivery: z
    .strictObject({
      versions: z
        .strictObject({
          'distribution-app': text.nullable().default(null),
          'link-app': text.nullable().default(null),
          'face-library': text.nullable().default('5.1.0'),
          'reader-app': text.nullable().default(null),
        })
        .nullable()
        .prefault({}),
      staged: z.boolean().default(false),
      overnight: z.boolean().default(true),
    })
    .nullable()
    .prefault({}),
  tool: z
    .strictObject({
      installed: z.boolean().default(true),
      downloadNow: z
        .array(downloadTry)
        .min(1)
        .prefault([{ outcome: 'restart-required' }]),
    })
    .nullable()
    .prefault({}),
  shutdown: z.array(shutdownTry).min(1).nullable().prefault([{}]),
  faults: z.partialRecord(z.enum(faultKeys), z.enum(faultKinds)).nullable().default({}),
});

/** A scenario with its defaults filled in, except those that hang on the time. */
export type Scenario = z.output<typeof scenarioSchema>;
export type DownloadTry = z.output<typeof downloadTry>;

/** Reads the text of a `scenario.json`. Throws InputError that names the file and the field. */
export function parseScenario(content: string, file: string): Scenario {
  const input = { code: 'bad-scenario', file, remedy: simulatorTexts.mendScenario };
  return parseInput(scenarioSchema, content, input);
}
