import { readTerminal } from './read-terminal.ts';
import type { CommandLine, Options } from './cli.ts';
import { InputError } from '../domain/fault.ts';
import type { Decision } from '../domain/facts.ts';
import { limitSignal } from '../domain/limit.ts';
import type { JournalEvent } from '../journal/events.ts';
import { historyOf } from '../journal/history.ts';
import { completedDay } from '../report/completed-day.ts';
import { reportDocument } from '../report/document.ts';
import { reportPage, reportState } from '../report/page.ts';
import { buildReport, type Report } from '../report/report.ts';
import type { Session } from './session.ts';
import { cliTexts } from './cli.ja.ts';
import { reportCliTexts } from '../report/report.ja.ts';
import type { CommandTools } from './command.ts';

type Tools = Pick<CommandTools, 'withSession' | 'print' | 'warn' | 'stopwatch'>;
type ReportCall = Extract<CommandLine, { readonly command: 'report' | 'report-sent' }>;

/** As long as `check` waits for one reading, in milliseconds. */
const READING_LIMIT = 60_000;

/**
 * `report`: prints the completion report; 0 where it is ready or was sent, 1 where something stands in the way, 3 where the version
 * is not known. `report sent` records that it was sent, and refuses with 1 while it is not ready. Throws InputError for a
 * wrong call, and where another console holds the terminal.
 */
export async function runReport(call: ReportCall, tools: Tools): Promise<number> {
  const { options } = call;
  if (call.command === 'report') {
    if (options.elsewhere === true) throw wrongCall(reportCliTexts.elsewhereAlone, '--elsewhere');
    return tools.withSession(options, false, (session) => show(session, options, tools));
  }
  if (options.readOnly === true) throw readOnlyRefusal();
  return tools.withSession(options, true, (session) => markAsSent(session, options, tools));
}

async function show(session: Session, options: Options, tools: Tools): Promise<number> {
  if (session.terminal.note !== null) tools.warn(session.terminal.note);
  const decision = await decisionOf(session, tools);
  const report = reportOf(session, decision);
  await printReport(session, report, options, tools);
  return exitCode(report, decision);
}

async function markAsSent(session: Session, options: Options, tools: Tools): Promise<number> {
  if (session.terminal.note !== null) tools.warn(session.terminal.note);
  const { journal: store } = session.ports;
  const lock = await store.acquireLock();
  if (!lock.ok) throw storeRefusal(session, lock.fault);
  if (!lock.value.held) throw lockedRefusal(session, lock.value.ownerPid);
  try {
    const decision = await decisionOf(session, tools);
    const report = reportOf(session, decision);
    const elsewhere = options.elsewhere === true;
    const standing = elsewhere ? report.unproven !== null : report.reasons.length > 0;
    if (standing) {
      tools.warn(reportCliTexts.refused);
      await printReport(session, report, options, tools);
      return 1;
    }
    if (report.sent !== null) {
      tools.warn(reportCliTexts.already);
      await printReport(session, report, options, tools);
      return 0;
    }
    const written = await session.journal.append(sentEvent(session, elsewhere));
    if (!written.ok) throw storeRefusal(session, written.fault);
    await printReport(session, reportOf(session, decision), options, tools);
    return 0;
  } finally {
    await store.releaseLock();
  }
}

function sentEvent({ notice }: Session, elsewhere: boolean): JournalEvent {
  const { identificationNumber } = notice.report;
  return { event: 'report-sent', identificationNumber, ...(elsewhere ? { elsewhere } : {}) };
}

async function decisionOf(session: Session, tools: Tools): Promise<Decision> {
  const limit = limitSignal(READING_LIMIT);
  return (await readTerminal(session, tools.stopwatch, limit)).decision;
}

/** The report from the journal and what an earlier one left of the clinic. */
function reportOf(session: Session, decision: Decision): Report {
  const { notice, journal, ports, about } = session;
  const history = historyOf(journal.reading().entries, notice.id);
  const now = ports.clock.now();
  return buildReport({
    notice,
    calendar: about.calendar,
    history,
    decision,
    values: {
      'completed-on': completedDay(history, decision, notice, now),
      'clinic-name': about.clinic.name ?? '',
      phone: about.clinic.phone ?? '',
    },
    now,
  });
}

async function printReport(session: Session, report: Report, options: Options, tools: Tools): Promise<void> {
  const { notice, ports, terminal, about } = session;
  const { offsetMinutes } = terminal;
  if (options.json === true) {
    const run = { notice, consoleVersion: about.consoleVersion, now: ports.clock.now(), offsetMinutes };
    await tools.print(`${JSON.stringify(reportDocument(report, run))}\n`);
    return;
  }
  await tools.print(`${reportState(report, offsetMinutes).join('\n')}\n\n${reportPage(report)}`);
}

/** A version that is not known comes first: without it nothing that was recorded can be held against the terminal. */
function exitCode({ sent, unproven, reasons }: Report, decision: Decision): number {
  if (decision.verdict === 'unknown') return 3;
  return unproven === null && (sent !== null || reasons.length === 0) ? 0 : 1;
}

function wrongCall(reason: string, word: string): InputError {
  return new InputError({
    code: 'usage',
    message: `${cliTexts.wrongCall}: ${reason}`,
    where: `oqs-console report ${word}`,
    remedy: cliTexts.usageRemedy,
  });
}

function readOnlyRefusal(): InputError {
  return new InputError({
    code: 'read-only',
    message: reportCliTexts.readOnly,
    where: 'oqs-console report sent --read-only',
    remedy: reportCliTexts.readOnlyRemedy,
  });
}

function lockedRefusal(session: Session, ownerPid: number | null): InputError {
  return new InputError({
    code: 'locked',
    message: reportCliTexts.locked(ownerPid),
    where: session.ports.journal.path,
    remedy: reportCliTexts.lockedRemedy,
  });
}

function storeRefusal(session: Session, fault: { readonly headline: string; readonly tryNext: string }): InputError {
  return new InputError({
    code: 'data-folder',
    message: fault.headline,
    where: session.ports.journal.path,
    remedy: fault.tryNext,
  });
}
