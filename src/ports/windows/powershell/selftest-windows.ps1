# Tries what takes the desktop: UI Automation, and the console's own window. Presses nothing, and leaves nothing
# changed.

# A plain button must be a button that can be pressed: without the providers it is a pane. A failure to register them is
# no matter where it is one all the same.
function Get-AutomationFacts {
  try { Import-Automation; $why = $null } catch { $why = [string]$_.Exception.Message }
  @{ registered = $null -eq $why; desktop = Get-DesktopKind }
  $seen = @{}
  Get-OwnButton | ForEach-Object {
    $_
    foreach ($name in @($_.Keys)) { $seen[$name] = $_[$name] }
  }
  if ($seen.button -ne 'ControlType.Button' -or -not $seen.canPress) { throw "not a button: $why" }
}

Test-UnlessConstrained 'automation' {
  Get-AutomationFacts
}
# Last: it leaves us without a console of our own.
Test-UnlessConstrained 'font' {
  Import-Native
  $facts = Get-ConsoleFacts $OqsInput.processId
  if ($null -eq $facts) { @{ unknown = 'no-console' } } else { $facts }
}
exit 0
