# Tries what the console does through PowerShell, each by itself, and leaves nothing changed. Presses nothing.

# How our session stands.
function Get-SessionFacts {
  $state = Get-SessionState
  if ($null -eq $state) { return @{ unknown = 'silent' } }
  @{
    session = Get-OwnSessionId
    state = $state.state
    flags = $state.flags
    screenSession = Get-Answer { Get-GlassSessionId }
    lockScreens = @(Get-Answer { Get-LogonScreenSessions }).Count
    administrator = Get-Answer { Test-Administrator }
  }
}

# The clipboard's text, as soon as it is the one that is wanted; after a second whatever is there.
function Read-ClipboardText($Wanted) {
  for ($try = 0; $try -lt 10; $try += 1) {
    $there = [string](Get-ClipboardText)
    if ($there.Equals($Wanted)) { break }
    Wait-Moment 100
  }
  $there
}

# Puts a text on the clipboard, reads it, and puts back what lay there. What is not text cannot be put back, and so is
# left alone; and so is what somebody copies in the meantime.
function Test-ClipboardWay {
  if (-not $OqsInput.changes) { return @{ unknown = 'read-only' } }
  $forms = @(Get-ClipboardForms)
  $others = @($forms | Where-Object { $_ -notin 'System.String', 'UnicodeText', 'Text', 'OEMText', 'Locale' })
  if ($others.Count -gt 0) { return @{ unknown = 'not-text' } }
  $before = if ($forms.Count -gt 0) { [string](Get-ClipboardText) } else { '' }
  # In Japanese: a clipboard that garbles it is of no use.
  $ours = 'oqs-console ' + [char]0x8A66 + [char]0x9A13
  try {
    Set-ClipboardText $ours
    $there = [string](Read-ClipboardText $ours)
  } finally {
    if (([string](Get-ClipboardText)).Equals($ours)) {
      if ($before -eq '') { Clear-Clipboard } else { Set-ClipboardText $before }
    }
  }
  if (([string](Get-ClipboardText)).Equals($ours)) { throw 'the text of the selftest is still on the clipboard' }
  if (-not $there.Equals($ours)) { throw 'another text was read than was written' }
  @{ wasEmpty = $before -eq '' }
}

Test-Way 'powershell' {
  Get-ShellFacts
  @{ apartment = Get-Answer { Get-Apartment } }
}
Test-Way 'event-log' { @{ starts = @(Get-BootEventXml).Count } }
Test-Way 'devices' { @{ devices = @(Get-Devices).Count } }
Test-UnlessConstrained 'session' { Get-SessionFacts }
Test-UnlessConstrained 'clipboard' { Test-ClipboardWay }
exit 0
