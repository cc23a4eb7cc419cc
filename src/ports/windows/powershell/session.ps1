# What tells whether somebody's screen is there to work on.

# The number of the session that we run in.
function Get-OwnSessionId {
  (Get-Process -Id $PID).SessionId
}

# What Remote Desktop Services say of this session: WTSQuerySessionInformation with WTSSessionInfoEx (25), of which
# WTSINFOEX_LEVEL1 starts at 8: SessionId, SessionState, SessionFlags (learn.microsoft.com, wtsapi32.h).
function Get-SessionState {
  Add-Type -Namespace OqsConsole -Name Session -MemberDefinition (
    '[DllImport("wtsapi32.dll")] public static extern bool WTSQuerySessionInformationW(' +
    'IntPtr server, int session, int kind, out IntPtr buffer, out int bytes);' +
    '[DllImport("wtsapi32.dll")] public static extern void WTSFreeMemory(IntPtr memory);')
  $buffer = [IntPtr]::Zero
  $bytes = 0
  $answered = [OqsConsole.Session]::WTSQuerySessionInformationW([IntPtr]::Zero, -1, 25, [ref]$buffer, [ref]$bytes)
  if (-not $answered) { return $null }
  try {
    @{
      state = [Runtime.InteropServices.Marshal]::ReadInt32($buffer, 12)
      flags = [Runtime.InteropServices.Marshal]::ReadInt32($buffer, 16)
    }
  } finally {
    [OqsConsole.Session]::WTSFreeMemory($buffer)
  }
}

# The sessions whose sign-in or lock screen is up.
function Get-LogonScreenSessions {
  Get-Process -Name LogonUI -ErrorAction SilentlyContinue | ForEach-Object { $_.SessionId }
}

# Lines of whoami with our groups: language-neutral security identifiers among localised words.
function Get-OwnGroups {
  & "$env:SystemRoot\System32\whoami.exe" /groups /fo csv /nh
}
