# Says who we are, and of each path whose it is and who may write there, in the order of the paths. What cannot be told
# is null. Changes nothing.

$own = try { Get-OwnSid } catch { $null }
Write-Line @{ type = 'self'; sid = $own }
foreach ($path in @($OqsInput.paths)) {
  $told = try { Get-Rights $path } catch { @{ owner = $null; sddl = $null } }
  Write-Line @{ type = 'rights'; owner = $told.owner; sddl = $told.sddl }
}
exit 0
