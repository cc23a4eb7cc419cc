import { failed, ok, type Fault, type Result } from '../../src/domain/fault.ts';
import { fileFaults, storeFault } from '../../src/ports/node/file-faults.ts';
import { commandFaults } from '../../src/ports/command-faults.ts';
import type { FileContent, Files, Ports, ProgramId } from '../../src/ports/ports.ts';
import { GARBAGE } from '../../src/ports/simulator/fault-injection.ts';
import { breakProgram } from './break-commands.ts';
import { breakTool } from './break-tool.ts';
import { OTHER_ZONE } from './kinds.ts';
import { overCommands } from './over-commands.ts';
import { programOf } from './rows.ts';
import { troubled, type Spoiling, type Trouble } from './trouble.ts';

/** The ports of a terminal on which one part of the world is in trouble. The clock is put for all of them. */
export function breakPorts(whole: Ports, trouble: Trouble): Ports {
  const { clock } = whole;
  const put = {
    now: () => clock.now() + trouble.clockShift,
    uptimeSeconds: () => clock.uptimeSeconds(),
    read: async (signal: AbortSignal) => {
      const read = await clock.read(signal);
      return read.ok ? ok({ ...read.value, now: read.value.now + trouble.clockShift }) : read;
    },
  };
  const ports = { ...whole, clock: put };
  const program = programOf(trouble.row);
  const broken =
    program === null ? breakOne(ports, trouble) : overCommands(ports, breakProgram(ports.commands, program, trouble));
  return { ...broken, forCheck: () => ({ ...broken, forCheck: () => broken }) };
}

function breakOne(ports: Ports, trouble: Trouble): Ports {
  const { machine, tasks, network, power, clipboard, documents, clock, journal, dataFolder } = ports;
  const on = <T>(
    program: ProgramId,
    ask: () => Promise<Result<T>>,
    signal: AbortSignal,
    ways: Partial<Pick<Spoiling<T>, 'garbage' | 'partial' | 'changed'>>,
  ): Promise<Result<T>> => troubled(trouble, ask, signal, { ...programSpoiling<T>(program), ...ways });
  switch (trouble.row) {
    case 'files':
      return { ...ports, files: breakFiles(ports.files, trouble) };
    case 'clock': {
      const spoiling = { ...programSpoiling<{ now: number; offsetMinutes: number }>('system') };
      return {
        ...ports,
        clock: {
          ...clock,
          read: async (signal) => {
            const read = await troubled(trouble, () => clock.read(signal), signal, {
              ...spoiling,
              changed: (value) => ok({ ...value, now: value.now + 60_000 }),
            });
            return read.ok && trouble.kind === 'zone'
              ? ok({ ...read.value, offsetMinutes: OTHER_ZONE.offsetMinutes })
              : read;
          },
        },
      };
    }
    case 'machine':
      return {
        ...ports,
        machine: {
          freeBytes: (signal) =>
            on('system', () => machine.freeBytes(signal), signal, { partial: () => ok(null), changed: ok }),
          report: (signal) =>
            on('system', () => machine.report(signal), signal, {
              partial: (value) =>
                ok({
                  ...value,
                  bootedAt: null,
                  lastBootKind: 'unknown',
                  session: null,
                  readerConnected: null,
                }),
              changed: (value) => ok({ ...value, session: value.session && { ...value.session, locked: true } }),
            }),
          pendingRestart: (signal) =>
            on('registry', () => machine.pendingRestart(signal), signal, {
              partial: (value) => ok({ ...value, windowsUpdate: null, fileRenames: null }),
              changed: (value) => ok({ ...value, componentServicing: true }),
            }),
          powerSettings: (signal) =>
            on('power', () => machine.powerSettings(signal), signal, {
              partial: (value) => ok({ ...value, fastStartup: null }),
              changed: (value) => ok({ ...value, sleepMinutesOnAc: 30 }),
            }),
        },
      };
    case 'tasks':
      return {
        ...ports,
        tasks: {
          find: (name, signal) =>
            on('tasks', () => tasks.find(name, signal), signal, {
              partial: () => ok({ found: true, enabled: null, lastRunAt: null, neverRan: false, lastResult: null }),
              changed: () => ok({ found: false }),
            }),
        },
      };
    case 'network': {
      // Of all questions every other one is answered.
      const partial = (value: boolean): Result<boolean> =>
        trouble.calls % 2 === 0 ? ok(value) : failed(commandFaults.unreadable('network'));
      const ways = { partial, changed: () => ok(false) };
      return {
        ...ports,
        network: {
          resolves: (host, signal) => on('network', () => network.resolves(host, signal), signal, ways),
          answers: (host, port, signal) => on('network', () => network.answers(host, port, signal), signal, ways),
        },
      };
    }
    case 'tool':
      return { ...ports, tool: breakTool(ports.tool, trouble) };
    case 'power':
      return {
        ...ports,
        power: {
          restart: (options, signal) =>
            on('shutdown', () => power.restart(options, signal), signal, {
              garbage: (value) => ok({ ...value, answer: 'other', exitCode: 250 }),
              partial: () => failed(commandFaults.crashed('shutdown', 'SIGKILL')),
              changed: (value) => ok({ ...value, answer: 'already-scheduled', exitCode: 1190 }),
            }),
          cancelRestart: (signal) => on('shutdown', () => power.cancelRestart(signal), signal, {}),
        },
      };
    case 'clipboard':
      return {
        ...ports,
        clipboard: {
          copy: (text, signal) => on('system', () => clipboard.copy(text, signal), signal, {}),
        },
      };
    case 'documents':
      return {
        ...ports,
        documents: {
          open: (path, signal) =>
            on('system', () => documents.open(path, signal), signal, {
              changed: () => failed(fileFaults.ofCode(path, 'ENOENT')),
            }),
        },
      };
    case 'data-folder': {
      // What is broken in the folder itself is broken before the run: see broken-folder.ts.
      if (!isBesideTheFolder(trouble)) return ports;
      const { path } = dataFolder;
      return {
        ...ports,
        dataFolder: {
          ...dataFolder,
          saveNew: (place, name, bytes, signal) =>
            troubled(
              trouble,
              () => dataFolder.saveNew(place, name, bytes, signal),
              signal,
              storeSpoiling('write', path),
            ),
          read: (name, signal) =>
            troubled(trouble, () => dataFolder.read(name, signal), signal, storeSpoiling('read', path)),
          replace: (name, bytes, signal) =>
            troubled(trouble, () => dataFolder.replace(name, bytes, signal), signal, storeSpoiling('write', path)),
        },
      };
    }
    case 'journal': {
      if (!isBesideTheFolder(trouble)) return ports;
      const write = <T>(ask: () => Promise<Result<T>>): Promise<Result<T>> =>
        troubled(trouble, ask, null, storeSpoiling('write', journal.path));
      return {
        ...ports,
        journal: {
          ...journal,
          read: () => troubled(trouble, () => journal.read(), null, storeSpoiling('read', journal.path)),
          append: (bytes) => write(() => journal.append(bytes)),
          replaceHead: (bytes) => write(() => journal.replaceHead(bytes)),
          acquireLock: () => write(() => journal.acquireLock()),
          holdLock: () => write(() => journal.holdLock()),
        },
      };
    }
    default:
      throw new Error(`${trouble.row} is a program`);
  }
}

/** Faults of the folder of the console's own files that are no matter of what lies in it. */
function isBesideTheFolder({ kind }: Trouble): boolean {
  return ['denied', 'slow', 'late', 'clock-forward', 'clock-back', 'zone'].includes(kind);
}

function breakFiles(files: Files, trouble: Trouble): Files {
  return {
    watch: (paths, onChange) => files.watch(paths, onChange),
    stat: (path, signal) =>
      troubled(trouble, () => files.stat(path, signal), signal, {
        ...fileSpoiling(path),
        garbage: ok,
        partial: ok,
        changed: ok,
      }),
    read: (path, options) =>
      troubled<FileContent>(trouble, () => files.read(path, options), options.signal, {
        ...fileSpoiling(path),
        garbage: (value) => ok({ ...value, bytes: GARBAGE }),
        partial: (value) => ok({ ...value, bytes: value.bytes.slice(0, Math.floor(value.bytes.length / 2)) }),
        changed: (value) => ok({ ...value, bytes: olderVersion(value.bytes) }),
      }),
  };
}

/** Another, older version in the place of the one that is there. */
function olderVersion(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('5.0.3', '4.9.9'), 'latin1');
}

function fileSpoiling(path: string) {
  return {
    missing: fileFaults.ofCode(path, 'ENOENT'),
    denied: fileFaults.ofCode(path, 'EACCES'),
    timedOut: fileFaults.cancelled(path),
    full: fileFaults.ofCode(path, 'ENOSPC'),
  };
}

function programSpoiling<T>(program: ProgramId): Spoiling<T> {
  const unreadable = (): Result<T> => failed(commandFaults.unreadable(program));
  return {
    missing: commandFaults.absent(program, `${program}.exe`),
    denied: commandFaults.denied(program),
    timedOut: commandFaults.timedOut(program, 20_000),
    full: commandFaults.notStarted(program, 'ENOSPC'),
    garbage: unreadable,
    partial: unreadable,
    changed: unreadable,
  };
}

function storeSpoiling<T>(deed: 'read' | 'write', path: string): Spoiling<T> {
  const fault = (code: string): Fault => storeFault(Object.assign(new Error(code), { code }), deed, path);
  return {
    missing: fault('ENOENT'),
    denied: fault('EACCES'),
    timedOut: fault('ETIMEDOUT'),
    full: fault('ENOSPC'),
    garbage: ok,
    partial: ok,
    changed: ok,
  };
}
