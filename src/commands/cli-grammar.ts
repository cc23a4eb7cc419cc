import { Command, type Argument } from 'commander';
import { cliTexts } from './cli.ja.ts';
import { width } from '../text/cells.ts';

/** Commands that take nothing but options. */
const plainCommands = ['console', 'check', 'scenarios', 'report', 'history', 'bundle'] as const;
type PlainCommand = (typeof plainCommands)[number];
export type CommandName = PlainCommand | 'report-sent' | 'schema' | 'guide' | 'code' | 'desk';

/**
 * The commands, their arguments and options. `call` gets the command that was called, with its words; `printed` what commander
 * itself answers: help, version. `names` are the names that `schema` knows.
 */
export function grammar(
  version: string,
  printed: string[],
  names: readonly string[],
  call: (command: CommandName, words: readonly string[]) => void,
): Command {
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
    .option('-t, --timeout <SECONDS>', cliTexts.options.timeout)
    .option('--nagios', cliTexts.options.nagios)
    .option('--prometheus <FILE>', cliTexts.options.prometheus)
    .option('--label <NAME=VALUE>', cliTexts.options.label, collected)
    .action(() => call('check', []));
  command(program.command('schema'), printed)
    .description(cliTexts.commands.schema)
    .argument('<NAME>', names.join(', '))
    .action((name: string) => call('schema', [name]));
  command(program.command('scenarios'), printed)
    .description(cliTexts.commands.scenarios)
    .action(() => call('scenarios', []));
  withTerminal(command(program.command('report'), printed))
    .description(cliTexts.commands.report)
    .argument('[sent]', cliTexts.arguments.reportSent)
    .option('--json', cliTexts.options.json)
    .option('--elsewhere', cliTexts.options.elsewhere)
    .action((sent: string | undefined) => (sent === undefined ? call('report', []) : call('report-sent', [sent])));
  withTerminal(command(program.command('guide'), printed))
    .description(cliTexts.commands.guide)
    .argument('[WORDS...]', cliTexts.arguments.guideWords)
    .action((words: readonly string[]) => call('guide', words));
  withTerminal(command(program.command('history'), printed))
    .description(cliTexts.commands.history)
    .action(() => call('history', []));
  withTerminal(command(program.command('bundle'), printed))
    .description(cliTexts.commands.bundle)
    .option('--out <FILE>', cliTexts.options.out)
    .option('--preview', cliTexts.options.preview)
    .option('--with-clinic', cliTexts.options.withClinic)
    .action(() => call('bundle', []));
  command(program.command('code'), printed)
    .description(cliTexts.commands.code)
    .argument('<CODE...>', cliTexts.arguments.code)
    .action((parts: readonly string[]) => call('code', parts));
  command(program.command('desk'), printed)
    .description(cliTexts.commands.desk)
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
