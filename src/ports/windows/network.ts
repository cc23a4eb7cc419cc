import { setImmediate as nextTurn } from 'node:timers/promises';
import * as z from 'zod';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import type { Commands, Network } from '../ports.ts';
import { askText, callOf, lackOf, linesOf } from './ask.ts';

/** What is asked of the program: `resolve=HOST` or `connect=HOST=PORT`. */
type Question = string;

/** A line of its answer: the question again, and whether it is so. */
const lineSchema = z.lazy(() => z.object({ question: z.string(), answer: z.boolean() }));
type Line = z.infer<typeof lineSchema>;

/** What was asked in one turn, and what the program said to it. */
interface Batch {
  readonly questions: Question[];
  readonly said: Promise<Said>;
}

interface Said {
  readonly lines: readonly Line[];
  /** Why a line may be missing. */
  readonly fault: Fault;
}

/**
 * Names and connections as the terminal itself sees them, over the program `network`: one for all that is asked in the
 * same turn. Each answer counts as its line comes; a name that hangs keeps only its own from being told.
 */
export function createNetwork({ commands }: { readonly commands: Commands }): Network {
  let batch: Batch | null = null;

  function open(signal: AbortSignal): Batch {
    const questions: Question[] = [];
    const said = nextTurn().then(() => {
      batch = null;
      return look(commands, questions, signal);
    });
    return { questions, said };
  }

  async function ask(question: Question, signal: AbortSignal): Promise<Result<boolean>> {
    batch ??= open(signal);
    batch.questions.push(question);
    const { lines, fault } = await batch.said;
    const line = lines.find((each) => each.question === question);
    return line ? ok(line.answer) : failed(fault);
  }

  return {
    resolves: (host, signal) => ask(`resolve=${host}`, signal),
    answers: (host, port, signal) => ask(`connect=${host}=${String(port)}`, signal),
  };
}

async function look(commands: Commands, questions: readonly Question[], signal: AbortSignal): Promise<Said> {
  const call = callOf('network', questions, signal, { lines: questions.length });
  const answer = await askText(commands, call);
  if (!answer.ok) return { lines: [], fault: answer.fault };
  const { exitCode, text } = answer.value;
  return { lines: exitCode === 0 ? linesOf(text, lineSchema) : [], fault: lackOf('network', answer.value) };
}
