# What Remote Desktop Services say of this session: WTSQuerySessionInformation with WTSSessionInfoEx (25), of which
# WTSINFOEX_LEVEL1 starts at 8: SessionId, SessionState, SessionFlags (learn.microsoft.com, wtsapi32.h).
$OqsSessionCalls = '[DllImport("wtsapi32.dll")] public static extern bool WTSQuerySessionInformationW(' +
  'IntPtr server, int session, int kind, out IntPtr buffer, out int bytes);' +
  '[DllImport("wtsapi32.dll")] public static extern void WTSFreeMemory(IntPtr memory);'

function Get-SessionState {
  Import-Native
  $buffer = [IntPtr]::Zero
  $bytes = 0
  if (-not [OqsConsole.Native]::WTSQuerySessionInformationW([IntPtr]::Zero, -1, 25, [ref]$buffer, [ref]$bytes)) { return }
  $memory = [Runtime.InteropServices.Marshal]
  try {
    @{ state = $memory::ReadInt32($buffer, 12); flags = $memory::ReadInt32($buffer, 16) }
  } finally {
    [OqsConsole.Native]::WTSFreeMemory($buffer)
  }
}
