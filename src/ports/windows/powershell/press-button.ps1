# Presses one button of a process's windows, once, or says why not.

# The elements that fit, by the surest sign that fits any: AutomationId, then the name, then a part of a button's name.
function Select-Button($Elements, $AutomationId, $Name) {
  $pressable = @($Elements | Where-Object { $_.canPress })
  if ($AutomationId) {
    $found = @($pressable | Where-Object { $_.automationId.Equals($AutomationId) })
    if ($found.Count -gt 0) { return $found }
  }
  $found = @($pressable | Where-Object { Test-SameName $_.name $Name })
  if ($found.Count -gt 0) { return $found }
  $pressable | Where-Object { $_.type -eq 'Button' -and (Test-NameContains $_.name $Name) }
}

# Says why the button was not pressed.
function Write-Obstacle($Obstacle, $Detail, $Candidates = @()) {
  Write-Line @{
    type = 'obstacle'; obstacle = $Obstacle; detail = [string]$Detail; candidates = @(Limit-Words $Candidates)
  }
}

# Everything inside the windows of a process.
function Read-Elements($ProcessId) {
  foreach ($window in @(Read-Windows $ProcessId)) {
    foreach ($facts in $window.inside) {
      # Under a modal dialog the whole window is disabled, and its buttons need not say so themselves.
      $facts.enabled = $facts.enabled -and $window.enabled
      $facts
    }
  }
}

# Why nothing in this process can be pressed: an obstacle and what Windows says to it; nothing where it can.
function Find-PressObstacle($ProcessId) {
  $obstacle = Find-SessionObstacle
  if ($obstacle) { return $obstacle, '' }
  if (-not (Test-Process $ProcessId)) { return 'window-not-found', '' }
  if (Test-ProcessBarred $ProcessId) { return 'tool-elevated', '' }
  try { Import-Automation } catch { return 'automation-missing', $_.Exception.Message }
}

# Looks for the one button, and presses it.
function Invoke-Press($Wanted) {
  $obstacle, $detail = Find-PressObstacle $Wanted.processId
  if ($obstacle) { return Write-Obstacle $obstacle $detail }

  # A window that has just opened may still be filling.
  for ($look = 1; $look -le 6; $look += 1) {
    if ($look -gt 1) { Wait-Moment 500 }
    $elements = @(Read-Elements $Wanted.processId)
    $found = @(Select-Button $elements $Wanted.automationId $Wanted.buttonName)
    if ($found.Count -gt 0) { break }
  }
  $names = @(Select-ButtonNames $elements)
  if ($elements.Count -eq 0) { return Write-Obstacle 'window-not-found' }
  if ($found.Count -eq 0) { return Write-Obstacle 'button-not-found' '' $names }
  if ($found.Count -gt 1) { return Write-Obstacle 'several-matches' '' $names }
  if (-not $found[0].enabled) { return Write-Obstacle 'button-disabled' '' $names }

  # From here on the button may have been pressed, whatever happens to us.
  Write-Line @{ type = 'pressing' }
  Invoke-Element $found[0].element
  Write-Line @{ type = 'pressed' }
}

Invoke-Press $OqsInput
exit 0
