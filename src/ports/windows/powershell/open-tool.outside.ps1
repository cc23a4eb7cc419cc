# The processes of our session that have a window: number, name, program and the window's title. The program of a
# process with more rights than ours stays unknown.
function Get-WindowedProcesses {
  $session = Get-OwnSessionId
  foreach ($process in @(Get-Process)) {
    if ($process.SessionId -ne $session -or [long]$process.MainWindowHandle -eq 0) { continue }
    $program = try { [string]$process.Path } catch { '' }
    @{ id = $process.Id; name = $process.Name; program = $program; title = [string]$process.MainWindowTitle }
  }
}

# Starts a program or a shortcut visibly, a program in its own folder as the desktop does. Its process's number; nothing
# where Windows gives none.
function Start-Tool($Path) {
  $where = @{}
  if ($Path -match '\.exe$') { $where.WorkingDirectory = Split-Path -Parent $Path }
  $process = Start-Process -FilePath $Path -WindowStyle Normal -PassThru @where
  if ($null -ne $process) { $process.Id }
}

# Waits a moment.
function Wait-Moment($Milliseconds) {
  Start-Sleep -Milliseconds $Milliseconds
}
