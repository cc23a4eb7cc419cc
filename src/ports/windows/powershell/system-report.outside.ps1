# The newest events of the kernel's start, newest first, as XML: their words are localised, their fields are not. A
# terminal that is switched off each evening with fast startup on starts this often between two full starts.
function Get-BootEventXml {
  Get-WinEvent -MaxEvents 400 -FilterHashtable @{
    LogName = 'System'; ProviderName = 'Microsoft-Windows-Kernel-Boot'; Id = 27
  } | ForEach-Object { $_.ToXml() }
}

# The session that the terminal's own screen shows (Detecting the Remote Desktop Services environment,
# learn.microsoft.com).
function Get-GlassSessionId {
  $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server'
  (Get-ItemProperty -LiteralPath $key -Name GlassSessionId).GlassSessionId
}

# The owners of some processes: security identifier and name, null where Windows does not tell us
# (Win32_Process.GetOwnerSid and GetOwner, learn.microsoft.com).
function Get-ProcessOwners($Condition) {
  foreach ($process in @(Get-CimInstance -Query "SELECT * FROM Win32_Process WHERE $Condition")) {
    $sid = try { (Invoke-CimMethod -InputObject $process -MethodName GetOwnerSid).Sid } catch { $null }
    $name = try { (Invoke-CimMethod -InputObject $process -MethodName GetOwner).User } catch { $null }
    @{ sid = $sid; name = $name }
  }
}

# Whether we run with an administrator's rights; not where UAC holds them back (WindowsPrincipal.IsInRole,
# learn.microsoft.com).
function Test-Administrator {
  $principal = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
  $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

# The devices of the device manager: name, whether present, error code.
function Get-Devices {
  foreach ($device in @(Get-CimInstance -ClassName Win32_PnPEntity)) {
    @{ name = [string]$device.Name; present = $device.Present; errorCode = $device.ConfigManagerErrorCode }
  }
}
