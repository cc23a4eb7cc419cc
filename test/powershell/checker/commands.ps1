# The commands of a script and their parameters, and what it gives to Add-Type.

# The parameters of a command by their names, with what was given to them.
function Get-Parameters($Command) {
  $given = [ordered]@{}
  $elements = @($Command.CommandElements)
  for ($at = 1; $at -lt $elements.Count; $at += 1) {
    if ($elements[$at] -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
    $next = if ($at + 1 -lt $elements.Count) { $elements[$at + 1] }
    $given[$elements[$at].ParameterName] = if ($elements[$at].Argument) { $elements[$at].Argument } else { $next }
  }
  $given
}

# Text that stands in the script as it is, also put together by `+` or held by a variable; null for anything else.
function Get-Constant($Ast, $Assigned) {
  switch ($Ast.GetType().Name) {
    'StringConstantExpressionAst' { return $Ast.Value }
    'ParenExpressionAst' { return Get-Constant $Ast.Pipeline $Assigned }
    'CommandExpressionAst' { return Get-Constant $Ast.Expression $Assigned }
    'PipelineAst' {
      if ($Ast.PipelineElements.Count -eq 1) { return Get-Constant $Ast.PipelineElements[0] $Assigned }
    }
    'ArrayExpressionAst' { return @($Ast.SubExpression.Statements | ForEach-Object { Get-Constant $_ $Assigned }) }
    'ArrayLiteralAst' { return @($Ast.Elements | ForEach-Object { Get-Constant $_ $Assigned }) }
    'BinaryExpressionAst' {
      $parts = @(foreach ($side in $Ast.Left, $Ast.Right) { Get-Constant $side $Assigned })
      if ("$($Ast.Operator)" -eq 'Plus' -and $parts.Count -eq 2 -and $null -notin $parts) { return -join $parts }
    }
    'VariableExpressionAst' {
      $values = @($Assigned[$Ast.VariablePath.UserPath])
      if ($values.Count -eq 1 -and $values[0]) { return Get-Constant $values[0] $Assigned }
    }
  }
  $null
}

# Looks up the commands, and the types that New-Object makes, which it gives.
function Find-CommandProblems($World, $Nodes) {
  $own = @($Nodes.FunctionDefinitionAst | ForEach-Object { $_.Name })
  foreach ($command in $Nodes.CommandAst) {
    $name = $command.GetCommandName()
    # What is called by a variable has its command looked up where it is written.
    if (-not $name -or $name -in $own) { continue }
    $known = $Plan.cmdlets[$name]
    if (-not $known) { Add-Problem $command "no command of 5.1: $name"; continue }
    $given = Get-Parameters $command
    foreach ($parameter in $given.Keys) {
      if ($parameter -notin $known -and $parameter -notin $Plan.common) {
        Add-Problem $command "$name has no -$parameter in 5.1"
      }
    }
    if ($name -ne 'New-Object' -or $given.Contains('ComObject')) { continue }
    $named = if ($given.Contains('TypeName')) { $given.TypeName } else { $command.CommandElements[1] }
    $type = Find-NamedType $World "$($named.SafeGetValue())"
    if ($type) { , $type } else { Add-Problem $command "New-Object: no type $($named.Extent.Text)" }
  }
}

# What a script hands to Add-Type: the assemblies that it loads, and its C#, each with the assemblies that it refers to.
function Read-AddTypes($Nodes, $Assigned) {
  $read = @{ assemblies = @(); trees = @(); compiled = 0 }
  foreach ($command in $Nodes.CommandAst | Where-Object { $_ -and $_.GetCommandName() -eq 'Add-Type' }) {
    $given = Get-Parameters $command
    $constant = { param($Name) if ($given.Contains($Name)) { Get-Constant $given[$Name] $Assigned } }
    $assemblies = @(& $constant 'AssemblyName') + @(& $constant 'ReferencedAssemblies')
    foreach ($assembly in $assemblies) {
      if (Get-Reference $assembly) { $read.assemblies += $assembly } else { Add-Problem $command "no assembly $assembly" }
    }
    if ($given.Contains('AssemblyName') -and $given.Count -eq 1) { continue }
    $read.compiled += 1
    $source = & $constant 'TypeDefinition'
    if ($given.Contains('MemberDefinition')) {
      $using = @('System', 'System.Runtime.InteropServices') + @(& $constant 'UsingNamespace')
      $source = (($using | ForEach-Object { "using $_;" }) -join ' ') +
        " namespace $(& $constant 'Namespace') { public class $(& $constant 'Name') { $(& $constant 'MemberDefinition') } }"
    }
    if (-not $source) { Add-Problem $command 'C# that does not stand in the script as it is'; continue }
    $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($source, $language)
    $read.trees += $tree
    foreach ($problem in Find-CSharpProblems $tree $assemblies) { Add-Problem $command $problem }
  }
  $read
}
