# One line of ASCII JSON at a time: no code page changes it. Own code instead of ConvertTo-Json, which in Windows
# PowerShell 5.1 leaves non-ASCII characters as they are and cuts what is nested; and in the few language elements that
# constrained language mode leaves (about_Language_Modes, learn.microsoft.com).

# Whether AppLocker or WDAC leave us only the constrained language: no .NET types beyond the core ones, no UI
# Automation.
function Test-Constrained {
  [string]$ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage'
}

# A text as a JSON string.
function ConvertTo-JsonString($Text) {
  $parts = foreach ($char in ([string]$Text).ToCharArray()) {
    $code = [int]$char
    if ($code -eq 34 -or $code -eq 92) { "\$char" }
    elseif ($code -ge 32 -and $code -le 126) { "$char" }
    else { '\u{0:x4}' -f $code }
  }
  '"' + ($parts -join '') + '"'
}

# A value as JSON: null, truth, numbers, lists, hash tables (`type` first), and everything else as text.
function ConvertTo-JsonText($Value) {
  if ($null -eq $Value) { return 'null' }
  if ($Value -is [bool]) {
    if ($Value) { return 'true' }
    return 'false'
  }
  if ($Value -is [int] -or $Value -is [long]) { return "$Value" }
  if ($Value -is [array]) {
    $items = foreach ($item in $Value) { ConvertTo-JsonText $item }
    return '[' + ($items -join ',') + ']'
  }
  if ($Value -is [hashtable]) {
    $names = @($Value.Keys | Sort-Object { $_ -ne 'type' }, { $_ })
    $members = foreach ($name in $names) { (ConvertTo-JsonString $name) + ':' + (ConvertTo-JsonText $Value[$name]) }
    return '{' + ($members -join ',') + '}'
  }
  ConvertTo-JsonString $Value
}

# Says one object. Never through the pipeline, where a caller's assignment would swallow it.
function Write-Line($Value) {
  $line = (ConvertTo-JsonText $Value) + "`n"
  if (Test-Constrained) {
    # The console's own stream cannot be called there.
    Write-Host $line -NoNewline
  } else {
    [Console]::Out.Write($line)
    [Console]::Out.Flush()
  }
}

# As many of the words as fit on a line: the console cuts lines at 16 KiB, where a Japanese character takes six bytes.
# Of a text that is too long alone (a log in a window), its end is the newest.
function Limit-Words($Words) {
  $left = 2000
  foreach ($word in $Words) {
    $text = [string]$word
    if ($text.Length -gt 1000) { $text = $text.Substring($text.Length - 1000) }
    $left -= $text.Length
    if ($left -lt 0) { return }
    $text
  }
}
