# Puts a text on the clipboard and says what stands there afterwards.

# The text on the clipboard, as soon as it is the one that was put there; after a second, whatever is there. The
# clipboard may take a moment (github.com/PowerShell/PowerShell/issues/12066), and so may a remote desktop's.
function Read-BackText($Wanted) {
  for ($try = 0; $try -lt 10; $try += 1) {
    $there = [string](Get-ClipboardText)
    if ($there.Equals($Wanted)) { break }
    Wait-Moment 100
  }
  $there
}

# Without .NET there is no way from base64 to a text.
if (Test-Constrained) { exit 2 }
$text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($OqsInput.textBase64))
Set-ClipboardText $text
$there = [string](Read-BackText $text)
Write-Line @{ type = 'clipboard'; textBase64 = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($there)) }
exit 0
