# What PowerShell says of itself.
function Get-ShellFacts {
  @{
    version = [string]$PSVersionTable.PSVersion
    languageMode = [string]$ExecutionContext.SessionState.LanguageMode
  }
}

# In which apartment we run.
function Get-Apartment {
  [string][System.Threading.Thread]::CurrentThread.GetApartmentState()
}

# The forms in which something lies on the clipboard.
function Get-ClipboardForms {
  Add-Type -AssemblyName 'System.Windows.Forms'
  Invoke-InApartment '$data = [System.Windows.Forms.Clipboard]::GetDataObject(); if ($null -ne $data) { $data.GetFormats($false) }' $null
}

# Empties the clipboard.
function Clear-Clipboard {
  [void](Invoke-InApartment '[System.Windows.Forms.Clipboard]::Clear()' $null)
}
