# Runs a script in a single-threaded apartment. Windows PowerShell 5.1 reaches the clipboard from there only, and we are
# started with -Mta (github.com/mklement0/ClipboardText/issues/2).
function Invoke-InApartment($Script, $Argument) {
  $runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace()
  $runspace.ApartmentState = 'STA'
  $runspace.ThreadOptions = 'ReuseThread'
  $runspace.Open()
  $shell = [System.Management.Automation.PowerShell]::Create()
  try {
    $shell.Runspace = $runspace
    $shell.AddScript($Script).AddArgument($Argument).Invoke()
  } finally {
    $shell.Dispose()
    $runspace.Dispose()
  }
}

# Puts a text on the clipboard.
function Set-ClipboardText($Text) {
  [void](Invoke-InApartment 'param($Text) Set-Clipboard -Value $Text -ErrorAction Stop' $Text)
}

# The clipboard's text, as it stands there.
function Get-ClipboardText {
  Invoke-InApartment 'Get-Clipboard -Raw -ErrorAction Stop' $null
}

# Waits a moment.
function Wait-Moment($Milliseconds) {
  Start-Sleep -Milliseconds $Milliseconds
}
