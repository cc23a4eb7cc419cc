# The numbers of all processes.
function Get-ProcessIds {
  Get-Process | ForEach-Object { $_.Id }
}

# Who started which process, and how; of all processes, or of those with these numbers.
function Get-ProcessTable($Ids) {
  $query = 'SELECT ProcessId, ParentProcessId, Name, ExecutablePath, CommandLine FROM Win32_Process'
  if ($null -ne $Ids) { $query += ' WHERE ' + (@($Ids | ForEach-Object { "ProcessId = $_" }) -join ' OR ') }
  foreach ($process in @(Get-CimInstance -Query $query)) {
    @{
      id          = [int]$process.ProcessId
      parent      = [int]$process.ParentProcessId
      program     = if ($process.ExecutablePath) { [string]$process.ExecutablePath } else { [string]$process.Name }
      commandLine = if ($process.CommandLine) { [string]$process.CommandLine }
    }
  }
}

# The handle of a process's main window as part of the window's id; nothing where it has none.
function Get-MainWindowId($ProcessId) {
  $handle = (Get-Process -Id $ProcessId).MainWindowHandle
  if ([long]$handle -ne 0) { "w$([int]$handle)" }
}

# Waits a moment.
function Wait-Moment($Milliseconds) {
  Start-Sleep -Milliseconds $Milliseconds
}
