import type { Completable, OptionValue } from './completable.ts';

/** What PowerShell runs. */
export function powershellScript(commands: readonly Completable[], values: readonly OptionValue[]): string {
  return `# PowerShell completion for oqs-console (Windows PowerShell 5.1 and later)
Register-ArgumentCompleter -Native -CommandName 'oqs-console', 'oqs-console.cmd' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${commands
  .map(
    ({ command, options, words, takesFiles }) =>
      `    '${command}' = @{ options = ${list(options)}; words = ${list(words)}; files = ${takesFiles ? '$true' : '$false'} }`,
  )
  .join('\n')}
  }
  # $null: a file, which PowerShell completes by itself.
  $values = @{
${values.map(({ option, words }) => `    '${option}' = ${words === null ? '$null' : list(words)}`).join('\n')}
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

function list(words: readonly string[]): string {
  return `@(${words.map((word) => `'${word}'`).join(', ')})`;
}
