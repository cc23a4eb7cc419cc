# The .NET types of a script, their members and the C# that it compiles.

# The short names of 5.1 that are not a name in `System` (about_Type_Accelerators, learn.microsoft.com).
$short = @{
  string = 'String'; char = 'Char'; bool = 'Boolean'; byte = 'Byte'; int = 'Int32'; long = 'Int64'; double = 'Double'
  array = 'Array'; hashtable = 'Collections.Hashtable'; xml = 'Xml.XmlDocument'; void = 'Void'; object = 'Object'
  datetime = 'DateTime'; guid = 'Guid'; regex = 'Text.RegularExpressions.Regex'; type = 'Type'
  ref = 'Management.Automation.PSReference'; scriptblock = 'Management.Automation.ScriptBlock'
  switch = 'Management.Automation.SwitchParameter'; psobject = 'Management.Automation.PSObject'
}

# What a type is called in .NET, and the types inside it: a list's, an array's.
function Resolve-TypeName($World, $TypeName) {
  if ($TypeName -is [System.Management.Automation.Language.ArrayTypeName]) {
    return Resolve-TypeName $World $TypeName.ElementType
  }
  if ($TypeName -is [System.Management.Automation.Language.GenericTypeName]) {
    foreach ($argument in $TypeName.GenericArguments) {
      if (-not (Resolve-TypeName $World $argument)) { return $null }
    }
    return Find-Type $World "$($TypeName.TypeName.FullName)``$($TypeName.GenericArguments.Count)"
  }
  $name = $TypeName.FullName
  if ($short.ContainsKey($name)) { return Find-Type $World $short[$name] }
  Find-Type $World $name
}

# A type as it stands in a text; null where there is none.
function Find-NamedType($World, $Text) {
  $parsed = [System.Management.Automation.Language.Parser]::ParseInput("[$Text]", [ref]$null, [ref]$null)
  $found = $parsed.Find({ param($Node) $Node -is [System.Management.Automation.Language.TypeExpressionAst] }, $true)
  if ($found) { Resolve-TypeName $World $found.TypeName }
}

# Whose static member is asked for: a type, or a variable that holds nothing but one.
function Find-Owner($World, $Expression, $Assigned) {
  if ($Expression -is [System.Management.Automation.Language.VariableExpressionAst]) {
    $values = @($Assigned[$Expression.VariablePath.UserPath])
    if ($values.Count -ne 1 -or $values[0] -isnot [System.Management.Automation.Language.CommandExpressionAst]) { return }
    $Expression = $values[0].Expression
  }
  if ($Expression -is [System.Management.Automation.Language.TypeExpressionAst]) {
    Resolve-TypeName $World $Expression.TypeName
  }
}

# How many arguments a member is called with; null where it is not called.
function Get-ArgumentCount($Node) {
  if ($Node -isnot [System.Management.Automation.Language.InvokeMemberExpressionAst]) { return $null }
  @($Node.Arguments | Where-Object { $_ }).Count
}

# Looks up what the script asks of types. Gives the types that it names or gets.
function Find-StaticProblems($World, $Nodes, $Assigned) {
  foreach ($node in @($Nodes.TypeExpressionAst) + @($Nodes.TypeConstraintAst) | Where-Object { $_ }) {
    $type = Resolve-TypeName $World $node.TypeName
    if ($type) { , $type } else { Add-Problem $node "no type [$($node.TypeName.FullName)]" }
  }
  foreach ($node in @($Nodes.MemberExpressionAst) + @($Nodes.InvokeMemberExpressionAst) | Where-Object { $_.Static }) {
    $owner = Find-Owner $World $node.Expression $Assigned
    if (-not $owner) {
      # A type that is not there has been named already.
      if ($node.Expression -isnot [System.Management.Automation.Language.TypeExpressionAst]) {
        Add-Problem $node "static member of what is no known type: $($node.Extent.Text)"
      }
      continue
    }
    $count = Get-ArgumentCount $node
    $name = $node.Member.Extent.Text.Trim("'")
    if ($name -eq 'new' -and $null -ne $count) { $name = '.ctor' }
    $found = @(Find-Members $owner $name ($name -ne '.ctor'))
    $fit = @($found | Where-Object { $null -eq $count -or (Test-Takes $_ $count) })
    foreach ($member in $fit) { $given = Get-Given $member; if ($given) { , $given } }
    if ($fit.Count -eq 0) { Add-Problem $node "no such member, or not with $count arguments: $($node.Extent.Text)" }
  }
}

# Looks up the methods that are called on objects: one of the types that the script names or gets must have them.
function Find-MethodProblems($Nodes, $Types) {
  # Every call of so many arguments is looked up once.
  $open = @{}
  foreach ($node in $Nodes.InvokeMemberExpressionAst) {
    if ($node.Static) { continue }
    $call = "$($node.Member.Extent.Text.Trim("'")) $(Get-ArgumentCount $node)"
    $open[$call] = @($open[$call] | Where-Object { $_ }) + $node
  }
  $seen = @{}
  while ($open.Count -gt 0 -and $Types.Count -gt 0) {
    $given = @(foreach ($type in $Types) {
        if (-not $type -or $seen["$type"]) { continue }
        $seen["$type"] = $true
        foreach ($call in @($open.Keys)) {
          $name, $count = $call.Split(' ')
          foreach ($method in @(Find-Members $type $name $false)) {
            if (-not (Test-Takes $method ([int]$count))) { continue }
            $open.Remove($call)
            , (Get-Given $method)
          }
        }
      })
    # What a method gives may have the next one.
    $Types = $given
  }
  foreach ($node in $open.Values | ForEach-Object { $_ }) {
    Add-Problem $node "no type here has such a method: $($node.Extent.Text)"
  }
}
