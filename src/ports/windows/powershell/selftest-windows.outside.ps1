# What is asked of Windows in compiled C#, all of it at once: what `automation` needs (see `native`), a button of our
# own, and the font of a console. The window goes with the thread that made it.
function Import-Native {
  if ('OqsConsole.Native' -as [type]) { return }
  Add-Type -TypeDefinition @'
using System;
using System.Reflection;
using System.Runtime.InteropServices;
using Handle = System.IntPtr;
using Dll = System.Runtime.InteropServices.DllImportAttribute;
using System.Threading;
namespace OqsConsole {
public static class Native {
const string User = "user32.dll", Kernel = "kernel32.dll";
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
struct Font { public int Size; public int Index; public short Width; public short Height; public int Family; public int Weight;
[MarshalAs(UnmanagedType.ByValTStr, SizeConst = 32)] public string Face; }
[Dll(User, CharSet = CharSet.Unicode)]
static extern Handle CreateWindowExW(int more, string kind, string name, uint style, int x, int y, int w, int h, Handle parent, Handle menu, Handle module, Handle data);
[Dll(User)] static extern int GetMessageW(byte[] message, Handle window, uint first, uint last);
[Dll(User)] static extern Handle DispatchMessageW(byte[] message);
[Dll(User)] static extern bool PostThreadMessageW(int thread, uint kind, Handle w, Handle l);
[Dll(Kernel)] static extern int GetCurrentThreadId();
[Dll(Kernel)] static extern bool FreeConsole();
[Dll(Kernel)] static extern bool AttachConsole(int process);
[Dll(Kernel)] static extern uint GetConsoleOutputCP();
[Dll(Kernel, CharSet = CharSet.Unicode)]
static extern Handle CreateFileW(string name, uint access, uint share, Handle security, uint how, uint flags, Handle template);
[Dll(Kernel)] static extern bool CloseHandle(Handle handle);
[Dll(Kernel)] static extern bool GetCurrentConsoleFontEx(Handle output, bool largest, ref Font font);
[Dll(User)] public static extern bool IsWindowEnabled(Handle window);
static int thread;
public static void Call(MethodInfo call, object with) {
try { call.Invoke(null, new object[] { with }); } catch { call.Invoke(null, new object[] { with }); }
}
public static Handle OpenButton(string name) {
Handle window = Handle.Zero;
ManualResetEvent opened = new ManualResetEvent(false);
Thread own = new Thread(delegate() {
thread = GetCurrentThreadId();
window = CreateWindowExW(0, "BUTTON", name, 0x80000000, 0, 0, 80, 24, Handle.Zero, Handle.Zero, Handle.Zero, Handle.Zero);
opened.Set();
byte[] message = new byte[64];
while (window != Handle.Zero && GetMessageW(message, Handle.Zero, 0, 0) > 0) { DispatchMessageW(message); }
});
own.IsBackground = true;
own.Start();
opened.WaitOne(5000);
return window;
}
public static void CloseButton() { PostThreadMessageW(thread, 18, Handle.Zero, Handle.Zero); }
public static object[] AskConsole(int process) {
FreeConsole();
if (!AttachConsole(process)) { return null; }
Handle output = CreateFileW("CONOUT$", 0xC0000000, 3, Handle.Zero, 3, 0, Handle.Zero);
Font font = new Font();
font.Size = Marshal.SizeOf(typeof(Font));
bool told = GetCurrentConsoleFontEx(output, false, ref font);
uint codePage = GetConsoleOutputCP();
CloseHandle(output);
FreeConsole();
return new object[] { (int)codePage, told ? font.Face : null, (int)font.Height };
}
}
}
'@
}

# What the desktop itself is to UI Automation.
function Get-DesktopKind {
  [string][System.Windows.Automation.AutomationElement]::RootElement.Current.ControlType.ProgrammaticName
}

# What a plain button is to UI Automation, fact by fact. It is our own, nobody sees it, and nobody presses it.
function Get-OwnButton {
  $window = [OqsConsole.Native]::OpenButton('oqs-console selftest')
  if ($window -eq [IntPtr]::Zero) { throw 'CreateWindowEx: 0' }
  try {
    $element = [System.Windows.Automation.AutomationElement]::FromHandle($window)
    @{ button = [string]$element.Current.ControlType.ProgrammaticName }
    $pattern = [System.Windows.Automation.AutomationElement]::IsInvokePatternAvailableProperty
    @{ canPress = [bool]$element.GetCurrentPropertyValue($pattern) }
  } finally {
    [OqsConsole.Native]::CloseButton()
  }
}

# Code page, font and its height of the console that a process sits in; nothing where it sits in none.
function Get-ConsoleFacts($ProcessId) {
  $told = [OqsConsole.Native]::AskConsole($ProcessId)
  if ($null -eq $told) { return }
  @{ codePage = $told[0]; font = $told[1]; fontHeight = $told[2] }
}
