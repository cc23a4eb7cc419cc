import { Command, type Argument } from 'commander';
import { cliTexts } from './cli.ja.ts';
import { width } from '../text/cells.ts';
import { wrap } from '../text/wrap.ts';

export type CommandName =
  | 'console'
  | 'check'
  | 'scenarios'
  | 'report'
  | 'report-sent'
  | 'history'
  | 'card'
  | 'bundle'
  | 'selftest'
  | 'schema'
  | 'guide'
  | 'code'
  | 'notice'
  | 'desk'
  | 'completion'
  | 'help';

/** What `schema` knows. */
export const schemaNames = [
  'check',
  'report',
  'notice',
  'scenario',
  'settings',
  'guide',
  'guide-answer',
  'desk',
  'history',
  'scenarios',
  'code',
  'bundle',
  'selftest',
] as const;
export type SchemaName = (typeof schemaNames)[number];

/** The shells that `completion` knows. */
export const shells = ['bash', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** Who reads a call. */
interface Reader {
  readonly version: string;
  /** How wide help may be. */
  readonly columns: number;
  /** Gets the command that was called, with its words. */
  readonly call: (command: CommandName, words: readonly string[]) => void;
  /** Gets what commander itself answers: help, version. */
  readonly print: (text: string) => void;
  /** Gets the name of the command that help was asked for. */
  readonly help: (name: string) => void;
}

/** The commands, their arguments and options: the one source of what is understood, of help and of completion. */
export function grammar(reader: Reader): Command {
  const { version, call } = reader;
  const program = command(new Command('oqs-console'), reader)
    .description(cliTexts.description)
    .version(version, '-V, --version', cliTexts.options.version)
    .helpCommand(false)
    .option('--read-only', cliTexts.options.readOnly)
    .action(() => undefined);
  const subcommand = (name: keyof typeof cliTexts.commands): Command => {
    const each = command(program.command(name), reader).description(cliTexts.commands[name]);
    return each.action(() => call(name, each.args));
  };
  withTerminal(program);
  withTerminal(subcommand('check'))
    .option('--json', cliTexts.options.json)
    .option('-t, --timeout <SECONDS>', cliTexts.options.timeout)
    .option('--nagios', cliTexts.options.nagios)
    .option('--prometheus <FILE>', cliTexts.options.prometheus)
    .option('--label <NAME=VALUE>', cliTexts.options.label, collected);
  subcommand('schema').argument('<NAME>', schemaNames.join(', '));
  subcommand('scenarios').option('--json', cliTexts.options.json);
  withTerminal(subcommand('report'))
    .argument('[sent]', cliTexts.arguments.reportSent)
    .option('--json', cliTexts.options.json)
    .option('--elsewhere', cliTexts.options.elsewhere)
    .action((sent: string | undefined) => (sent === undefined ? call('report', []) : call('report-sent', [sent])));
  withTerminal(subcommand('guide'))
    .argument('[WORDS...]', cliTexts.arguments.guideWords)
    .option('--json', cliTexts.options.json);
  withTerminal(subcommand('history'))
    .option('--json', cliTexts.options.json)
    .option('--html', cliTexts.options.html)
    .option('--out <FILE>', cliTexts.options.pageOut);
  withTerminal(subcommand('card'))
    .option('--staff', cliTexts.options.staff)
    .option('--html', cliTexts.options.html)
    .option('--out <FILE>', cliTexts.options.pageOut);
  withTerminal(subcommand('bundle'))
    .option('--json', cliTexts.options.json)
    .option('--out <FILE>', cliTexts.options.out)
    .option('--preview', cliTexts.options.preview)
    .option('--with-clinic', cliTexts.options.withClinic);
  withTerminal(subcommand('selftest'))
    .option('--json', cliTexts.options.json)
    .option('--out <FILE>', cliTexts.options.selftestOut);
  subcommand('code')
    .argument('<CODE...>', cliTexts.arguments.code)
    .option('--json', cliTexts.options.json)
    .option('--notice <FILE>', cliTexts.options.notice);
  subcommand('notice').argument('<FILE>', cliTexts.arguments.notice).option('--out <FILE>', cliTexts.options.noticeOut);
  subcommand('desk')
    .argument('<PATHS...>', cliTexts.arguments.deskPaths)
    .option('--list', cliTexts.options.list)
    .option('--reasons', cliTexts.options.reasons)
    .option('--json', cliTexts.options.json)
    .option('--csv <FILE>', cliTexts.options.csv)
    .option('--xlsx <FILE>', cliTexts.options.xlsx)
    .option('--html <FILE>', cliTexts.options.deskHtml)
    .option('--roster <FILE>', cliTexts.options.roster)
    .option('--since <DIR>', cliTexts.options.since)
    .option('--change <CHANGE>', cliTexts.options.change)
    .option('--stale <HOURS>', cliTexts.options.stale)
    .option('--state <STATE>', cliTexts.options.state)
    .option('--filter <WORDS>', cliTexts.options.filter);
  subcommand('completion').argument('<SHELL>', shells.join(', '));
  subcommand('help').argument('[COMMAND]', cliTexts.arguments.helpCommand);
  return program;
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

/** Commander as a pure parser: it throws instead of exiting, and its words are handed on. */
function command(each: Command, { columns, print, help }: Reader): Command {
  return each
    .exitOverride()
    .helpOption('-h, --help', cliTexts.options.help)
    .addHelpText('before', () => {
      help(each.name());
      return '';
    })
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .configureHelp({
      helpWidth: columns,
      minWidthToWrap: 0,
      // Commander breaks lines at spaces only, of which Japanese has none.
      boxWrap: (text, most) => wrap(text, most).join('\n'),
      // Every command has options: that says nothing.
      subcommandTerm: (each) =>
        [each.name(), ...each.registeredArguments.map((argument) => termOf(argument))].join(' '),
      // Commander counts characters; Japanese ones take two columns.
      displayWidth: (text) => width(text),
      styleTitle: (title) => cliTexts.titles[title] ?? title,
    })
    .allowExcessArguments(false);
}

function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** All values of an option that may be given more than once. */
function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
