# Takes up the running tool, or starts it visibly and waits for its window.

# Says why the tool could not be opened.
function Write-Obstacle($Obstacle, $Detail) {
  Write-Line @{ type = 'obstacle'; obstacle = $Obstacle; detail = [string]$Detail }
}

# The processes whose window is the tool's. By program, where it is known; else by the window's name, where that is not
# a folder's window or another program's. $Before: the processes with windows before the start; null: nothing was
# started.
function Select-Tool($Processes, $Wanted, $StartedId, $Before) {
  $sure = @($Processes | Where-Object {
      $_.id -eq $StartedId -or ($Wanted.program -and $_.program -ieq $Wanted.program)
    })
  if ($sure.Count -gt 0) { return $sure }
  $Processes | Where-Object {
    $isNew = $null -ne $Before -and $Before -notcontains $_.id
    $mayBe = -not $Wanted.program -or -not $_.program -or $isNew
    $mayBe -and $_.name -ne 'explorer' -and (Test-NameContains $_.title $Wanted.toolName)
  }
}

# Says which process has the tool's window, if there is one; whether something was said.
function Write-Opened($Found, $AlreadyRunning) {
  if ($Found.Count -eq 1) {
    Write-Line @{ type = 'opened'; processId = [int]$Found[0].id; alreadyRunning = $AlreadyRunning }
  } elseif ($Found.Count -gt 1) {
    Write-Obstacle 'several-matches' (@(Limit-Words @($Found | ForEach-Object { $_.title })) -join ' / ')
  }
  $Found.Count -gt 0
}

# Opens the tool.
function Open-Tool($Wanted) {
  $obstacle = Find-SessionObstacle
  if ($obstacle) { return Write-Obstacle $obstacle }
  $processes = @(Get-WindowedProcesses)
  if (Write-Opened @(Select-Tool $processes $Wanted -1 $null) $true) { return }

  try {
    $startedId = Start-Tool $Wanted.path
  } catch {
    return Write-Obstacle 'window-not-found' $_.Exception.Message
  }
  if ($null -eq $startedId) { $startedId = -1 }
  $before = @($processes | ForEach-Object { $_.id })
  for ($waited = 0; $waited -lt $Wanted.waitSeconds * 1000; $waited += 500) {
    Wait-Moment 500
    if (Write-Opened @(Select-Tool @(Get-WindowedProcesses) $Wanted $startedId $before) $false) { return }
  }
  Write-Obstacle 'window-not-found'
}

Open-Tool $OqsInput
exit 0
