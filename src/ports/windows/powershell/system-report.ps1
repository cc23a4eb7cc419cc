# One line of what takes PowerShell to tell about the terminal. What cannot be told is null, never a guess.

# What a question gives; null where it fails or gives nothing.
function Get-Answer($Question) {
  try { & $Question } catch { $null }
}

# A time as ISO 8601 with its offset; null where it has none. The format `o` asks no language and no calendar.
function ConvertTo-IsoTime($Time) {
  if ($null -eq $Time) { return $null }
  $text = Get-Date -Date $Time -Format o
  if ($text -match '(Z|[+-]\d\d:\d\d)$') { $text }
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

# Whether the session is a remote desktop's. In constrained language mode only its name at sign-in tells, and only yes:
# it keeps that name when the desktop is taken over from afar.
function Get-Remote {
  $remote = Get-Answer { Test-RemoteSession }
  if ($null -ne $remote) { return [bool]$remote }
  if ($env:SESSIONNAME -like 'RDP-*') { return $true }
}

# All of it as one object.
function Get-SystemReport($Wanted) {
  $system = Get-Answer { Get-SystemFacts }
  $events = @(Get-BootEvents)
  @{
    name = $env:COMPUTERNAME
    os = if ($system -and $system.caption) { $system.caption.Trim() } else { $null }
    bootedAt = if ($system) { Get-Answer { ConvertTo-IsoTime $system.bootedAt } } else { $null }
    lastBootKind = if ($events.Count -gt 0) { $events[0].type } else { 'unknown' }
    bootEvents = @($events | Select-Object -First 5)
    record = Get-BootRecord $events
    session = @{
      remote = Get-Remote
      locked = Get-Answer { Test-ScreenLocked (Read-SessionState) }
      elevated = Get-Answer { Test-Elevated }
      user = if ($env:USERNAME) { $env:USERNAME } else { $null }
    }
    languageMode = [string]$ExecutionContext.SessionState.LanguageMode
    readerConnected = Get-Answer { Test-ReaderConnected $Wanted.readerDevice }
  }
}

Write-Line (Get-SystemReport $OqsInput)
exit 0
