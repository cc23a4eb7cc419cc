# Looks for the management tool where it may be, by its own name; never by a guessed file name. Starts nothing.

# Says where the tool was found. What is behind a shortcut, its file tells.
function Write-Found($By, $Path) {
  Write-Line @{ type = 'found'; by = $By; path = $Path }
}

# The files of a folder with an extension, as deep as asked; what cannot be read is left out.
function Get-Files($Folder, $Extension, $Depth) {
  if (-not $Folder -or -not (Test-Path -LiteralPath $Folder -PathType Container)) { return }
  Get-ChildItem -LiteralPath $Folder -File -Recurse -Depth $Depth -ErrorAction SilentlyContinue |
    Where-Object { $_.Extension -eq $Extension } | Sort-Object FullName
}

# Whether a program calls itself by the tool's name.
function Test-CallsItself($File, $Name) {
  try { $names = @(Get-ProgramNames $File) } catch { return $false }
  @($names | Where-Object { Test-NameContains $_ $Name }).Count -gt 0
}

# Says every place, the surest kind first: the path in the settings, shortcuts on the desktops, programs in the given
# folders. Then `end`.
function Write-ToolPlaces($Wanted) {
  if ($Wanted.path -and (Test-Path -LiteralPath $Wanted.path -PathType Leaf)) { Write-Found 'settings' $Wanted.path }
  foreach ($folder in @(Get-DesktopFolders)) {
    foreach ($file in @(Get-Files $folder '.lnk' 0)) {
      if (Test-NameContains $file.Name $Wanted.toolName) { Write-Found 'shortcut' $file.FullName }
    }
  }
  foreach ($folder in @($Wanted.folders)) {
    foreach ($file in @(Get-Files $folder '.exe' 2)) {
      if (Test-CallsItself $file $Wanted.toolName) { Write-Found 'folder' $file.FullName }
    }
  }
  Write-Line @{ type = 'end' }
}
