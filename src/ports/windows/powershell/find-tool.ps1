# Says where the management tool is.

Write-ToolPlaces $OqsInput
exit 0
