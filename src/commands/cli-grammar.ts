import { Command, type Argument } from 'commander';
import { cliTexts } from './cli.ja.ts';
import { width } from '../text/cells.ts';

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
  | 'desk';

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
  'selftest',
] as const;
export type SchemaName = (typeof schemaNames)[number];

/**
 * The commands, their arguments and options. `call` gets the command that was called, with its words; `printed` what commander
 * itself answers: help, version.
 */
export function grammar(
  version: string,
  printed: string[],
  call: (command: CommandName, words: readonly string[]) => void,
): Command {
  const program = command(new Command('oqs-console'), printed)
    .description(cliTexts.description)
    .version(version, '-V, --version', cliTexts.options.version)
    .helpCommand(false)
    .option('--read-only', cliTexts.options.readOnly)
    .action(() => undefined);
  const subcommand = (name: keyof typeof cliTexts.commands): Command =>
    command(program.command(name), printed).description(cliTexts.commands[name]);
  withTerminal(program);
  withTerminal(subcommand('check'))
    .option('--json', cliTexts.options.json)
    .option('-t, --timeout <SECONDS>', cliTexts.options.timeout)
    .option('--nagios', cliTexts.options.nagios)
    .option('--prometheus <FILE>', cliTexts.options.prometheus)
    .option('--label <NAME=VALUE>', cliTexts.options.label, collected)
    .action(() => call('check', []));
  subcommand('schema')
    .argument('<NAME>', schemaNames.join(', '))
    .action((name: string) => call('schema', [name]));
  subcommand('scenarios').action(() => call('scenarios', []));
  withTerminal(subcommand('report'))
    .argument('[sent]', cliTexts.arguments.reportSent)
    .option('--json', cliTexts.options.json)
    .option('--elsewhere', cliTexts.options.elsewhere)
    .action((sent: string | undefined) => (sent === undefined ? call('report', []) : call('report-sent', [sent])));
  withTerminal(subcommand('guide'))
    .argument('[WORDS...]', cliTexts.arguments.guideWords)
    .option('--json', cliTexts.options.json)
    .action((words: readonly string[]) => call('guide', words));
  withTerminal(subcommand('history'))
    .option('--html', cliTexts.options.html)
    .option('--out <FILE>', cliTexts.options.pageOut)
    .action(() => call('history', []));
  withTerminal(subcommand('card'))
    .option('--staff', cliTexts.options.staff)
    .option('--html', cliTexts.options.html)
    .option('--out <FILE>', cliTexts.options.pageOut)
    .action(() => call('card', []));
  withTerminal(subcommand('bundle'))
    .option('--out <FILE>', cliTexts.options.out)
    .option('--preview', cliTexts.options.preview)
    .option('--with-clinic', cliTexts.options.withClinic)
    .action(() => call('bundle', []));
  withTerminal(subcommand('selftest'))
    .option('--json', cliTexts.options.json)
    .option('--out <FILE>', cliTexts.options.selftestOut)
    .action(() => call('selftest', []));
  subcommand('code')
    .argument('<CODE...>', cliTexts.arguments.code)
    .option('--notice <FILE>', cliTexts.options.notice)
    .action((parts: readonly string[]) => call('code', parts));
  subcommand('notice')
    .argument('<FILE>', cliTexts.arguments.notice)
    .option('--out <FILE>', cliTexts.options.noticeOut)
    .action((file: string) => call('notice', [file]));
  subcommand('desk')
    .argument('<PATHS...>', cliTexts.arguments.deskPaths)
    .option('--list', cliTexts.options.list)
    .option('--json', cliTexts.options.json)
    .option('--csv <FILE>', cliTexts.options.csv)
    .option('--roster <FILE>', cliTexts.options.roster)
    .option('--stale <HOURS>', cliTexts.options.stale)
    .option('--state <STATE>', cliTexts.options.state)
    .option('--filter <WORDS>', cliTexts.options.filter)
    .action((paths: readonly string[]) => call('desk', paths));
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

const HELP_COLUMNS = 80;

/** Commander as a pure parser: it throws instead of exiting, and its words are collected. */
function command(each: Command, printed: string[]): Command {
  return each
    .exitOverride()
    .helpOption('-h, --help', cliTexts.options.help)
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined })
    .configureHelp({
      helpWidth: HELP_COLUMNS,
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
