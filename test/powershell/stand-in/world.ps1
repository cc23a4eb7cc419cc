# Puts the test's world, a JSON file, where Windows would be: functions that take the place of those of the same name.
$OqsWorld = ConvertFrom-Json (Get-Content -LiteralPath $env:OQS_WORLD -Raw -Encoding utf8)
$OqsLook = 0

# What is there at this look; the last one stays.
function Get-Look { @($OqsWorld.looks)[[Math]::Min($OqsLook, @($OqsWorld.looks).Count - 1)] }

# Shows the desktop of this look.
function Show-Desktop {
  if ($env:OQS_ASSEMBLY) {
    $windows = (Get-Look).windows
    [StandIn.Desktop]::Show($(if ($null -eq $windows) { '' } else { ConvertTo-Json @($windows) -Depth 100 -Compress }))
  }
}

function Wait-Moment($Milliseconds) {
  $script:OqsLook += 1
  Show-Desktop
}

function Get-OwnSessionId { $OqsWorld.session.id }
function Get-SessionState {
  if ($null -eq $OqsWorld.session.flags) { throw 'Remote Desktop Services do not answer' }
  @{ state = $OqsWorld.session.state; flags = $OqsWorld.session.flags }
}
function Get-LogonScreenSessions { $OqsWorld.session.logonScreens }
function Test-Administrator {
  if ($null -eq $OqsWorld.administrator) { throw 'barred' }
  $OqsWorld.administrator
}

function Test-Process($ProcessId) { @((Get-Look).processes | ForEach-Object { $_.id }) -contains $ProcessId }
function Test-ProcessBarred($ProcessId) { [bool]$OqsWorld.barred }
function Get-ProcessIds { (Get-Look).processes | ForEach-Object { [int]$_.id } }
function Get-ProcessTable($Ids) {
  if ($OqsWorld.noProcessTable) { throw 'denied' }
  foreach ($process in (Get-Look).processes) {
    if ($null -ne $Ids -and $Ids -notcontains $process.id) { continue }
    $parent = if ($process.parent -eq 'console') { 4000 } else { [int]$process.parent }
    @{ id = [int]$process.id; parent = $parent; program = $process.program; commandLine = $process.commandLine }
  }
  # Ourselves: started by the console, which is process 4000.
  if ($null -eq $Ids) { @{ id = $PID; parent = 4000; program = 'powershell.exe'; commandLine = $null } }
}
function Import-Native { }
function Register-Providers { }
function Get-Seconds { $OqsLook * 0.5 }
function Test-WindowEnabled($Handle) { @($OqsWorld.underDialog) -notcontains $Handle }
function Get-ButtonWindows($ProcessId) {
  foreach ($button in (Get-Look).buttonWindows) { @{ name = $button.name; enabled = -not $button.disabled; of = $button } }
}
function Set-ActiveWindow($Button) { -not $Button.of.inactive }
function Send-Click($Button) {
  Add-Content -LiteralPath $env:OQS_PRESSES -Value $Button.name
  if ($Button.of.press -eq 'gone') { throw 'The window is gone' }
  if ($Button.of.press -eq 'hang') { Start-Sleep -Seconds 3600 }
}
function Get-MainWindowId { (Get-Look).mainWindow }

function Get-WindowedProcesses {
  foreach ($process in (Get-Look).processes) {
    @{ id = $process.id; name = $process.name; program = $process.program; title = $process.title }
  }
}
function Start-Tool($Path) {
  if ($OqsWorld.refuses) { throw $OqsWorld.refuses }
  Add-Content -LiteralPath $env:OQS_PRESSES -Value "start $Path"
  $OqsWorld.startedId
}

function Get-DesktopFolders {
  if ($OqsWorld.noDesktop) { throw 'no desktop' }
  $OqsWorld.desktops
}
function Get-ProgramNames($File) { $OqsWorld.programNames.($File.Name) }

function Set-ClipboardText($Text) { $script:OqsClipboard = $Text }
function Get-ClipboardText {
  $there = (Get-Look).clipboard
  if ($null -eq $there) { $OqsClipboard } else { $there }
}

function Get-HolderNames($Path) { $OqsWorld.holders.($Path) }

function Get-Rights($Path) {
  $told = $OqsWorld.rights.($Path)
  if ($null -eq $told) { throw 'Attempted to perform an unauthorized operation.' }
  @{ owner = $told.owner; sddl = $told.sddl }
}
function Get-OwnSid {
  if ($null -eq $OqsWorld.ownSid) { throw 'Method invocation is supported only on core types in this language mode.' }
  $OqsWorld.ownSid
}

function Get-BootEventXml {
  if ($null -eq $OqsWorld.bootEvents) { throw 'No events were found' }
  $OqsWorld.bootEvents
}
function Get-GlassSessionId {
  if ($null -eq $OqsWorld.glass) { throw 'no such value' }
  $OqsWorld.glass
}
function Get-ProcessOwners($Condition) {
  if ($null -eq $OqsWorld.owners) { throw 'Access denied' }
  foreach ($owner in $OqsWorld.owners) {
    if ($owner.where -eq $Condition.Replace("$PID", 'ours')) { @{ sid = $owner.sid; name = $owner.name } }
  }
}
function Get-Devices {
  foreach ($device in $OqsWorld.devices) {
    @{ name = $device.name; present = $device.present; errorCode = $device.errorCode }
  }
}

if ($env:OQS_ASSEMBLY) {
  Microsoft.PowerShell.Utility\Add-Type -Path $env:OQS_ASSEMBLY
  [StandIn.Desktop]::Presses = $env:OQS_PRESSES
  Show-Desktop
  # The names under which Windows has the assembly that is loaded already.
  function Add-Type {
    param($AssemblyName)
    if (($AssemblyName -join ',') -ne 'UIAutomationClient,UIAutomationTypes,UIAutomationClientsideProviders') { throw "no assembly $AssemblyName" }
  }
}
