# Whether a process is there.
function Test-Process($ProcessId) {
  $null -ne (Get-Process -Id $ProcessId -ErrorAction SilentlyContinue)
}

# Whether Windows keeps a process from us. Process.Handle asks for all rights, which a process with more rights than
# ours refuses (Process.Handle; User Interface Privilege Isolation, learn.microsoft.com).
function Test-ProcessBarred($ProcessId) {
  try {
    $null -eq (Get-Process -Id $ProcessId).Handle
  } catch {
    $true
  }
}

# Waits a moment.
function Wait-Moment($Milliseconds) {
  Start-Sleep -Milliseconds $Milliseconds
}

# Seconds of a clock that nobody sets.
function Get-Seconds {
  [Diagnostics.Stopwatch]::GetTimestamp() / [Diagnostics.Stopwatch]::Frequency
}
