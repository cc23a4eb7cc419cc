# What is asked of Windows in compiled C#, all of it at once: each Add-Type runs a compiler, which writes to %TEMP%.
function Import-Native {
  if ('OqsConsole.Native' -as [type]) { return }
  Add-Type -Namespace OqsConsole -Name Native -MemberDefinition ($OqsSessionCalls +
    '[DllImport("user32.dll")] public static extern bool IsWindowEnabled(IntPtr window);' +
    # The second call works where the first one has failed, and a table that is registered twice does no harm.
    'public static void Call(System.Reflection.MethodInfo call, object with) {' +
    'try { call.Invoke(null, new[] { with }); } catch { call.Invoke(null, new[] { with }); } }')
}
