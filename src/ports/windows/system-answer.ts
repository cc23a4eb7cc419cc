import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { fromIso } from '../../domain/time.ts';
import { decodeText } from '../../text/text-file.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, Commands, Files, Machine, MachineReport, ManagementTool, ToolLocation } from '../ports.ts';
import { shareInFlight } from '../waiting.ts';
import { askText, callOf, jsonOf, lackOf } from './ask.ts';
import { programBehind } from './shortcut.ts';
import { locationOf, toolChoiceOf } from './tool-places.ts';

/** What one program answers for two ports: on Windows it is a PowerShell, which takes seconds to start. */
export interface SystemAnswers {
  readonly report: Machine['report'];
  readonly locate: ManagementTool['locate'];
}

/** What the answers rest on: the program, and the shortcuts that it found. */
export interface SystemParts {
  readonly commands: Commands;
  readonly files: Pick<Files, 'read' | 'stat'>;
}

/** What that program told, part by part; a part that it did not tell is a fault. */
export interface SystemTold<Report> {
  readonly report: Result<Report>;
  readonly located: Result<ToolLocation>;
}

/** A field that is missing or not what it should be could not be told; the others are none the worse for it. */
const text = () => z.string().min(1).nullable().catch(null);
const flag = () => z.boolean().nullable().catch(null);

/** What `system report` tells about the machine. */
export const systemReport = () =>
  z.object({
    name: text(),
    os: text(),
    bootedAt: text().transform(fromIso),
    lastBootKind: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']).catch('unknown'),
    record: z.int().positive().nullable().catch(null),
    session: z
      .object({
        remote: flag(),
        locked: flag(),
        elevated: flag(),
        user: text(),
        desktop: z.object({ isOurs: z.boolean(), user: text() }).nullish().catch(null),
      })
      .nullable()
      .catch(null),
    readerConnected: flag(),
  });
export const systemReportSchema = z.lazy(systemReport);

/** By this the line is known, whatever it then tells. */
const reportLineSchema = z.lazy(() => z.object({ type: z.literal('report') }));

/**
 * Asks for both parts at once. A line that was said counts, however the program ended; `onReport` hears the report as
 * soon as it is there, for the search of the tool may take long. Faults: those of `run`, by its exit code,
 * `unreadable`.
 */
export async function askSystem<Report>(
  { commands, files }: SystemParts,
  reportSchema: z.ZodType<Report>,
  signal: AbortSignal,
  more: Partial<CommandCall> = {},
  onReport: (report: Report) => void = () => undefined,
): Promise<SystemTold<Report>> {
  const onLine = (bytes: Uint8Array): void => {
    const line = jsonOf(decodeText(bytes)?.text ?? '');
    const report = reportLineSchema.safeParse(line).success ? reportSchema.safeParse(line) : null;
    if (report?.success === true) onReport(report.data);
  };
  const answer = await askText(commands, callOf('system', ['report'], signal, { lines: Infinity, onLine, ...more }));
  if (!answer.ok) return { report: answer, located: answer };
  const lines = answer.value.text.split(/\r?\n/).map(jsonOf);
  const reportLine = lines.find((line) => reportLineSchema.safeParse(line).success);
  const report = reportSchema.safeParse(reportLine);
  const choice = await toolChoiceOf(lines, (path) => programBehind(path, files));
  const fault = lackOf('system', answer.value);
  return {
    report: report.success ? ok(report.data) : failed(fault),
    located: choice === null ? failed(fault) : ok(locationOf(choice)),
  };
}

/** Answers that everybody who asks at the same time shares. Faults: those of `askSystem`. */
export function createSystemAnswers(parts: SystemParts): SystemAnswers {
  const ask = shareInFlight<SystemTold<MachineReport>>(
    (signal) => askSystem(parts, systemReportSchema, signal),
    () => {
      const cancelled = failed(commandFaults.cancelled('system'));
      return { report: cancelled, located: cancelled };
    },
  );
  return {
    report: async (signal) => (await ask(signal)).report,
    locate: async (signal) => (await ask(signal)).located,
  };
}
