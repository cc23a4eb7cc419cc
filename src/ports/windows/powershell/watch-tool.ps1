# Reads the windows of a process and the programs that it starts, until the process ends. Presses nothing.

# Says what is new or has changed in the windows since the last look. Where they cannot be read now, they stand as they
# did.
function Write-WindowChanges($State) {
  try { $State.windows = @(Read-Windows $State.processId) } catch { }
  $lines = @($State.windows | ForEach-Object { ConvertTo-WindowLine $_ })
  # The main one is what Windows names so, else the first one. It stays so until it is closed.
  if ($lines -and -not $State.mainId) {
    try { $State.mainId = Get-MainWindowId $State.processId } catch { }
    if ($lines.id -notcontains $State.mainId) { $State.mainId = $lines[0].id }
  }
  foreach ($line in $lines) {
    $line.isMain = $line.id -eq $State.mainId
    $said = ConvertTo-JsonText $line
    if ($State.said[$line.id] -ceq $said) { continue }
    $State.said[$line.id] = $said
    Write-Line $line
  }
  foreach ($id in @($State.said.Keys)) {
    if ($lines.id -contains $id) { continue }
    $State.said.Remove($id)
    if ($State.mainId -eq $id) { $State.mainId = $null }
    Write-Line @{ type = 'window-closed'; id = $id }
  }
}

# The windows that are there first. A window that closes meanwhile spoils a look; where all fail, the script ends: a
# watch that sees nothing must not pass for a tool that says nothing.
function Read-FirstWindows($ProcessId) {
  for ($look = 1; ; $look += 1) {
    try { $windows = @(Read-Windows $ProcessId); return $windows } catch { if ($look -eq 10) { throw } }
    Wait-Moment 500
  }
}

# Whether a process descends from another one, as far as the table of processes tells.
function Test-Descends($Table, $Id, $Ancestor) {
  for ($step = 0; $step -lt 10 -and $Table[$Id]; $step += 1) {
    $Id = $Table[$Id].parent
    if ($Id -eq $Ancestor) { return $true }
  }
  $false
}

# Says which programs have started since the last look: those of the tool, and those that the shell may have opened for
# it. Our own are not among them.
function Write-Viewers($State) {
  try {
    $new = @(Get-ProcessIds | Where-Object { -not $State.known[$_] })
    if ($new.Count -eq 0) { return }
    $started = @(Get-ProcessTable $new)
  } catch { return }
  foreach ($id in $new) { $State.known[$id] = $true }
  foreach ($process in $started) { $State.table[$process.id] = $process }
  foreach ($process in $started) {
    $isTools = Test-Descends $State.table $process.id $State.processId
    $isOurs = $process.id -eq $PID -or (Test-Descends $State.table $process.id $State.ownParent)
    # After the program a path with a drive or on a share.
    $namesFile = $process.commandLine -match '^\s*("[^"]*"|\S+)\s.*([A-Za-z]:[\\/]|\\\\\w)'
    if ($isTools -or ($namesFile -and -not $isOurs)) {
      Write-Line @{
        type = 'viewer'; program = $process.program
        commandLine = if ($process.commandLine) { -join @(Limit-Words $process.commandLine) }
      }
    }
  }
}

# What is there before the watch begins: processes, who started them, and who started us.
function Get-WatchState($ProcessId) {
  $state = @{ processId = [int]$ProcessId; mainId = $null; said = @{}; known = @{}; table = @{}; ownParent = -1 }
  foreach ($id in @(Get-ProcessIds)) { $state.known[$id] = $true }
  # Without the table only the programs started from now on are told apart.
  try { foreach ($process in @(Get-ProcessTable $null)) { $state.table[$process.id] = $process } } catch { }
  if ($state.table[$PID]) { $state.ownParent = $state.table[$PID].parent }
  $state
}

$obstacle = Find-SessionObstacle
if (-not $obstacle) {
  try { Import-Automation } catch { $obstacle = 'automation-missing'; $detail = $_.Exception.Message }
}
if ($obstacle) {
  Write-Line @{ type = 'obstacle'; obstacle = $obstacle; detail = [string]$detail }
  exit 0
}
$first = @(Read-FirstWindows $OqsInput.processId)
# This may take seconds, in which windows come and go.
$state = Get-WatchState $OqsInput.processId
$state.windows = $first
Write-WindowChanges $state
Write-Line @{ type = 'watching' }
while (@(Get-ProcessIds) -contains $state.processId) {
  Wait-Moment $OqsInput.everyMilliseconds
  Write-WindowChanges $state
  Write-Viewers $state
}
Write-Line @{ type = 'process-ended' }
exit 0
