# Opens a document with the program that Windows has for its kind.

if (-not (Test-Document $OqsInput.path)) { exit 2 }
Open-Document $OqsInput.path
Write-Line @{ type = 'opened' }
exit 0
