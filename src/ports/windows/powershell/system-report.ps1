# What takes PowerShell to tell about the terminal, in one start: the report, then where the management tool is. What
# cannot be told is null, never a guess. Nothing here compiles code or starts a program.

# What a question gives; null where it fails or gives nothing.
function Get-Answer($Question) {
  try { & $Question } catch { $null }
}

# The kind of a start by the field BootType.
function ConvertTo-BootKind($Type) {
  switch -regex ([string]$Type) {
    '^(0x)?0+$' { return 'full' }
    '^(0x)?0*1$' { return 'fast-startup' }
    '^(0x)?0*2$' { return 'hibernate' }
  }
  'unknown'
}

# One event of the kernel's start.
function ConvertTo-BootEvent($Xml) {
  $event = ([xml]$Xml).Event
  $type = @($event.EventData.Data | Where-Object { $_.Name -eq 'BootType' } | ForEach-Object { $_.'#text' })
  $id = [string]$event.System.EventRecordID
  @{
    at = [string]$event.System.TimeCreated.SystemTime
    type = ConvertTo-BootKind ($type -join '')
    record = if ($id -match '^[1-9]\d{0,14}$') { [long]$id } else { $null }
  }
}

# The kernel's last starts, newest first; what is no such event is left out.
function Get-BootEvents {
  try { $documents = @(Get-BootEventXml) } catch { return }
  foreach ($document in $documents) {
    try { ConvertTo-BootEvent $document } catch { }
  }
}

# The record of the newest full start, another one for each; null where the log holds none.
function Get-BootRecord($Events) {
  foreach ($event in $Events) {
    if ($event.type -eq 'full') { return $event.record }
  }
}

# Whether a present device has the given name in its own; null where the name is not known or devices cannot be read.
# Error code 45: not connected to the computer (Device Manager error codes, support.microsoft.com).
function Test-ReaderConnected($Name) {
  if (-not $Name) { return $null }
  $devices = @(Get-Devices)
  if ($devices.Count -eq 0) { return $null }
  @($devices | Where-Object {
      $_.present -ne $false -and $_.errorCode -ne 45 -and (Test-NameContains $_.name $Name)
    }).Count -gt 0
}

# Whether the session is shown elsewhere than on the terminal's own screen; that of the services is shown nowhere.
# Where that cannot be read only the session's name at sign-in tells, and only yes: it keeps that name when the desktop
# is taken over from afar.
function Get-Remote {
  $own = Get-Answer { Get-OwnSessionId }
  $glass = Get-Answer { Get-GlassSessionId }
  if ($null -ne $own -and $null -ne $glass) { return $own -ne 0 -and $own -ne $glass }
  if ($env:SESSIONNAME -like 'RDP-*') { return $true }
}

# Whose desktop the session shows: that of its Explorer. Of their own processes users always learn the owner: one that
# is not told is another user's. Nothing where there is no Explorer.
function Get-Desktop {
  $own = @(Get-ProcessOwners "ProcessId = $PID")[0].sid
  $shells = @(Get-ProcessOwners "Name = 'explorer.exe' AND SessionId = $(Get-OwnSessionId)")
  if (-not $own -or $shells.Count -eq 0) { return $null }
  $shell = @(@($shells | Where-Object { $_.sid -eq $own }) + $shells)[0]
  @{ isOurs = $shell.sid -eq $own; user = if ($shell.name) { [string]$shell.name } else { $null } }
}

# The report as one object. Of a locked screen the lock screen alone tells: Remote Desktop Services, which take compiled
# code to ask, are asked right before a press.
function Get-SystemReport($Wanted) {
  $events = @(Get-BootEvents)
  @{
    type = 'report'
    bootEvents = @($events | Select-Object -First 5)
    record = Get-BootRecord $events
    session = @{
      remote = Get-Remote
      locked = Get-Answer { @(Get-LogonScreenSessions) -contains (Get-OwnSessionId) }
      elevated = Get-Answer { Test-Administrator }
      user = if ($env:USERNAME) { $env:USERNAME } else { $null }
      desktop = Get-Answer { Get-Desktop }
    }
    readerConnected = Get-Answer { Test-ReaderConnected $Wanted.readerDevice }
  }
}

# What has been said counts, whatever becomes of the rest.
try { Write-Line (Get-SystemReport $OqsInput) } catch { }
Write-ToolPlaces $OqsInput
exit 0
