# The owner's name, and owner and rights in the form that no language changes, of a file or folder.
function Get-Rights($Path) {
  $acl = Get-Acl -LiteralPath $Path
  @{ owner = $acl.Owner; sddl = $acl.Sddl }
}

# The user's own security identifier.
function Get-OwnSid {
  [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
}
