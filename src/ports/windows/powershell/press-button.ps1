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

# Everything inside windows.
function Select-Elements($Windows) {
  foreach ($window in $Windows) {
    foreach ($facts in $window.inside) {
      # Under a modal dialog the whole window is disabled, and its buttons need not say so themselves.
      $facts.enabled = $facts.enabled -and $window.enabled
      $facts
    }
  }
}

# All windows, once a button in them fits or the time is up: a window may be a splash first, or still be filling. A
# window that closes meanwhile spoils a look: they cannot be read only where the last look fails.
function Read-FilledWindows($Wanted) {
  $end = (Get-Seconds) + $Wanted.waitSeconds
  for (;;) {
    try {
      $windows = @(Read-Windows $Wanted.processId)
      $found = @(Select-Button (Select-Elements $windows) $Wanted.automationId $Wanted.buttonName)
      if ($found.Count -gt 0 -or (Get-Seconds) -ge $end) { return $windows }
    } catch { if ((Get-Seconds) -ge $end) { throw } }
    Wait-Moment 500
  }
}

# Looks for the one button, and presses it.
function Invoke-Press($Wanted) {
  $obstacle = Find-PressObstacle $Wanted.processId
  if ($obstacle) { return Write-Obstacle $obstacle }
  try {
    Import-Automation
    $windows = @(Read-FilledWindows $Wanted)
    $elements = @(Select-Elements $windows)
    $names = @(Select-ButtonNames $elements)
    if ($elements.Count -eq 0) { return Write-Obstacle 'window-not-found' }
    $found = @(Select-Button $elements $Wanted.automationId $Wanted.buttonName)
    $obstacle = Find-ButtonObstacle $found
    if ($obstacle) { return Write-Obstacle $obstacle '' $names }
    $pattern = Get-PressPattern $found[0].element
    # What stands there now is no answer to the press.
    $windows | ForEach-Object { ConvertTo-WindowLine $_ } | ForEach-Object { Write-Line $_ }
  } catch {
    return Write-Obstacle 'automation-missing' $_.Exception.Message
  }

  # From here on the button may have been pressed, whatever happens to us.
  Write-Line @{ type = 'pressing' }
  $pattern.Invoke()
  Write-Line @{ type = 'pressed' }
}

Invoke-Press $OqsInput
exit 0
