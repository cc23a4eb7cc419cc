import { failed, ok, type Result } from '../../../domain/fault.ts';
import { limitSignal } from '../../../domain/limit.ts';
import type { Tried, WayId } from '../../../domain/ways.ts';
import { commandFaults } from '../../command-faults.ts';
import type { DataFolder, Machine, Network, Tasks, Ways } from '../../ports.ts';
import { RUN_ONCE_KEY, setRunOnce } from '../power.ts';
import { queryValue } from '../registry.ts';
import { tryHolders, tryReport, tryRights, tryScript, type PowerShellWays, type WayResult } from './powershell-ways.ts';

/** What is asked while they are tried. */
export interface WayParts extends PowerShellWays {
  readonly machine: Pick<Machine, 'powerSettings'>;
  readonly tasks: Tasks;
  readonly network: Network;
  readonly dataFolder: Pick<DataFolder, 'tryWriting'>;
  readonly commandInterpreter: string;
  readonly names: Ways['names'];
}

/** The task that brings the deliveries: any name would do, this one is worth knowing. */
const DELIVERY_TASK = 'OQS_exec_distroappstart';
/** Every Windows knows this name by itself: whether it is found says something of our program alone. */
const OWN_HOST = 'localhost';

/**
 * The ways of a terminal, over its programs. PowerShell is one row of questions, the small programs another beside it.
 */
export function createWays(parts: WayParts): Ways {
  return {
    names: parts.names,
    async tryAll({ changes, signal }, onTried) {
      const tell = (tried: Tried): void => {
        if (!signal.aborted) onTried(tried);
      };
      const one = async (
        id: WayId,
        ask: (asked: WayParts, until: AbortSignal) => Promise<WayResult>,
      ): Promise<void> => {
        if (signal.aborted) return;
        const begun = performance.now();
        const result = await ask(parts, signal);
        tell({ id, ...endOf(result), durationMs: Math.round(performance.now() - begun) });
      };
      const small = async (): Promise<void> => {
        await one('writing', changes ? tryWriting : readOnly);
        await one('own-program', tryOwnProgram);
        await one('registry', tryRegistry);
        await one('run-once', changes ? tryRunOnce : readOnly);
        await one('tasks', tryTasks);
        await one('power', tryPower);
      };
      const slow = async (): Promise<void> => {
        await tryScript(parts.commands, ['selftest', changes ? 'changes' : 'read-only'], signal, tell);
        await tryScript(parts.commands, ['selftest-windows', String(parts.processId)], signal, tell);
        await one('report', tryReport);
        await one('rights', tryRights);
        await one('holders', tryHolders);
      };
      await Promise.all([small(), slow()]);
    },
  };
}

async function readOnly(): Promise<WayResult> {
  return { doubt: 'read-only' };
}

function endOf(result: WayResult): Pick<Tried, 'end' | 'facts'> {
  if ('doubt' in result) return { end: { type: 'doubt', doubt: result.doubt }, facts: result.facts ?? {} };
  return result.ok
    ? { end: { type: 'works' }, facts: result.value }
    : { end: { type: 'fault', fault: result.fault }, facts: {} };
}

async function tryWriting({ dataFolder }: WayParts, signal: AbortSignal): Promise<WayResult> {
  const written = await dataFolder.tryWriting(signal);
  return written.ok ? ok({ folderThere: written.value.isThere }) : written;
}

async function tryOwnProgram({ network }: WayParts, signal: AbortSignal): Promise<WayResult> {
  const answer = await network.resolves(OWN_HOST, signal);
  return answer.ok ? ok({ resolves: answer.value }) : answer;
}

/**
 * Values that every Windows has, and that say what it is. The key also holds names: only these values are asked for,
 * each by itself.
 */
const registryValues = [
  { fact: 'build', key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', name: 'CurrentBuild' },
  { fact: 'product', key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', name: 'ProductName' },
  { fact: 'ansiCodePage', key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage', name: 'ACP' },
  { fact: 'oemCodePage', key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage', name: 'OEMCP' },
] as const;

/** Reads them over reg.exe. */
async function tryRegistry({ commands }: WayParts, signal: AbortSignal): Promise<WayResult> {
  const facts: Record<string, string | null> = {};
  for (const { fact, key, name } of registryValues) {
    const found = await queryValue(commands, key, name, signal);
    if (!found.ok) return found;
    facts[fact] = found.value?.data ?? null;
  }
  return facts['build'] === null ? { doubt: 'not-understood', facts } : ok(facts);
}

/** Another name than that of the mark which a restart sets: that one is never touched. */
const RUN_ONCE_NAME = 'oqs-console-selftest';
/** What was put there is taken away again whoever has lost patience meanwhile. */
const TAKING_AWAY_MS = 10_000;

/**
 * Writes a value of its own name, reads it and takes it away again. Should the power fail in between, Windows runs it
 * once at the next sign-in: it does nothing, and ends.
 */
async function tryRunOnce({ commands, commandInterpreter }: WayParts, signal: AbortSignal): Promise<WayResult> {
  const data = `"${commandInterpreter}" /d /c rem`;
  const set = async (value: string | null, until: AbortSignal): Promise<Result<null>> => {
    const output = await setRunOnce(commands, RUN_ONCE_NAME, value, until);
    if (!output.ok) return output;
    const { exitCode } = output.value;
    return exitCode === 0 ? ok(null) : failed(commandFaults.exitCode('registry', exitCode));
  };
  const read = async (): Promise<Result<string | null>> => {
    const found = await queryValue(commands, RUN_ONCE_KEY, RUN_ONCE_NAME, signal);
    return found.ok ? ok(found.value?.data ?? null) : found;
  };
  const added = await set(data, signal);
  const there = added.ok ? await read() : added;
  // Also where nobody can say whether it was written.
  const removed = await set(null, limitSignal(TAKING_AWAY_MS));
  if (!added.ok) return added;
  if (!there.ok) return there;
  if (!removed.ok) return removed;
  if (there.value !== data) return { doubt: 'not-understood' };
  const left = await read();
  if (!left.ok) return left;
  return left.value === null ? ok({}) : failed(commandFaults.exitCode('registry', 0));
}

async function tryTasks({ tasks }: WayParts, signal: AbortSignal): Promise<WayResult> {
  const found = await tasks.find(DELIVERY_TASK, signal);
  if (!found.ok) return found;
  const { value } = found;
  if (!value.found) return ok({ found: false });
  const { enabled, lastResult, lastRunAt, neverRan } = value;
  return ok({ found: true, enabled, lastResult, timeRead: lastRunAt !== null || neverRan });
}

async function tryPower({ machine }: WayParts, signal: AbortSignal): Promise<WayResult> {
  const settings = await machine.powerSettings(signal);
  if (!settings.ok) return settings;
  const { sleepMinutesOnAc, fastStartup } = settings.value;
  const facts = { sleepMinutesOnAc, fastStartup };
  return sleepMinutesOnAc === null ? { doubt: 'not-understood', facts } : ok(facts);
}
