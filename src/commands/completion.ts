import type { Command, Option } from 'commander';
import { grammar, schemaNames, shells, type Shell } from './cli-grammar.ts';
import { bashScript } from './completion-bash.ts';
import { powershellScript } from './completion-powershell.ts';
import type { Completable, OptionValue } from './completable.ts';
import { changes, deskStates } from '../desk/states.ts';

/** Whose placeholder stands for a path. */
const PATHS = new Set(['FILE', 'DIR', 'PATHS']);

/**
 * The setting that makes a shell complete calls of oqs-console, made from the grammar; ASCII, whatever code page it
 * goes through.
 */
export function completionScript(shell: Shell, scenarios: readonly { readonly name: string }[]): string {
  const program = grammar({
    version: '',
    columns: 80,
    call: () => undefined,
    print: () => undefined,
    help: () => undefined,
  });
  const names = program.commands.map((each) => each.name());
  const commands = [program, ...program.commands].map((each) => completable(each, each === program ? null : names));
  const values = optionValues(program, {
    '--simulate': scenarios.map(({ name }) => name),
    '--state': deskStates,
    '--change': changes,
  });
  return { bash: bashScript, powershell: powershellScript }[shell](commands, values);
}

/** `names`: those of all commands; null for the program itself, whose words they are. */
function completable(each: Command, names: readonly string[] | null): Completable {
  const options = each.options.flatMap(({ long }) => long ?? []);
  const common = { options: [...options, '--help'] };
  if (names === null)
    return { command: '', ...common, words: each.commands.map((command) => command.name()), takesFiles: false };
  const takesFiles = each.registeredArguments.some((argument) => PATHS.has(argument.name()));
  return { command: each.name(), ...common, words: wordsOf(each.name(), names), takesFiles };
}

function wordsOf(command: string, names: readonly string[]): readonly string[] {
  switch (command) {
    case 'schema':
      return schemaNames;
    case 'completion':
      return shells;
    case 'help':
      return names;
    case 'report':
      return ['sent'];
    case 'notice':
      return ['new'];
    default:
      return [];
  }
}

/** Every option that takes a value, once. `known`: the values of those that have a list. */
function optionValues(program: Command, known: Readonly<Record<string, readonly string[]>>): readonly OptionValue[] {
  const all = [program, ...program.commands].flatMap((each) => each.options).filter(({ required }) => required);
  const byName = new Map(all.map((each) => [each.long ?? '', each] as const));
  return [...byName].map(([option, each]) => ({
    option,
    words: known[option] ?? (isPath(each) ? null : []),
  }));
}

function isPath({ flags }: Option): boolean {
  return PATHS.has(/<(.+)>/.exec(flags)?.[1] ?? '');
}
