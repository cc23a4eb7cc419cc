import { READING_LIMIT_MS, readTerminal } from './read-terminal.ts';
import type { CommandLine } from './cli.ts';
import type { Options } from './options.ts';
import { InputError } from '../domain/fault.ts';
import type { Decision } from '../domain/facts.ts';
import { limitSignal } from '../domain/limit.ts';
import type { JournalEvent } from '../journal/events.ts';
import { historyOf } from '../journal/history.ts';
import { knownValue } from '../report/known-values.ts';
import { reportDocument } from '../report/document.ts';
import { buildReport, reportPage, reportState, standsAgainstRecord, type Report } from '../report/report.ts';
import { faultAt, wrongUse } from './refusal.ts';
import type { Run } from './run.ts';
import { cliTexts } from './cli.ja.ts';
import { reportCliTexts, reportTexts } from '../report/report.ja.ts';
import type { CommandTools } from './command.ts';
import { jsonText } from '../text/harmless.ts';

type Tools = Pick<CommandTools, 'withRun' | 'print' | 'warn' | 'stopwatch'>;
type ReportCall = Extract<CommandLine, { readonly command: 'report' | 'report-sent' }>;

/**
 * `report`: prints the completion report; 0 where it is ready or was sent, 1 where something stands in the way, 3 where
 * the version is not known. `report sent` records that it was sent, and refuses with 1 while this terminal or another
 * is not done. Throws InputError for a wrong call, and where another console holds the terminal.
 */
export async function runReport(call: ReportCall, tools: Tools): Promise<number> {
  const { options } = call;
  if (call.command === 'report') {
    if (options.elsewhere === true) {
      throw wrongUse(`${cliTexts.wrongCall}: ${reportCliTexts.elsewhereAlone}`, 'report --elsewhere');
    }
    return tools.withRun(options, false, (run) => show(run, options, tools));
  }
  if (options.readOnly === true) throw readOnlyRefusal();
  return tools.withRun(options, true, (run) => markAsSent(run, options, tools));
}

async function show(run: Run, options: Options, tools: Tools): Promise<number> {
  if (run.terminal.note !== null) tools.warn(run.terminal.note);
  const decision = await decisionOf(run, tools);
  const report = reportOf(run, decision);
  await printReport(run, report, options, tools);
  return exitCode(report, decision);
}

async function markAsSent(run: Run, options: Options, tools: Tools): Promise<number> {
  if (run.terminal.note !== null) tools.warn(run.terminal.note);
  const { journal: store } = run.ports;
  await holdLock(run);
  try {
    const decision = await decisionOf(run, tools);
    const report = reportOf(run, decision);
    const elsewhere = options.elsewhere === true;
    if ((elsewhere ? report.unproven : standsAgainstRecord(report)) !== null) {
      tools.warn(reportCliTexts.refused);
      await printReport(run, report, options, tools);
      return 1;
    }
    if (report.sent !== null) {
      tools.warn(reportCliTexts.already);
      await printReport(run, report, options, tools);
      return 0;
    }
    // The reading took seconds: whoever removed the lock's file meanwhile may have let a console in.
    await holdLock(run);
    const written = await run.journal.append(sentEvent(run, elsewhere));
    if (!written.ok) throw faultAt(store.path, written.fault);
    await printReport(run, reportOf(run, decision), options, tools);
    return 0;
  } finally {
    await store.releaseLock();
  }
}

/** Takes the lock, or sees that it is still held. Throws InputError where another console holds it. */
async function holdLock(run: Run): Promise<void> {
  const { journal: store } = run.ports;
  const lock = await store.acquireLock();
  if (!lock.ok) throw faultAt(store.path, lock.fault);
  if (!lock.value.held) throw lockedRefusal(run, lock.value.ownerPid);
}

function sentEvent({ notice }: Run, elsewhere: boolean): JournalEvent {
  return {
    event: 'report-sent',
    identificationNumber: notice.report?.number ?? null,
    ...(elsewhere ? { elsewhere } : {}),
  };
}

async function decisionOf(run: Run, tools: Tools): Promise<Decision> {
  return (await readTerminal(run, tools.stopwatch, limitSignal(READING_LIMIT_MS))).decision;
}

/**
 * The report from the journal and what an earlier one left of the clinic. Throws InputError where the notice asks for
 * none.
 */
function reportOf(run: Run, decision: Decision): Report {
  const { notice, journal, ports, about } = run;
  const history = historyOf(journal.reading().entries, notice.id);
  const now = ports.clock.now();
  const known = { notice, history, decision, clinic: about.clinic, now };
  const values = notice.report?.fields.map((field) => [field.id, knownValue(known, field)] as const) ?? [];
  const report = buildReport({
    notice,
    calendar: about.calendar,
    history,
    decision,
    values: Object.fromEntries(values),
    now,
  });
  if (report !== null) return report;
  throw new InputError({
    code: 'no-report',
    message: reportTexts.nothingToReport,
    where: notice.id,
    remedy: reportCliTexts.noReportRemedy,
  });
}

async function printReport(run: Run, report: Report, options: Options, tools: Tools): Promise<void> {
  const { notice, ports, terminal, about } = run;
  const { offsetMinutes } = terminal;
  if (options.json === true) {
    const made = { notice, consoleVersion: about.consoleVersion, now: ports.clock.now(), offsetMinutes };
    await tools.print(`${jsonText(reportDocument(report, made))}\n`);
    return;
  }
  await tools.print(`${reportState(report, offsetMinutes).join('\n')}\n\n${reportPage(report)}`);
}

/** A version that is not known comes first: without it nothing that was recorded can be held against the terminal. */
function exitCode({ sent, unproven, reasons }: Report, decision: Decision): number {
  if (decision.verdict === 'unknown') return 3;
  return unproven === null && (sent !== null || reasons.length === 0) ? 0 : 1;
}

function readOnlyRefusal(): InputError {
  return new InputError({
    code: 'read-only',
    message: reportCliTexts.readOnly,
    where: 'oqs-console report sent --read-only',
    remedy: reportCliTexts.readOnlyRemedy,
  });
}

function lockedRefusal(run: Run, ownerPid: number | null): InputError {
  return new InputError({
    code: 'locked',
    message: reportCliTexts.locked(ownerPid),
    where: run.ports.journal.path,
    remedy: reportCliTexts.lockedRemedy,
  });
}
