# Whether the screen is locked: by the session's flags (WTS_SESSIONSTATE_LOCK is 0), or by a lock screen in our session.
function Test-ScreenLocked($State) {
  if ($null -ne $State -and $State.flags -eq 0) { return $true }
  @(Get-LogonScreenSessions) -contains (Get-OwnSessionId)
}

# Why nothing can be pressed in this session, in the order in which one hides the other; nothing where it can.
function Find-SessionObstacle {
  if (Test-Constrained) { return 'constrained-language' }
  if ((Get-OwnSessionId) -eq 0) { return 'session-0' }
  try { $state = Get-SessionState } catch { $state = $null }
  # WTS_CONNECTSTATE_CLASS: WTSDisconnected is 4.
  if ($null -ne $state -and $state.state -eq 4) { return 'session-disconnected' }
  if (Test-ScreenLocked $state) { return 'screen-locked' }
}
