import type { Command, Option } from 'commander';
import { grammar, schemaNames, shells, type Shell } from './cli-grammar.ts';
import { changes, deskStates } from '../desk/states.ts';

/** What can be typed behind a command, or behind the program's name. */
interface Completable {
  /** '' for the program itself. */
  readonly command: string;
  readonly options: readonly string[];
  /** The words that may stand there by themselves. */
  readonly words: readonly string[];
  /** Whether files may stand there as well. */
  readonly takesFiles: boolean;
}

/** What can be typed behind an option that takes a value. */
interface OptionValue {
  readonly option: string;
  /** null: a file or a folder. */
  readonly words: readonly string[] | null;
}

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
  const commands = [program, ...program.commands].map((each): Completable => ({
    command: each === program ? '' : each.name(),
    options: [...each.options.flatMap(({ long }) => long ?? []), '--help'],
    words: each === program ? names : wordsBehind(each.name(), names),
    takesFiles: each.registeredArguments.some((argument) => PATHS.has(argument.name())),
  }));
  const values = optionValues(program, {
    '--simulate': scenarios.map(({ name }) => name),
    '--state': deskStates,
    '--change': changes,
  });
  return { bash: bashScript, powershell: powershellScript }[shell](commands, values);
}

function wordsBehind(command: string, names: readonly string[]): readonly string[] {
  const words: Readonly<Record<string, readonly string[]>> = {
    schema: schemaNames,
    completion: shells,
    help: names,
    report: ['sent'],
    notice: ['new'],
  };
  return words[command] ?? [];
}

/** Every option that takes a value, once. `known`: the values of those that have a list. */
function optionValues(program: Command, known: Readonly<Record<string, readonly string[]>>): readonly OptionValue[] {
  const all = [program, ...program.commands].flatMap((each) => each.options).filter(({ required }) => required);
  const byName = new Map(all.map((each) => [each.long ?? '', each] as const));
  return [...byName].map(([option, each]) => ({ option, words: known[option] ?? (isPath(each) ? null : []) }));
}

function isPath({ flags }: Option): boolean {
  return PATHS.has(/<(.+)>/.exec(flags)?.[1] ?? '');
}

/** What bash sources. */
function bashScript(commands: readonly Completable[], values: readonly OptionValue[]): string {
  return `# bash completion for oqs-console
_oqs_console() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= options= words= files= i
  # \`--option=value\` comes in three words.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  case $prev in
${values
  .map(({ option, words }) =>
    words === null
      ? `    ${option}) COMPREPLY=($(compgen -f -- "$cur")); return ;;`
      : `    ${option}) COMPREPLY=($(compgen -W '${spaced(words)}' -- "$cur")); return ;;`,
  )
  .join('\n')}
  esac
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${commands.flatMap(({ command }) => (command === '' ? [] : [command])).join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command in
${commands
  .map(
    ({ command, options, words, takesFiles }) =>
      `    '${command}') options='${spaced(options)}' words='${spaced(words)}' files=${takesFiles ? 'yes' : ''} ;;`,
  )
  .join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ $files ]]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _oqs_console oqs-console
`;
}

function spaced(words: readonly string[]): string {
  return words.join(' ');
}

/** What PowerShell runs. */
function powershellScript(commands: readonly Completable[], values: readonly OptionValue[]): string {
  return `# PowerShell completion for oqs-console (Windows PowerShell 5.1 and later)
Register-ArgumentCompleter -Native -CommandName 'oqs-console', 'oqs-console.cmd' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${commands
  .map(
    ({ command, options, words, takesFiles }) =>
      `    '${command}' = @{ options = ${quoted(options)}; words = ${quoted(words)}; files = ${takesFiles ? '$true' : '$false'} }`,
  )
  .join('\n')}
  }
  # $null: a file, which PowerShell completes by itself.
  $values = @{
${values.map(({ option, words }) => `    '${option}' = ${words === null ? '$null' : quoted(words)}`).join('\n')}
  }
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $found = if ($values.ContainsKey($last)) {
    $values[$last]
  } else {
    $command = @($before | Where-Object { $_ -ne '' -and $commands.ContainsKey($_) })
    $name = if ($command.Count -gt 0) { $command[0] } else { '' }
    if ($wordToComplete -like '-*') { $commands[$name].options } else { $commands[$name].words }
  }
  $found | Where-Object { $_ -and $_.StartsWith($wordToComplete, [StringComparison]::OrdinalIgnoreCase) } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}

function quoted(words: readonly string[]): string {
  return `@(${words.map((word) => `'${word}'`).join(', ')})`;
}
