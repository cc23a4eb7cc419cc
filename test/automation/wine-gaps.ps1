# What UI Automation of Wine 10 lacks, each only where the scripts' own call fails. Everything else is the scripts' own.

# Wine's UiaFind compares no numbers and no texts ("The method or operation is not implemented"): all windows, by hand.
$ownRoots = ${function:Get-RootElements}
function Get-RootElements($ProcessId) {
  try { return & $ownRoots $ProcessId } catch [System.NotImplementedException] { }
  $all = [System.Windows.Automation.Condition]::TrueCondition
  Get-ElementsUnder ([System.Windows.Automation.AutomationElement]::RootElement) $all |
    Where-Object { $_.Current.ProcessId -eq $ProcessId }
}

# Wine knows no IsInvokePatternAvailable (property 30031): a button can be pressed.
$ownRead = ${function:Read-Element}
function Read-Element($Element) {
  $facts = & $ownRead $Element
  if ($facts.type -eq 'Button') { $facts.canPress = $true }
  $facts
}

# Wine has no UiaGetPatternProvider ("Unsupported Pattern"): a press by a window message (BM_CLICK), which returns as late.
$ownInvoke = ${function:Invoke-Element}
function Invoke-Element($Element) {
  try { return & $ownInvoke $Element } catch [System.InvalidOperationException] { }
  Add-Type -Namespace OqsTest -Name Message -MemberDefinition (
    '[DllImport("user32.dll")] public static extern IntPtr SendMessageW(IntPtr window, int message, IntPtr w, IntPtr l);')
  $window = [IntPtr][int]$Element.Cached.NativeWindowHandle
  [void][OqsTest.Message]::SendMessageW($window, 0xF5, [IntPtr]::Zero, [IntPtr]::Zero)
}
