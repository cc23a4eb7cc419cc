# What both ways to press have in common.

# Says why the button was not pressed.
function Write-Obstacle($Obstacle, $Detail, $Candidates = @()) {
  Write-Line @{
    type = 'obstacle'; obstacle = $Obstacle; detail = [string]$Detail; candidates = @(Limit-Words $Candidates)
  }
}

# Why nothing in this process can be pressed; nothing where it can.
function Find-PressObstacle($ProcessId) {
  $obstacle = Find-SessionObstacle
  if ($obstacle) { return $obstacle }
  if (-not (Test-Process $ProcessId)) { return 'window-not-found' }
  if (Test-ProcessBarred $ProcessId) { return 'tool-elevated' }
}

# Why none of the buttons that fit is pressed; nothing where it is the one, and can be.
function Find-ButtonObstacle($Found) {
  if ($Found.Count -eq 0) { return 'button-not-found' }
  if ($Found.Count -gt 1) { return 'several-matches' }
  if (-not $Found[0].enabled) { return 'button-disabled' }
}
