# The user's desktop and the one that all users share.
function Get-DesktopFolders {
  if (Test-Constrained) {
    "$env:USERPROFILE\Desktop"
    "$env:PUBLIC\Desktop"
  } else {
    [Environment]::GetFolderPath('DesktopDirectory')
    [Environment]::GetFolderPath('CommonDesktopDirectory')
  }
}

# What a shortcut starts, by the Windows Script Host; an error where it is barred by policy.
function Get-ShortcutTarget($Path) {
  (New-Object -ComObject WScript.Shell).CreateShortcut($Path).TargetPath
}

# The names that a program gives itself in its version resource.
function Get-ProgramNames($File) {
  $info = $File.VersionInfo
  $info.FileDescription
  $info.ProductName
}
