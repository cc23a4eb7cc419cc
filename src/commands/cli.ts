import { CommanderError } from 'commander';
import { grammar, schemaNames, type CommandName, type SchemaName } from './cli-grammar.ts';
import { checkedOptions, wrongCall, type Options } from './options.ts';
import { cliTexts } from './cli.ja.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';

/** The commands that take nothing but options. */
type PlainCommand = Exclude<CommandName, 'schema' | 'guide' | 'code' | 'notice' | 'desk'>;

/** What was asked for. */
export type CommandLine =
  | { [Name in PlainCommand]: { readonly command: Name; readonly options: Options } }[PlainCommand]
  | { readonly command: 'schema'; readonly name: SchemaName; readonly options: Options }
  /** The words to search by; none: the whole guide. */
  | { readonly command: 'guide'; readonly words: readonly string[]; readonly options: Options }
  /** The characters as they were typed, with spaces or without. */
  | { readonly command: 'code'; readonly code: string; readonly options: Options }
  /** A notice's file; `new`: one that is to be written. */
  | { readonly command: 'notice'; readonly file: string; readonly options: Options }
  /** The folders and files with the gathered answers. */
  | { readonly command: 'desk'; readonly paths: readonly string[]; readonly options: Options }
  /** A text that the command line itself answers with: help, version. */
  | { readonly command: 'print'; readonly text: string };

/** Reads the arguments (without node and script). Throws InputError for a wrong call. */
export function parseCommandLine(args: readonly string[], version: string): CommandLine {
  const printed: string[] = [];
  let called: { readonly command: CommandName; readonly words: readonly string[] } = { command: 'console', words: [] };
  const program = grammar(version, printed, (command, words) => {
    called = { command, words };
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'print', text: printed.join('') };
    throw wrongCall(inWords(error), args);
  }
  const name = called.command === 'report-sent' ? 'report' : called.command;
  const sub = program.commands.find((each) => each.name() === name);
  const options = checkedOptions((sub ?? program).optsWithGlobals(), args);
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
      if (name === undefined) throw wrongCall(`schema: ${schemaNames.join(' | ')}`, args);
      return { command, name, options };
    }
    case 'report-sent':
      if (words[0] !== 'sent') throw wrongCall('report: sent', args);
      return { command, options };
    case 'guide':
      return { command, words, options };
    case 'code':
      return { command, code: words.join(' '), options };
    case 'notice':
      return { command, file: words[0] ?? '', options };
    case 'desk':
      if (options.change !== undefined && options.since === undefined) throw wrongCall(cliTexts.changeAlone, args);
      return { command, paths: words, options };
    case 'check': {
      const clash = clashOf(options);
      if (clash !== null) throw wrongCall(clash, args);
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
