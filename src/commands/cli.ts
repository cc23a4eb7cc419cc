import { CommanderError } from 'commander';
import { z } from 'zod';
import { grammar, type CommandName } from './cli-grammar.ts';
import { InputError } from '../domain/fault.ts';
import { fromIso } from '../domain/time.ts';
import { deskStates } from '../desk/states.ts';
import { parseLabels } from '../formats/prometheus-format.ts';
import { cliTexts } from './cli.ja.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';

export const schemaNames = ['check', 'report', 'notice', 'scenario', 'settings', 'guide', 'desk'] as const;
export type SchemaName = (typeof schemaNames)[number];

const given = z.string().min(1, cliTexts.emptyValue).optional();

const optionsSchema = z.object({
  simulate: given,
  workdir: given,
  clock: z
    .string()
    .refine((text) => fromIso(text) !== null, cliTexts.clockValue)
    .optional(),
  notice: given,
  dataDir: given,
  timeout: z
    .string()
    .regex(/^\d{1,4}$/, cliTexts.timeoutValue)
    .transform(Number)
    .pipe(z.int().min(1, cliTexts.timeoutValue).max(3_600, cliTexts.timeoutValue))
    .optional(),
  readOnly: z.boolean().optional(),
  json: z.boolean().optional(),
  nagios: z.boolean().optional(),
  prometheus: z
    .string()
    .refine((path) => path.endsWith('.prom'), monitoringTexts.promFile)
    .optional(),
  label: z
    .array(z.string())
    .transform((texts, context) => {
      const read = parseLabels(texts);
      if (read.ok) return read.labels;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    })
    .optional(),
  elsewhere: z.boolean().optional(),
  out: given,
  preview: z.boolean().optional(),
  withClinic: z.boolean().optional(),
  list: z.boolean().optional(),
  csv: given,
  roster: given,
  stale: z.coerce.number(cliTexts.staleValue).min(1, cliTexts.staleValue).max(8_760, cliTexts.staleValue).optional(),
  state: z.enum(deskStates, cliTexts.stateValue(deskStates)).optional(),
  filter: given,
});
export type Options = z.infer<typeof optionsSchema>;

/** What was asked for. `print` carries a text that the command line itself answers with: help, version. */
export type CommandLine =
  | { readonly command: 'console'; readonly options: Options }
  | { readonly command: 'check'; readonly options: Options }
  | { readonly command: 'scenarios'; readonly options: Options }
  | { readonly command: 'report'; readonly options: Options }
  /** `report sent`: the completion report was sent. */
  | { readonly command: 'report-sent'; readonly options: Options }
  | { readonly command: 'history'; readonly options: Options }
  | { readonly command: 'bundle'; readonly options: Options }
  | { readonly command: 'schema'; readonly name: SchemaName; readonly options: Options }
  /** The words to search by; none: the whole guide. */
  | { readonly command: 'guide'; readonly words: readonly string[]; readonly options: Options }
  /** The characters as they were typed, with spaces or without. */
  | { readonly command: 'code'; readonly code: string; readonly options: Options }
  /** The folders and files with the gathered answers. */
  | { readonly command: 'desk'; readonly paths: readonly string[]; readonly options: Options }
  | { readonly command: 'print'; readonly text: string };

/** Reads the arguments (without node and script). Throws InputError for a wrong call. */
export function parseCommandLine(args: readonly string[], version: string): CommandLine {
  const printed: string[] = [];
  const called: { command: CommandName; words: readonly string[] } = { command: 'console', words: [] };
  const program = grammar(version, printed, schemaNames, (command, words) => {
    called.command = command;
    called.words = words;
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'print', text: printed.join('') };
    throw wrongCall(inWords(error), args.join(' '));
  }
  const name = called.command === 'report-sent' ? 'report' : called.command;
  const sub = program.commands.find((each) => each.name() === name);
  const options = checked((sub ?? program).optsWithGlobals(), args);
  return commandLine(called.command, called.words, options, args);
}

/** The call with its words as its command reads them. */
function commandLine(
  command: CommandName,
  words: readonly string[],
  options: Options,
  args: readonly string[],
): CommandLine {
  switch (command) {
    case 'schema': {
      const name = schemaNames.find((each) => each === words[0]);
      if (name === undefined) throw wrongCall(`schema: ${schemaNames.join(' | ')}`, args.join(' '));
      return { command, name, options };
    }
    case 'report-sent':
      if (words[0] !== 'sent') throw wrongCall('report: sent', args.join(' '));
      return { command, options };
    case 'guide':
      return { command, words, options };
    case 'code':
      return { command, code: words.join(' '), options };
    case 'desk':
      return { command, paths: words, options };
    case 'check': {
      const clash = clashOf(options);
      if (clash !== null) throw wrongCall(clash, args.join(' '));
      return { command, options };
    }
    default:
      return { command, options };
  }
}

/** What of `check`'s options does not go together. */
function clashOf({ nagios, json, prometheus, label }: Options): string | null {
  if (nagios === true && json === true) return monitoringTexts.nagiosAlone;
  return label !== undefined && prometheus === undefined ? monitoringTexts.labelAlone : null;
}

/** Commander's reason in Japanese, with the word of the call that it quotes. */
function inWords(error: CommanderError): string {
  const reason = cliTexts.wrongCalls[error.code] ?? cliTexts.wrongCall;
  // Too many arguments: the first word in quotation marks is the command that is right, the arguments come last.
  const quoted = /got \d+: (.+)\.$/.exec(error.message)?.[1] ?? /'([^']+)'/.exec(error.message)?.[1];
  return quoted === undefined ? reason : `${reason}(${quoted})`;
}

function checked(raw: unknown, args: readonly string[]): Options {
  const read = optionsSchema.safeParse(raw);
  if (read.success) return read.data;
  const first = read.error.issues[0];
  const option = `--${String(first?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw wrongCall(`${option}: ${first?.message ?? ''}`, args.join(' '));
}

function wrongCall(reason: string, where: string): InputError {
  return new InputError({
    code: 'usage',
    message: `${cliTexts.wrongCall}: ${reason}`,
    where: where === '' ? 'oqs-console' : `oqs-console ${where}`,
    remedy: cliTexts.usageRemedy,
  });
}
