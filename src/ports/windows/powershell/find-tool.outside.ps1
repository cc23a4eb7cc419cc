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

# The names that a program gives itself in its version resource.
function Get-ProgramNames($File) {
  $info = $File.VersionInfo
  $info.FileDescription
  $info.ProductName
}
