import type { z } from 'zod';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { jsonIn } from '../../text/json.ts';
import { decodeText } from '../../text/text-file.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, Commands, ProgramId } from '../ports.ts';

/** How long a program may take to answer, in milliseconds. Whoever asks may have less patience: the signal says so. */
const ANSWER_MS = 10_000;
/** PowerShell takes seconds to start on a terminal. */
const SLOW_ANSWER_MS = 20_000;
const slow: ReadonlySet<ProgramId> = new Set<ProgramId>(['system', 'network', 'tool']);

/** A call of a program, with the time that it may take unless `more` says otherwise. */
export function callOf(
  program: ProgramId,
  args: readonly string[],
  signal: AbortSignal,
  more: Partial<CommandCall> = {},
): CommandCall {
  return { program, args, timeoutMs: slow.has(program) ? SLOW_ANSWER_MS : ANSWER_MS, signal, ...more };
}

export interface TextAnswer {
  readonly exitCode: number;
  readonly text: string;
  /** It was ended before all was said: see `CommandCall.lines`. */
  readonly isCut: boolean;
}

/**
 * Runs a program and gives its words, whatever its exit code. Faults: those of `run`, and `unreadable` for bytes in no
 * encoding.
 */
export async function askText(commands: Pick<Commands, 'run'>, call: CommandCall): Promise<Result<TextAnswer>> {
  const output = await commands.run(call);
  if (!output.ok) return output;
  const decoded = decodeText(output.value.stdout);
  if (decoded === null) return failed(commandFaults.unreadable(call.program));
  return ok({ exitCode: output.value.exitCode, text: decoded.text, isCut: output.value.isCut === true });
}

/**
 * Runs a program that answers with one JSON document. Faults: those of `run`, `failed` or `denied` by its exit code,
 * `unreadable`.
 */
export async function askJson<T>(commands: Commands, call: CommandCall, schema: z.ZodType<T>): Promise<Result<T>> {
  const answer = await askText(commands, call);
  if (!answer.ok) return answer;
  const { exitCode, text } = answer.value;
  if (exitCode !== 0) return failed(commandFaults.exitCode(call.program, exitCode));
  const checked = schema.safeParse(jsonOf(text));
  return checked.success ? ok(checked.data) : failed(commandFaults.unreadable(call.program));
}

/** Why an answer lacks what it was asked for. */
export function lackOf(program: ProgramId, { exitCode, isCut }: TextAnswer): Fault {
  if (exitCode !== 0) return commandFaults.exitCode(program, exitCode);
  return isCut ? commandFaults.cancelled(program) : commandFaults.unreadable(program);
}

/** The lines of a text that are JSON of this kind; what a profile or a security program writes between them is none. */
export function linesOf<T>(text: string, schema: z.ZodType<T>): readonly T[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const checked = schema.safeParse(jsonOf(line));
    return checked.success ? [checked.data] : [];
  });
}

/** The JSON that a program said, with any blanks around it; undefined where it is none. */
export function jsonOf(text: string): unknown {
  return jsonIn(text.trim());
}
