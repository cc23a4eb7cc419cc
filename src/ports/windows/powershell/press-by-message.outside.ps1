# Windows of class BUTTON, and the message that presses one. Only what is to be pushed: check boxes, radio buttons and
# frames are of that class as well (button styles, learn.microsoft.com). What is built upon the class answers to its
# name (RealGetWindowClass), or has it in its own (Windows Forms).
$OqsButtonCalls = @'
delegate bool Each(IntPtr window, IntPtr more);
[DllImport("user32.dll")] static extern bool EnumWindows(Each each, IntPtr more);
[DllImport("user32.dll")] static extern bool EnumChildWindows(IntPtr parent, Each each, IntPtr more);
[DllImport("user32.dll")] static extern int GetWindowThreadProcessId(IntPtr window, out int process);
[DllImport("user32.dll")] static extern bool IsWindowVisible(IntPtr window);
[DllImport("user32.dll")] static extern bool IsWindowEnabled(IntPtr window);
[DllImport("user32.dll")] static extern int GetWindowLongW(IntPtr window, int index);
[DllImport("user32.dll")] static extern IntPtr GetAncestor(IntPtr window, int which);
[DllImport("user32.dll", CharSet = CharSet.Unicode)]
static extern int GetWindowTextW(IntPtr window, System.Text.StringBuilder text, int length);
[DllImport("user32.dll", CharSet = CharSet.Unicode)]
static extern int GetClassNameW(IntPtr window, System.Text.StringBuilder name, int length);
[DllImport("user32.dll", CharSet = CharSet.Unicode)]
static extern int RealGetWindowClassW(IntPtr window, System.Text.StringBuilder name, int length);
[DllImport("user32.dll")] static extern bool SetForegroundWindow(IntPtr window);
[DllImport("user32.dll")] static extern IntPtr SetActiveWindow(IntPtr window);
[DllImport("user32.dll")] static extern IntPtr GetActiveWindow();
[DllImport("user32.dll")] static extern bool IsIconic(IntPtr window);
[DllImport("user32.dll")] static extern bool ShowWindow(IntPtr window, int how);
[DllImport("user32.dll")] static extern bool AttachThreadInput(int thread, int to, bool attach);
[DllImport("kernel32.dll")] static extern int GetCurrentThreadId();
[DllImport("user32.dll")] static extern IntPtr SendMessageW(IntPtr window, int message, IntPtr w, IntPtr l);
static int ProcessOf(IntPtr window) { int process; GetWindowThreadProcessId(window, out process); return process; }
static bool IsPush(IntPtr window) {
var name = new System.Text.StringBuilder(256); var real = new System.Text.StringBuilder(256);
GetClassNameW(window, name, 256); RealGetWindowClassW(window, real, 256);
bool button = name.ToString().StartsWith("WindowsForms10.BUTTON.", StringComparison.OrdinalIgnoreCase)
|| real.ToString().Equals("Button", StringComparison.OrdinalIgnoreCase);
int style = GetWindowLongW(window, -16) & 15;
return button && (style < 2 || style == 8 || style > 10) && IsWindowVisible(window);
}
public static IntPtr[] Buttons(int process) {
var found = new System.Collections.Generic.List<IntPtr>();
Each child = (window, more) => { if (ProcessOf(window) == process && IsPush(window)) found.Add(window); return true; };
EnumWindows((top, more) => { if (ProcessOf(top) == process) EnumChildWindows(top, child, more); return true; }, IntPtr.Zero);
return found.ToArray();
}
public static string TextOf(IntPtr window) {
var text = new System.Text.StringBuilder(512); GetWindowTextW(window, text, 512); return text.ToString();
}
public static bool IsEnabled(IntPtr window) {
IntPtr top = GetAncestor(window, 2);
for (; window != top && window != IntPtr.Zero; window = GetAncestor(window, 1)) if (!IsWindowEnabled(window)) return false;
return IsWindowEnabled(top);
}
public static bool Activate(IntPtr window) {
int process, own = GetCurrentThreadId(); IntPtr top = GetAncestor(window, 2);
int thread = GetWindowThreadProcessId(top, out process);
if (IsIconic(top)) ShowWindow(top, 9);
SetForegroundWindow(top);
if (!AttachThreadInput(own, thread, true)) return false;
try { SetActiveWindow(top); return GetActiveWindow() == top; } finally { AttachThreadInput(own, thread, false); }
}
public static void Click(IntPtr window) { SendMessageW(window, 0xF5, IntPtr.Zero, IntPtr.Zero); }
'@

# Loads all that is asked of Windows.
function Import-Native {
  if ('OqsConsole.Native' -as [type]) { return }
  Add-Type -Namespace OqsConsole -Name Native -MemberDefinition ($OqsSessionCalls + $OqsButtonCalls)
}

# The buttons in the windows of a process that somebody could see.
function Get-ButtonWindows($ProcessId) {
  Import-Native
  foreach ($window in [OqsConsole.Native]::Buttons([int]$ProcessId)) {
    @{ window = $window; name = [OqsConsole.Native]::TextOf($window); enabled = [OqsConsole.Native]::IsEnabled($window) }
  }
}

# Makes the window around a button the active one; whether it is. In one that is not, a button may not answer (BM_CLICK,
# learn.microsoft.com).
function Set-ActiveWindow($Button) {
  [OqsConsole.Native]::Activate($Button.window)
}

# Presses. May not return before a dialog that opens is closed.
function Send-Click($Button) {
  [OqsConsole.Native]::Click($Button.window)
}
