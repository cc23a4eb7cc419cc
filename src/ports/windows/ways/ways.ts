import { ok } from '../../../domain/fault.ts';
import type { DataFolder, Machine, Network, Tasks, Ways } from '../../ports.ts';
import type { Tried, WayId } from '../../../domain/ways.ts';
import { tryRegistry } from './registry-way.ts';
import { tryRunOnce } from './run-once-way.ts';
import type { WayResult } from './way-result.ts';
import { tryDesktop, tryPowerShell, tryReport, tryHolders, tryRights, type PowerShellWays } from './powershell-ways.ts';

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
    names: () => parts.names(),
    async tryAll({ changes, signal }, onTried) {
      const tell = (tried: Tried): void => {
        if (!signal.aborted) onTried(tried);
      };
      const one = async (id: WayId, ask: () => Promise<WayResult>): Promise<void> => {
        if (signal.aborted) return;
        const begun = performance.now();
        const result = await ask();
        tell({ id, ...endOf(result), durationMs: Math.round(performance.now() - begun) });
      };
      const small = async (): Promise<void> => {
        await one('writing', changes ? () => tryWriting(parts, signal) : readOnly);
        await one('own-program', () => tryOwnProgram(parts, signal));
        await one('registry', () => tryRegistry(parts.commands, signal));
        await one('run-once', changes ? () => tryRunOnce(parts, signal) : readOnly);
        await one('tasks', () => tryTasks(parts, signal));
        await one('power', () => tryPower(parts, signal));
      };
      const slow = async (): Promise<void> => {
        await tryPowerShell(parts, { changes, signal }, tell);
        await tryDesktop(parts, signal, tell);
        await one('report', () => tryReport(parts, signal));
        await one('rights', () => tryRights(parts, signal));
        await one('holders', () => tryHolders(parts, signal));
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
