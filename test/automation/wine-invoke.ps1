# Wine has no UiaGetPatternProvider ("Unsupported Pattern"), so that nothing can be pressed by UI Automation there. In
# its place, where a test asks for it: a window message (BM_CLICK) to the element that the script has found, which
# returns as late.
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public class OqsTestPress {
  [DllImport("user32.dll")] static extern IntPtr SendMessageW(IntPtr window, int message, IntPtr w, IntPtr l);
  readonly IntPtr window;
  public OqsTestPress(int handle) { window = new IntPtr(handle); }
  public void Invoke() { SendMessageW(window, 0xF5, IntPtr.Zero, IntPtr.Zero); }
}
'@
$ownPattern = ${function:Get-PressPattern}
function Get-PressPattern($Element) {
  try { return & $ownPattern $Element } catch [System.InvalidOperationException] { }
  New-Object OqsTestPress([int]$Element.Cached.NativeWindowHandle)
}
