# The frame of a selftest: one line for each way.

# Says what became of one way: what it gives are facts; `unknown` among them names why it could not be told. An error is
# an answer as well, in the system's words.
function Test-Way($Way, $Question) {
  $begun = [datetime]::UtcNow
  $line = @{ type = 'way'; way = $Way; facts = @{}; unknown = $null; error = $null }
  try {
    # One by one: what was told before an error counts.
    & $Question | ForEach-Object {
      if ($_ -is [hashtable]) { foreach ($name in @($_.Keys)) { $line.facts[$name] = $_[$name] } }
    }
    $line.unknown = $line.facts.unknown
    $line.facts.Remove('unknown')
  } catch {
    $line.error = [string]$_.Exception.Message
    if ($line.error.Length -gt 500) { $line.error = $line.error.Substring(0, 500) }
  }
  $line.milliseconds = [int]([datetime]::UtcNow - $begun).TotalMilliseconds
  Write-Line $line
}

# What a question gives; null where it fails.
function Get-Answer($Question) {
  try { & $Question } catch { $null }
}

# Where only the constrained language is left, nothing below can work.
function Test-UnlessConstrained($Way, $Question) {
  if (Test-Constrained) { Test-Way $Way { throw 'ConstrainedLanguage' } } else { Test-Way $Way $Question }
}
