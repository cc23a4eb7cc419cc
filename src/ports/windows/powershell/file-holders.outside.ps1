# The names of the programs that hold a file, by the Restart Manager (learn.microsoft.com, restartmanager.h: names of at
# most 255 and 63 characters, error 234 ERROR_MORE_DATA where the list is too short). It only asks; nothing is
# restarted.
function Get-HolderNames($Path) {
  Add-Type -TypeDefinition @'
using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
namespace OqsConsole {
public static class Holders {
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
struct Info {
public int ProcessId; public uint StartLow; public uint StartHigh;
[MarshalAs(UnmanagedType.ByValTStr, SizeConst = 256)] public string Name;
[MarshalAs(UnmanagedType.ByValTStr, SizeConst = 64)] public string Service;
public int Type; public uint Status; public uint Session; public int Restartable;
}
[DllImport("rstrtmgr.dll", CharSet = CharSet.Unicode)]
static extern int RmStartSession(out uint session, int flags, StringBuilder key);
[DllImport("rstrtmgr.dll", CharSet = CharSet.Unicode)]
static extern int RmRegisterResources(uint session, uint files, string[] names, uint programs, IntPtr p, uint services, string[] s);
[DllImport("rstrtmgr.dll", CharSet = CharSet.Unicode)]
static extern int RmGetList(uint session, out uint needed, ref uint count, [In, Out] Info[] list, ref uint reasons);
[DllImport("rstrtmgr.dll")]
static extern int RmEndSession(uint session);
public static string[] NamesOf(string path) {
uint session;
if (RmStartSession(out session, 0, new StringBuilder(33)) != 0) return null;
try {
if (RmRegisterResources(session, 1, new[] { path }, 0, IntPtr.Zero, 0, null) != 0) return null;
var list = new Info[32];
uint needed, count = 32, reasons = 0;
int answer = RmGetList(session, out needed, ref count, list, ref reasons);
return answer == 0 ? list.Take((int)count).Select(info => info.Name).ToArray() : null;
} finally { RmEndSession(session); }
}
}
}
'@
  [OqsConsole.Holders]::NamesOf($Path)
}
