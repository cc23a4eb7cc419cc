# Looks everything in scripts up that Windows PowerShell 5.1 and .NET Framework may not have: syntax, commands and their
# parameters, types and their members, and the C# that is compiled. Takes a JSON file (`Plan` in check.ts), and gives
# one JSON object: by the script's name its problems, each with its line, and how often it compiles.
param($File)
$ErrorActionPreference = 'Stop'
$Plan = Get-Content -LiteralPath $File -Raw | ConvertFrom-Json -AsHashtable
foreach ($piece in 'roslyn', 'syntax', 'types', 'commands') { . (Join-Path $PSScriptRoot "$piece.ps1") }

# Notes what is wrong at a node or token.
function Add-Problem($Where, $Problem) {
  $problems.Add(@{ line = $Where.Extent.StartLineNumber; problem = [string]$Problem })
}

# All nodes of a script by the name of their type.
function Get-Nodes($Ast) {
  $nodes = @{}
  foreach ($node in $Ast.FindAll({ $true }, $true)) {
    $kind = $node.GetType().Name
    if (-not $nodes.ContainsKey($kind)) { $nodes[$kind] = New-Object System.Collections.ArrayList }
    [void]$nodes[$kind].Add($node)
  }
  $nodes
}

# What each variable is given, by its name.
function Get-Assigned($Nodes) {
  $assigned = @{}
  foreach ($node in $Nodes.AssignmentStatementAst) {
    if ($node.Left -isnot [System.Management.Automation.Language.VariableExpressionAst]) { continue }
    $name = $node.Left.VariablePath.UserPath
    $assigned[$name] = @($assigned[$name] | Where-Object { $_ }) + $node.Right
  }
  $assigned
}

# Notes all that is wrong. Gives how often it compiles.
function Find-Problems($Ast, $Tokens) {
  $nodes = Get-Nodes $Ast
  Find-NewSyntax $nodes $Tokens
  $assigned = Get-Assigned $nodes
  $added = Read-AddTypes $nodes $assigned
  $world = New-World ($Plan.assemblies + $added.assemblies) $added.trees
  $types = @($Plan.objects | ForEach-Object { Find-Type $world $_ })
  $types += @(Find-StaticProblems $world $nodes $assigned)
  $types += @(Find-CommandProblems $world $nodes)
  Find-MethodProblems $nodes $types
  $added.compiled
}

$answer = [ordered]@{}
foreach ($name in $Plan.scripts.Keys | Sort-Object) {
  $problems = New-Object System.Collections.Generic.List[object]
  $tokens = $null
  $errors = $null
  $ast = [System.Management.Automation.Language.Parser]::ParseInput($Plan.scripts[$name], [ref]$tokens, [ref]$errors)
  foreach ($each in $errors) { Add-Problem $each "$($each.Message)" }
  $compiled = Find-Problems $ast $tokens
  $answer[$name] = @{ problems = $problems; compiled = $compiled }
}
ConvertTo-Json $answer -Depth 5 -Compress
