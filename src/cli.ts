import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { InputError } from './core/fault.ts';
import { fromIso } from './core/time.ts';
import { cliTexts } from './strings/cli.ja.ts';
import { width } from './ui/text.ts';

export const schemaNames = ['check', 'notice', 'scenario', 'settings'] as const;
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
  timeout: z.coerce
    .number(cliTexts.timeoutValue)
    .min(1, cliTexts.timeoutValue)
    .max(3_600, cliTexts.timeoutValue)
    .optional(),
  readOnly: z.boolean().optional(),
  json: z.boolean().optional(),
});
export type Options = z.infer<typeof optionsSchema>;

type CommandName = 'console' | 'check' | 'scenarios' | 'schema';

/** What was asked for. `print` carries a text that the command line itself answers with: help, version. */
export type CommandLine =
  | { readonly command: 'console' | 'check' | 'scenarios'; readonly options: Options }
  | { readonly command: 'schema'; readonly name: SchemaName; readonly options: Options }
  | { readonly command: 'print'; readonly text: string };

/** Reads the arguments (without node and script). Throws InputError for a wrong call. */
export function parseCommandLine(args: readonly string[], version: string): CommandLine {
  const printed: string[] = [];
  const called: { command: CommandName; name: string } = { command: 'console', name: '' };
  const program = command(new Command('oqs-console'), printed)
    .description(cliTexts.description)
    .version(version, '-V, --version', cliTexts.options.version)
    .helpCommand(false)
    .option('--read-only', cliTexts.options.readOnly)
    .action(() => undefined);
  withTerminal(program);
  withTerminal(command(program.command('check'), printed))
    .description(cliTexts.commands.check)
    .option('--json', cliTexts.options.json)
    .option('--timeout <SECONDS>', cliTexts.options.timeout)
    .action(() => {
      called.command = 'check';
    });
  command(program.command('schema'), printed)
    .description(cliTexts.commands.schema)
    .argument('<NAME>', schemaNames.join(', '))
    .action((name: string) => {
      called.command = 'schema';
      called.name = name;
    });
  command(program.command('scenarios'), printed)
    .description(cliTexts.commands.scenarios)
    .action(() => {
      called.command = 'scenarios';
    });

  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'print', text: printed.join('') };
    throw wrongCall(inWords(error), args.join(' '));
  }
  const sub = program.commands.find((each) => each.name() === called.command);
  const options = checked((sub ?? program).optsWithGlobals(), args);
  if (called.command !== 'schema') return { command: called.command, options };
  const name = schemaNames.find((each) => each === called.name);
  if (name === undefined) throw wrongCall(`schema: ${schemaNames.join(' | ')}`, args.join(' '));
  return { command: 'schema', name, options };
}

/** Commander's reason in Japanese, with the word of the call that it quotes. */
function inWords(error: CommanderError): string {
  const reason = cliTexts.wrongCalls[error.code] ?? cliTexts.wrongCall;
  // Too many arguments: the first word in quotation marks is the command that is right, the arguments come last.
  const quoted = /got \d+: (.+)\.$/.exec(error.message)?.[1] ?? /'([^']+)'/.exec(error.message)?.[1];
  return quoted === undefined ? reason : `${reason}(${quoted})`;
}

/** The options that say which terminal, and which data. */
function withTerminal(program: Command): Command {
  return program
    .option('--simulate <NAME>', cliTexts.options.simulate)
    .option('--workdir <DIR>', cliTexts.options.workdir)
    .option('--clock <TIME>', cliTexts.options.clock)
    .option('--notice <FILE>', cliTexts.options.notice)
    .option('--data-dir <DIR>', cliTexts.options.dataDir);
}

const HELP_COLUMNS = 80;

/** Commander as a pure parser: it throws instead of exiting, and its words are collected. */
function command(each: Command, printed: string[]): Command {
  return each
    .exitOverride()
    .helpOption('-h, --help', cliTexts.options.help)
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined })
    .configureHelp({
      helpWidth: HELP_COLUMNS,
      // Commander counts characters; Japanese ones take two columns.
      displayWidth: (text) => width(text),
      styleTitle: (title) => cliTexts.titles[title] ?? title,
    })
    .allowExcessArguments(false);
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
