import type { Completable, OptionValue } from './completable.ts';

/** What bash sources. */
export function bashScript(commands: readonly Completable[], values: readonly OptionValue[]): string {
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
      : `    ${option}) COMPREPLY=($(compgen -W '${list(words)}' -- "$cur")); return ;;`,
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
      `    '${command}') options='${list(options)}' words='${list(words)}' files=${takesFiles ? 'yes' : ''} ;;`,
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

function list(words: readonly string[]): string {
  return words.join(' ');
}
