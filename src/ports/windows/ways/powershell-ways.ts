import { failed, ok, type Fault, type Result } from '../../../domain/fault.ts';
import { decodeText } from '../../../text/text-file.ts';
import { commandFaults } from '../../command-faults.ts';
import type { Commands, Files } from '../../ports.ts';
import { wayDoubts, wayIds, type Tried, type WayDoubt, type WayFacts, type WayId } from '../../../domain/ways.ts';
import { askJson, askText, callOf, jsonOf } from '../ask.ts';
import { fileHoldersLineSchema, selftestLineSchema } from '../powershell/script-lines.ts';
import { askRights } from '../rights.ts';
import { askSystem, systemReportSchema } from '../system-answer.ts';

/** What a way gave: facts, or why it could not be told. */
export type WayResult = Result<WayFacts> | { readonly doubt: WayDoubt; readonly facts?: WayFacts };

/** What PowerShell is asked with. */
export interface PowerShellWays {
  readonly commands: Commands;
  readonly files: Pick<Files, 'read' | 'stat'>;
  /** Sits in the console whose font is asked for. */
  readonly processId: number;
  readonly programFolder: string;
  /** Held by this very process. */
  readonly heldFile: string;
}

/**
 * What each start of PowerShell tells of, in its order: what it does with nobody looking, and apart what takes the
 * desktop, for UI Automation may hang.
 */
const told = {
  selftest: ['powershell', 'event-log', 'devices', 'session', 'clipboard'],
  'selftest-windows': ['automation', 'font'],
} as const satisfies Readonly<Record<string, readonly WayId[]>>;

/** Minutes after a boot everything is slow, and each of them compiles. */
const SELFTEST_MS = 60_000;
const QUESTION_MS = 30_000;

/**
 * Runs one of the two, with its argument. A way that the script says nothing of has the fault of the whole; without
 * any, PowerShell is silent.
 */
export async function tryScript(
  commands: Commands,
  args: readonly [keyof typeof told, string],
  signal: AbortSignal,
  onTried: (tried: Tried) => void,
): Promise<void> {
  const begun = performance.now();
  const outstanding = new Set<WayId>(told[args[0]]);
  const onLine = (text: string): void => {
    const tried = triedOf(text);
    if (tried !== null && outstanding.delete(tried.id)) onTried(tried);
  };
  const call = callOf('system', args, signal, {
    timeoutMs: SELFTEST_MS,
    lines: Infinity,
    onLine: (bytes) => onLine(decodeText(bytes)?.text ?? ''),
  });
  const answer = await askText(commands, call);
  // What answers all at once says its lines only here.
  if (answer.ok) for (const line of answer.value.text.split(/\r?\n/)) onLine(line);
  const durationMs = Math.round(performance.now() - begun);
  const end = endOfWhole(answer.ok ? answer.value : answer.fault);
  for (const id of outstanding) onTried({ id, end, facts: {}, durationMs });
}

function endOfWhole(whole: Fault | { readonly exitCode: number; readonly isCut: boolean }): Tried['end'] {
  if ('code' in whole) return { type: 'fault', fault: whole };
  if (whole.exitCode !== 0) return { type: 'fault', fault: commandFaults.exitCode('system', whole.exitCode) };
  return whole.isCut
    ? { type: 'fault', fault: commandFaults.timedOut('system', SELFTEST_MS) }
    : { type: 'doubt', doubt: 'silent' };
}

/** null for a line that is none of the script's. */
function triedOf(text: string): Tried | null {
  const line = selftestLineSchema.safeParse(jsonOf(text)).data;
  const id = wayIds.find((each) => each === line?.way);
  if (line === undefined || id === undefined) return null;
  const { facts, error, unknown, milliseconds } = line;
  const doubt = wayDoubts.find((each) => each === unknown) ?? 'not-understood';
  const end: Tried['end'] =
    error !== null ? { type: 'error', words: error } : unknown === null ? { type: 'works' } : { type: 'doubt', doubt };
  return { id, end, facts, durationMs: Math.max(0, milliseconds) };
}

/** The very script that each survey asks, and which of its fields it could not tell. */
export async function tryReport({ commands, files }: PowerShellWays, signal: AbortSignal): Promise<WayResult> {
  const more = { timeoutMs: QUESTION_MS };
  const { report, located } = await askSystem({ commands, files }, systemReportSchema, signal, more);
  if (!report.ok) return silentOr(report.fault);
  const { session, record } = report.value;
  const facts: WayFacts = {
    bootRecord: record !== null,
    remote: session?.remote ?? null,
    locked: session?.locked ?? null,
    elevated: session?.elevated ?? null,
    toolInstalled: located.ok ? located.value.installed : null,
  };
  return located.ok ? ok(facts) : { doubt: 'not-understood', facts };
}

/** Whose the program's own folder is. */
export async function tryRights({ commands, programFolder }: PowerShellWays, signal: AbortSignal): Promise<WayResult> {
  const { paths } = await askRights(commands, [programFolder], { signal, timeoutMs: QUESTION_MS });
  return (paths[0] ?? null) === null ? { doubt: 'silent' } : ok({});
}

/** Who holds the Node that runs us: we do. */
export async function tryHolders({ commands, heldFile }: PowerShellWays, signal: AbortSignal): Promise<WayResult> {
  const call = callOf('system', ['file-holders', heldFile], signal, { timeoutMs: QUESTION_MS });
  const answer = await askJson(commands, call, fileHoldersLineSchema);
  if (!answer.ok) return silentOr(answer.fault);
  return answer.value.names.length === 0 ? { doubt: 'not-understood' } : ok({ holders: answer.value.names.length });
}

/** A program that ends well and says nothing is no program that fails. */
function silentOr(fault: Fault): WayResult {
  return fault.code === 'unreadable' ? { doubt: 'silent' } : failed(fault);
}
