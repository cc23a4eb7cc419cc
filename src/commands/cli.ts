import { CommanderError, type Command } from 'commander';
import { grammar, schemaNames, shells, type CommandName, type SchemaName, type Shell } from './cli-grammar.ts';
import { checkedOptions, STANDARD_STREAM, wrongCall, type Options } from './options.ts';
import { cliTexts } from './cli.ja.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';
import { nearest } from '../text/nearest.ts';

/** The commands that take nothing but options. */
type PlainCommand = Exclude<CommandName, 'schema' | 'guide' | 'code' | 'notice' | 'desk' | 'completion' | 'help'>;

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
  | { readonly command: 'completion'; readonly shell: Shell }
  /** The grammar's own help, and whose it is: a command's name, or the program's. */
  | { readonly command: 'help'; readonly text: string; readonly of: string }
  /** A text that the command line itself answers with: the version. */
  | { readonly command: 'print'; readonly text: string };

/**
 * Reads the arguments (without node and script); help is made for so many columns. Throws InputError for a wrong call.
 */
export function parseCommandLine(args: readonly string[], version: string, columns = HELP_COLUMNS): CommandLine {
  const printed: string[] = [];
  let of: string | null = null;
  let called: { readonly command: CommandName; readonly words: readonly string[] } = { command: 'console', words: [] };
  const program = grammar({
    version,
    columns,
    call: (command, words) => {
      called = { command, words };
    },
    print: (text) => printed.push(text),
    help: (name) => {
      of = name;
    },
  });
  const said = (): CommandLine =>
    of === null ? { command: 'print', text: printed.join('') } : { command: 'help', text: printed.join(''), of };
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return said();
    throw wrongCall(inWords(error, calledIn(program, args), program), args);
  }
  const { command, words } = called;
  if (command === 'help') {
    const [name] = words;
    const asked = name === undefined ? program : commandOf(program, name);
    if (asked === undefined) throw wrongCall(unknownWord(name ?? '', namesIn(program)), args);
    asked.outputHelp();
    return said();
  }
  const name = command === 'report-sent' ? 'report' : command;
  const options = checkedOptions((commandOf(program, name) ?? program).optsWithGlobals(), args);
  const clash = clashOf(command, options);
  if (clash !== null) throw wrongCall(clash, args);
  return commandLine(command, words, options, args);
}

const HELP_COLUMNS = 80;

const commandOf = (program: Command, name: string): Command | undefined =>
  program.commands.find((each) => each.name() === name);
const namesIn = (program: Command): readonly string[] => program.commands.map((each) => each.name());

/** The command that was called, as far as the call can be told; else the program. */
function calledIn(program: Command, args: readonly string[]): Command {
  return args.map((arg) => commandOf(program, arg)).find((each) => each !== undefined) ?? program;
}

/** The call with its words as its command reads them. */
function commandLine(
  command: Exclude<CommandName, 'help'>,
  words: readonly string[],
  options: Options,
  args: readonly string[],
): CommandLine {
  switch (command) {
    case 'schema': {
      const name = schemaNames.find((each) => each === words[0]);
      if (name === undefined) throw wrongCall(otherThan('schema', schemaNames, words[0]), args);
      return { command, name, options };
    }
    case 'completion': {
      const shell = shells.find((each) => each === words[0]);
      if (shell === undefined) throw wrongCall(otherThan('completion', shells, words[0]), args);
      return { command, shell };
    }
    case 'report-sent':
      if (words[0] !== 'sent') throw wrongCall(otherThan('report', ['sent'], words[0]), args);
      return { command, options };
    case 'guide':
      return { command, words, options };
    case 'code':
      return { command, code: words.join(' '), options };
    case 'notice':
      return { command, file: words[0] ?? '', options };
    case 'desk':
      if (options.change !== undefined && options.since === undefined) throw wrongCall(cliTexts.changeAlone, args);
      if (words.includes(STANDARD_STREAM) && options.roster === STANDARD_STREAM)
        throw wrongCall(cliTexts.oneOf(['desk -', '--roster -']), args);
      return { command, paths: words, options };
    default:
      return { command, options };
  }
}

/** What of the options does not go together: what is read from stdout is one thing. */
function clashOf(command: CommandName, options: Options): string | null {
  const { nagios, json, prometheus, label, html, out, csv, xlsx, list, reasons } = options;
  if (nagios === true && json === true) return monitoringTexts.nagiosAlone;
  if (html === true && json === true) return cliTexts.oneOf(['--html', '--json']);
  if (command === 'bundle' && out === STANDARD_STREAM && json === true) return cliTexts.oneOf(['--out -', '--json']);
  const tables = Object.entries({ csv, xlsx, html }).flatMap(([name, value]) =>
    value === STANDARD_STREAM ? [`--${name} -`] : [],
  );
  const onStdout = [
    ...tables,
    ...(json === true ? ['--json'] : []),
    ...(list === true ? ['--list'] : []),
    ...(reasons === true ? ['--reasons'] : []),
  ];
  if (tables.length > 0 && onStdout.length > 1) return cliTexts.oneOf(onStdout);
  return label !== undefined && prometheus === undefined ? monitoringTexts.labelAlone : null;
}

/** Commander's reason in Japanese, with the word of the call that it quotes, and what that may have meant. */
function inWords(error: CommanderError, called: Command, program: Command): string {
  // Too many arguments: the first word in quotation marks is the command that is right, the arguments come last.
  const excess = /got \d+: (.+)\.$/.exec(error.message)?.[1];
  const quoted = excess ?? /'([^']+)'/.exec(error.message)?.[1];
  if (excess !== undefined && called === program) return unknownWord(excess.split(', ')[0] ?? '', namesIn(program));
  const reason = cliTexts.wrongCalls[error.code] ?? cliTexts.wrongCall;
  const options = called.options.flatMap(({ long }) => long ?? []);
  const meant = error.code === 'commander.unknownOption' ? nearest(quoted ?? '', [...options, '--help']) : null;
  return (quoted === undefined ? reason : `${reason}(${quoted})`) + didYouMean(meant);
}

function unknownWord(word: string, names: readonly string[]): string {
  return `${cliTexts.wrongCalls['commander.unknownCommand'] ?? ''}(${word})${didYouMean(nearest(word, names))}`;
}

/** A word in the place of those that there are. */
function otherThan(command: string, words: readonly string[], word = ''): string {
  return `${command}: ${words.join(' | ')}${didYouMean(nearest(word, words))}`;
}

function didYouMean(word: string | null): string {
  return word === null ? '' : cliTexts.didYouMean(word);
}
