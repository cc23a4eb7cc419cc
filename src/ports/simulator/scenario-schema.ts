import * as z from 'zod';
import { checkIds, componentIds, downloadOutcomes } from '../../domain/facts.ts';
import { InputError } from '../../domain/fault.ts';
import { rowsIn, whoseFieldsFit, type Problem, type Reads } from '../../domain/fitting.ts';
import { parseInput } from '../../domain/input-error.ts';
import { componentNames } from '../../domain/names.ja.ts';
import { errorCode } from '../../domain/system-error.ts';
import { fileFaults } from '../node/file-faults.ts';
import { simulatorTexts } from './simulator.ja.ts';

/** What can go wrong with a simulated program or check, whatever it would have answered. */
const faultKinds = ['hang', 'crash', 'deny', 'garbage'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The programs that `faults` can break for every asker. */
const faultyPrograms = ['system', 'tool', 'shutdown', 'registry', 'tasks', 'power'] as const;

const faultKeys = [
  ...checkIds.map((id) => `probe:${id}` as const),
  ...faultyPrograms.map((program) => `command:${program}` as const),
];

/** What a terminal has, or has not where it is null. */
function thing<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape).nullable();
}

/**
 * `scenario.json`: a simulated terminal as it is when it starts. Only `formatVersion` is required; the rest makes a
 * healthy terminal with an old face library. An object that is given keeps the defaults of the fields it leaves out;
 * lists and tables (`versionInfo`, `network.resolves`, `fileTimes`, `faults`) replace theirs;
 * null means that the terminal does not have it. Made when a scenario is read.
 */
export const scenarioSchema = z.lazy(() => {
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

  const component = z.strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, simulatorTexts.idExpected),
    /** What its row of the delivery record says, in which these signs divide the cells. */
    name: z.string().regex(/^[^\s,:"](?:[^\t\r\n,:"]*[^\s,:"])?$/, simulatorTexts.nameExpected),
    /** null: it has no Version.info. */
    versionInfo: terminalPath.nullable(),
  });

  const shutdownTry = z.strictObject({ exitCode: z.int().min(0).max(0xffff_ffff).default(0) });

  const fields = z.strictObject({
    $schema: z.string().optional(),
    formatVersion: z.literal(1),
    title: z.string().default(''),
    now: time.optional(),
    bootedAt: time.nullable().optional(),
    lastBootKind: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']).nullable().default('full'),
    /** What no clock moves; what is null cannot be read. Absent: the uptime is `now` - `bootedAt`. */
    boot: thing({
      uptimeSeconds: z.number().min(0).nullable().optional(),
      /** Each simulated full boot adds 1. */
      record: z.int().positive().nullable().default(1),
    }).prefault({}),
    terminal: thing({
      name: text.nullable().default('CLINIC-ONS01'),
      os: text.nullable().default('Windows 10 IoT Enterprise LTSC 2021'),
    }).prefault({}),
    session: thing({
      remote: z.boolean().nullable().default(false),
      locked: z.boolean().nullable().default(false),
      elevated: z.boolean().nullable().default(true),
      user: text.nullable().default('OQSComApp'),
      /** Whose desktop it is, where the console was started as another user. */
      desktopUser: text.optional(),
    }).prefault({}),
    /** Components beside the four; `versionInfo` and `delivery.versions` may name them too. */
    components: z.array(component).default([]),
    versionInfo: z
      .record(z.string(), text.nullable())
      .nullable()
      .default({ 'distribution-app': '2.1.0', 'link-app': '4.0.2', 'face-library': '5.0.3' }),
    deliveryRecord: thing({ path: terminalPath.nullable().optional() }).optional(),
    fileTimes: z.record(terminalPath, time).nullable().default({}),
    /** Files and folders that belong to somebody else than the user and the administrators, with the owner's name. */
    owners: z.record(terminalPath, text).optional(),
    pendingRestart: thing({
      componentServicing: z.boolean().nullable().default(false),
      windowsUpdate: z.boolean().nullable().default(false),
      fileRenames: z.array(z.string()).nullable().default([]),
    }).prefault({}),
    power: thing({
      sleepMinutesOnAc: z.int().min(0).max(71_582_788).nullable().default(0),
      fastStartup: z.boolean().nullable().default(false),
    }).prefault({}),
    tasks: z
      .array(task)
      .nullable()
      .prefault([{ name: 'OQS_exec_distroappstart' }, { name: 'OQS_exec_comappdelfile_running' }]),
    network: thing({
      resolves: z.record(text, z.boolean()).nullable().default({}),
      proxyReachable: z.boolean().default(true),
    }).prefault({}),
    disk: thing({ freeBytes: z.int().min(0).nullable().default(40_000_000_000) }).prefault({}),
    reader: thing({
      registered: z.boolean().default(true),
      connected: z.boolean().nullable().default(true),
    }).prefault({}),
    delivery: thing({
      versions: z
        .object({
          'distribution-app': text.nullable().default(null),
          'link-app': text.nullable().default(null),
          'face-library': text.nullable().default('5.1.0'),
          'reader-app': text.nullable().default(null),
        })
        .catchall(text.nullable())
        .nullable()
        .prefault({}),
      staged: z.boolean().default(false),
      overnight: z.boolean().default(true),
    }).prefault({}),
    tool: thing({
      installed: z.boolean().default(true),
      downloadNow: z
        .array(downloadTry)
        .min(1)
        .prefault([{ outcome: 'restart-required' }]),
    }).prefault({}),
    shutdown: z.array(shutdownTry).min(1).nullable().prefault([{}]),
    faults: z.partialRecord(z.enum(faultKeys), z.enum(faultKinds)).nullable().default({}),
  });
  return whoseFieldsFit(fields, componentProblems);
});

interface Named {
  readonly components: readonly { readonly id: string; readonly name: string }[];
  readonly versionInfo: object | null;
  readonly delivery: { readonly versions: object | null } | null;
}

/** Components that stand there twice, and versions of none. */
function componentProblems({ components, versionInfo, delivery }: Named, reads: Reads): readonly Problem[] {
  const rows = rowsIn(components, ['components'], reads);
  const twice = (key: 'id' | 'name', taken: readonly string[]): readonly Problem[] => {
    const readable = rows.filter(([index]) => reads('components', index, key));
    return readable.flatMap(([index, { [key]: value }], at) =>
      [...taken, ...readable.slice(0, at).map(([, each]) => each[key])].includes(value)
        ? [{ path: ['components', index, key], message: simulatorTexts.twice(value) }]
        : [],
    );
  };
  // Where it is not clear which components there are, a version may be that of one of them.
  const isClear = reads('components') && components.every((_, index) => reads('components', index, 'id'));
  const known: string[] = [...componentIds, ...rows.map(([, { id }]) => id)];
  const unknown = (path: readonly string[], versions: object | null | undefined): readonly Problem[] =>
    Object.keys(isClear && reads(...path) ? (versions ?? {}) : {})
      .filter((id) => !known.includes(id))
      .map((id) => ({ path: [...path, id], message: simulatorTexts.unknownComponent(id, known) }));
  return [
    ...twice('id', componentIds),
    ...twice('name', Object.values(componentNames)),
    ...unknown(['versionInfo'], versionInfo),
    ...unknown(['delivery', 'versions'], delivery?.versions),
  ];
}

/** A scenario with its defaults filled in, except those that hang on the time. */
export type Scenario = z.output<typeof scenarioSchema>;
export type DownloadTry = NonNullable<Scenario['tool']>['downloadNow'][number];

/** Reads the text of a `scenario.json`. Throws InputError that names the file and the field. */
export function parseScenario(content: string, file: string): Scenario {
  const input = { code: 'bad-scenario', file, remedy: simulatorTexts.mendScenario };
  // What a terminal says is cleaned where it comes in, as on a real one.
  return parseInput(scenarioSchema, content, input, null);
}

/** What is wrong with a scenario beside its fields. `where` is the file, or a place in it. */
export function badScenario(where: string, message: string): InputError {
  return new InputError({ code: 'bad-scenario', message, where, remedy: simulatorTexts.mendScenario });
}

export function unreadableScenario(where: string, error: unknown): InputError {
  const { headline, tryNext } = fileFaults.ofCode(where, errorCode(error));
  return new InputError({ code: 'bad-scenario', message: headline, where, remedy: tryNext });
}
