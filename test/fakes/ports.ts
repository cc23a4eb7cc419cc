import type { CheckId } from '../../src/domain/facts.ts';
import { failed, ok, type Fault, type Result } from '../../src/domain/fault.ts';
import type { ClockReading, Instant } from '../../src/domain/time.ts';
import type { FileContent, MachineReport, PendingRestart, Ports, TaskState } from '../../src/ports/ports.ts';
import { wayIds, type Tried } from '../../src/domain/ways.ts';
import type { RestartAnswer, ToolEvent } from '../../src/domain/outcomes.ts';

/** A terminal as plain values. What the ports answer is read from it, nothing else. */
export interface FakeTerminal {
  readonly clock: ClockReading;
  /** By path; text is UTF-8. */
  readonly files: Readonly<Record<string, { readonly content: string | Uint8Array; readonly modifiedAt: Instant }>>;
  readonly report: MachineReport;
  readonly freeBytes: number | null;
  readonly pendingRestart: PendingRestart;
  readonly powerSettings: { readonly sleepMinutesOnAc: number | null; readonly fastStartup: boolean | null };
  /** By name; a task not listed is not there. */
  readonly tasks: Readonly<Record<string, TaskState>>;
  /** Hosts without an address; any other has one. */
  readonly unresolved: readonly string[];
  /** `host:port` where nothing answers. */
  readonly silent: readonly string[];
  readonly tool: {
    readonly installed: boolean;
    readonly canOpen: boolean | null;
    readonly recordPath: string | null;
    readonly events: readonly ToolEvent[];
  };
  readonly restart: {
    readonly answer: RestartAnswer;
    readonly exitCode: number;
    readonly comesBack: boolean;
  };
  readonly cancelRestart: { readonly answer: RestartAnswer; readonly exitCode: number };
  /** Whether the program's own files can be read. */
  readonly programThere: boolean;
  /** What the selftest learns; a way not listed does not answer. */
  readonly ways: readonly Tried[];
}

/** The calls that can be made to misbehave. */
export type PortCall =
  | 'files.read'
  | 'files.stat'
  | 'clock.read'
  | 'machine.freeBytes'
  | 'machine.report'
  | 'machine.pendingRestart'
  | 'machine.powerSettings'
  | 'tasks.find'
  | 'network.resolves'
  | 'network.answers'
  | 'tool.locate'
  | 'tool.open'
  | 'tool.showRecord'
  | 'power.restart'
  | 'power.cancelRestart'
  | 'clipboard.copy'
  | 'documents.open'
  | 'dataFolder.read'
  | 'dataFolder.replace'
  | 'dataFolder.saveNew'
  | 'dataFolder.tryWriting'
  | 'ways.tryAll';

/**
 * `hang`: no answer until its signal is aborted. `deaf`: no answer, ever. A fault: that fault. An Error is thrown, as a
 * bug would be.
 */
export type Trouble = 'hang' | 'deaf' | Fault | Error;
export type Troubles = Partial<Record<PortCall, Trouble>>;

export interface FakeOptions {
  readonly terminal?: Partial<FakeTerminal>;
  readonly troubles?: Troubles;
  /** What misbehaves only for one check. */
  readonly forChecks?: Partial<Record<CheckId, Troubles>>;
}

/** 2026-01-20 08:10 in Japan, a Tuesday: the morning after the first night. */
export const fakeNow = Date.parse('2026-01-20T08:10:00+09:00');
/** Since the last full boot, in seconds. */
export const fakeUptime = 480;

/** A healthy terminal, without a single Version.info. */
export const healthyTerminal: FakeTerminal = {
  clock: { now: fakeNow, offsetMinutes: 540 },
  files: {
    'C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini': {
      content: '[READER-1]\r\ndeviceId=F0000000001\r\n',
      modifiedAt: Date.parse('2025-12-01T09:00:00+09:00'),
    },
  },
  report: {
    name: 'CLINIC-ONS01',
    os: 'Windows 10 IoT Enterprise LTSC 2021',
    bootedAt: Date.parse('2026-01-20T08:02:00+09:00'),
    lastBootKind: 'full',
    record: 1,
    session: { remote: false, locked: false, elevated: true, user: 'OQSComApp' },
    readerConnected: true,
  },
  freeBytes: 40_000_000_000,
  pendingRestart: { componentServicing: false, windowsUpdate: false, fileRenames: [] },
  powerSettings: { sleepMinutesOnAc: 0, fastStartup: false },
  tasks: {
    OQS_exec_distroappstart: {
      found: true,
      enabled: true,
      lastRunAt: Date.parse('2026-01-20T08:05:00+09:00'),
      neverRan: false,
      lastResult: 0,
    },
  },
  unresolved: [],
  silent: [],
  tool: { installed: true, canOpen: true, recordPath: null, events: [] },
  restart: { answer: 'accepted', exitCode: 0, comesBack: true },
  cancelRestart: { answer: 'accepted', exitCode: 0 },
  programThere: true,
  ways: wayIds.map((id) => ({ id, end: { type: 'works' }, facts: {}, durationMs: 1 })),
};

/** Ports onto a terminal of plain values. */
export function fakePorts(options: FakeOptions = {}): Ports {
  const terminal = { ...healthyTerminal, ...options.terminal };
  return portsWith(terminal, options.troubles ?? {}, options.forChecks ?? {});
}

export function fakeFault(code: Fault['code'] = 'denied', headline = `${code} で読めません`): Fault {
  return { code, headline, tryNext: '管理者に聞いてください。', guideId: null };
}

function portsWith(
  terminal: FakeTerminal,
  troubles: Troubles,
  forChecks: NonNullable<FakeOptions['forChecks']>,
): Ports {
  const ask = <T>(call: PortCall, signal: AbortSignal, answer: () => Result<T>): Promise<Result<T>> =>
    answerWith(troubles[call], signal, answer);
  return {
    files: {
      read: (path, { maxBytes, signal }) => ask('files.read', signal, () => readFile(terminal, path, maxBytes)),
      stat: (path, signal) =>
        ask('files.stat', signal, () => {
          const file = readFile(terminal, path, Infinity);
          return file.ok ? ok({ modifiedAt: file.value.modifiedAt }) : file;
        }),
      watch: () => () => undefined,
    },
    commands: {
      run: () => Promise.resolve(failed(fakeFault('absent'))),
      async *follow() {
        yield await Promise.resolve({ type: 'fault', fault: fakeFault('absent') } as const);
      },
      recent: () => [],
    },
    clock: {
      now: () => terminal.clock.now,
      uptimeSeconds: () => fakeUptime,
      read: (signal) => ask('clock.read', signal, () => ok(terminal.clock)),
    },
    machine: {
      freeBytes: (signal) => ask('machine.freeBytes', signal, () => ok(terminal.freeBytes)),
      report: (signal) => ask('machine.report', signal, () => ok(terminal.report)),
      pendingRestart: (signal) => ask('machine.pendingRestart', signal, () => ok(terminal.pendingRestart)),
      powerSettings: (signal) => ask('machine.powerSettings', signal, () => ok(terminal.powerSettings)),
    },
    tasks: {
      find: (name, signal) => ask('tasks.find', signal, () => ok(terminal.tasks[name] ?? { found: false })),
    },
    network: {
      resolves: (host, signal) => ask('network.resolves', signal, () => ok(!terminal.unresolved.includes(host))),
      answers: (host, port, signal) =>
        ask('network.answers', signal, () => ok(!terminal.silent.includes(`${host}:${String(port)}`))),
    },
    tool: {
      locate: (signal) =>
        ask('tool.locate', signal, () => ok({ installed: terminal.tool.installed, canOpen: terminal.tool.canOpen })),
      open: (signal) => ask('tool.open', signal, () => ok(null)),
      async *pressDownloadNow() {
        yield* await Promise.resolve(terminal.tool.events);
      },
      showRecord: (signal) => ask('tool.showRecord', signal, () => ok({ path: terminal.tool.recordPath })),
    },
    power: {
      restart: (_options, signal) => ask('power.restart', signal, () => ok(terminal.restart)),
      cancelRestart: (signal) => ask('power.cancelRestart', signal, () => ok(terminal.cancelRestart)),
    },
    clipboard: { copy: (_text, signal) => ask('clipboard.copy', signal, () => ok(null)) },
    documents: { open: (_path, signal) => ask('documents.open', signal, () => ok(null)) },
    journal: {
      path: 'C:\\ProgramData\\oqs-console\\journal.jsonl',
      read: () => Promise.resolve(ok({ journal: null, head: null })),
      append: (bytes) => Promise.resolve(ok(bytes)),
      replaceHead: () => Promise.resolve(ok(null)),
      acquireLock: () => Promise.resolve(ok({ held: true })),
      holdLock: () => Promise.resolve(ok({ held: true })),
      releaseLock: () => Promise.resolve(),
      lockToken: () => null,
      livingLock: () => Promise.resolve(null),
      stamp: () => Promise.resolve(null),
    },
    dataFolder: {
      path: 'C:\\ProgramData\\oqs-console',
      read: (name, signal) =>
        ask('dataFolder.read', signal, () => {
          const path = `C:\\ProgramData\\oqs-console\\${name}`;
          const file = readFile(terminal, path, Infinity);
          return file.ok ? ok({ path, bytes: file.value.bytes, doubt: null }) : file;
        }),
      agree: () => Promise.resolve(ok(null)),
      places: [{ id: 'data', path: 'C:\\ProgramData\\oqs-console\\exports' }],
      saveNew: (place, name, _bytes, signal) =>
        ask('dataFolder.saveNew', signal, () => ok({ path: `${place.path}\\${name}` })),
      replace: (name, _bytes, signal) =>
        ask('dataFolder.replace', signal, () => ok({ path: `C:\\ProgramData\\oqs-console\\${name}` })),
      tryWriting: (signal) => ask('dataFolder.tryWriting', signal, () => ok({ isThere: true })),
    },
    program: { areThere: async () => terminal.programThere },
    ways: {
      names: () => [terminal.report.name, terminal.report.session?.user ?? null].filter((name) => name !== null),
      async tryAll({ signal }, onTried) {
        await ask('ways.tryAll', signal, () => ok(null));
        for (const tried of terminal.ways) if (!signal.aborted) onTried(tried);
      },
    },
    forCheck: (check) => portsWith(terminal, { ...troubles, ...forChecks[check] }, forChecks),
  };
}

function answerWith<T>(trouble: Trouble | undefined, signal: AbortSignal, answer: () => Result<T>): Promise<Result<T>> {
  const cancelled = failed(fakeFault('cancelled'));
  if (trouble instanceof Error) return Promise.reject(trouble);
  if (trouble === 'deaf') return new Promise(() => undefined);
  if (signal.aborted) return Promise.resolve(cancelled);
  if (trouble === undefined) return Promise.resolve(answer());
  if (trouble !== 'hang') return Promise.resolve(failed(trouble));
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(cancelled), { once: true });
  });
}

function readFile(terminal: FakeTerminal, path: string, maxBytes: number): Result<FileContent> {
  const file = terminal.files[path];
  if (!file) return failed(fakeFault('absent', `${path} がありません`));
  const bytes = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content;
  if (bytes.length > maxBytes)
    return failed(fakeFault('too-large', `${path} は ${String(bytes.length)} バイトあります`));
  return ok({ bytes, modifiedAt: file.modifiedAt });
}
