# The system's name, and when it was started.
function Get-SystemFacts {
  $system = Get-CimInstance -ClassName Win32_OperatingSystem
  @{ caption = [string]$system.Caption; bootedAt = $system.LastBootUpTime }
}

# The newest events of the kernel's start, newest first, as XML: their words are localised, their fields are not. A terminal that is
# switched off each evening with fast startup on starts this often between two full starts.
function Get-BootEventXml {
  Get-WinEvent -MaxEvents 400 -FilterHashtable @{
    LogName = 'System'; ProviderName = 'Microsoft-Windows-Kernel-Boot'; Id = 27
  } | ForEach-Object { $_.ToXml() }
}

# Whether this session is a remote desktop's.
function Test-RemoteSession {
  Add-Type -AssemblyName System.Windows.Forms
  [System.Windows.Forms.SystemInformation]::TerminalServerSession
}

# The devices of the device manager: name, whether present, error code.
function Get-Devices {
  foreach ($device in @(Get-CimInstance -ClassName Win32_PnPEntity)) {
    @{ name = [string]$device.Name; present = $device.Present; errorCode = $device.ConfigManagerErrorCode }
  }
}
