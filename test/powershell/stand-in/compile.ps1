# Makes the stand-in for UI Automation into an assembly, once for all tests.
$ErrorActionPreference = 'Stop'
Add-Type -Path $args[0] -OutputAssembly $args[1]
