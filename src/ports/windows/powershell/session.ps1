# What tells whether somebody's screen is there to work on.

# The number of the session that we run in.
function Get-OwnSessionId {
  (Get-Process -Id $PID).SessionId
}

# The sessions whose sign-in or lock screen is up.
function Get-LogonScreenSessions {
  Get-Process -Name LogonUI -ErrorAction SilentlyContinue | ForEach-Object { $_.SessionId }
}
