# Says which programs hold a file.

# The Restart Manager is reached through .NET only.
if (Test-Constrained) { exit 2 }
$names = Get-HolderNames $OqsInput.path
if ($null -eq $names) { exit 1 }
$words = @(Limit-Words (@($names) | Where-Object { $_ }))
Write-Line @{ type = 'holders'; names = $words }
exit 0
