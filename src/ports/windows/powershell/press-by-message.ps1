# Presses one button of a process by a window message, once, or says why not: the second way, where UI Automation does
# not see the button or cannot press it. Its text must be the name, nothing more.

# The buttons, once one fits or the time is up.
function Get-FilledButtons($Wanted) {
  $end = (Get-Seconds) + $Wanted.waitSeconds
  for (;;) {
    $buttons = @(Get-ButtonWindows $Wanted.processId)
    $found = @($buttons | Where-Object { Test-SameName $_.name $Wanted.buttonName })
    if ($found.Count -gt 0 -or (Get-Seconds) -ge $end) { return $buttons }
    Wait-Moment 500
  }
}

# Looks for the one button, and presses it.
function Invoke-Press($Wanted) {
  $obstacle = Find-PressObstacle $Wanted.processId
  if ($obstacle) { return Write-Obstacle $obstacle }
  $buttons = @(Get-FilledButtons $Wanted)
  $names = @($buttons | ForEach-Object { $_.name.Trim() } | Where-Object { $_ -ne '' })
  $found = @($buttons | Where-Object { Test-SameName $_.name $Wanted.buttonName })
  $obstacle = Find-ButtonObstacle $found
  if (-not $obstacle -and -not (Set-ActiveWindow $found[0])) { $obstacle = 'button-disabled' }
  if ($obstacle) { return Write-Obstacle $obstacle '' $names }

  # From here on the button may have been pressed, whatever happens to us.
  Write-Line @{ type = 'pressing' }
  Send-Click $found[0]
  Write-Line @{ type = 'pressed' }
}

Invoke-Press $OqsInput
exit 0
