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
