# What .NET Framework has, read from its reference assemblies by Roslyn, which PowerShell 7 brings along. Symbols are
# asked through their interfaces: the classes behind them are not public.

$empty = [Microsoft.CodeAnalysis.SyntaxTree[]]@()
$library = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new(
  [Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
$language = [Microsoft.CodeAnalysis.CSharp.CSharpParseOptions]::new(
  [Microsoft.CodeAnalysis.CSharp.LanguageVersion]::CSharp5)
$typeNamed = [Microsoft.CodeAnalysis.Compilation].GetMethod('GetTypeByMetadataName')
$membersOf = [Microsoft.CodeAnalysis.INamespaceOrTypeSymbol].GetMethod('GetMembers', [type[]]@([string]))
$baseOf = [Microsoft.CodeAnalysis.ITypeSymbol].GetProperty('BaseType')
$isStatic = [Microsoft.CodeAnalysis.ISymbol].GetProperty('IsStatic')
$access = [Microsoft.CodeAnalysis.ISymbol].GetProperty('DeclaredAccessibility')
$parametersOf = [Microsoft.CodeAnalysis.IMethodSymbol].GetProperty('Parameters')
$isParams = [Microsoft.CodeAnalysis.IParameterSymbol].GetProperty('IsParams')
$isOptional = [Microsoft.CodeAnalysis.IParameterSymbol].GetProperty('IsOptional')

$givenBy = [Microsoft.CodeAnalysis.IMethodSymbol].GetProperty('ReturnType'),
  [Microsoft.CodeAnalysis.IPropertySymbol].GetProperty('Type'), [Microsoft.CodeAnalysis.IFieldSymbol].GetProperty('Type')

# An assembly of .NET Framework by its name; null where it has none of that name.
$references = @{}
function Get-Reference($Name) {
  $file = Join-Path $Plan.framework (($Name -replace '\.dll$', '') + '.dll')
  if (-not (Test-Path -LiteralPath $file)) { return $null }
  if (-not $references[$file]) {
    $references[$file] = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile($file)
  }
  $references[$file]
}
$shell = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile($Plan.standard)

# A compilation over assemblies by their names, with System.Management.Automation among them. One without sources is
# made once.
$worlds = @{}
function New-World($Names, $Trees = $empty) {
  $unique = @($Names | Sort-Object -Unique)
  if ($Trees.Count -gt 0) { return New-Compilation $unique $Trees }
  $key = $unique -join ' '
  if (-not $worlds[$key]) { $worlds[$key] = New-Compilation $unique $empty }
  $worlds[$key]
}
function New-Compilation($Names, $Trees) {
  $all = @($Names | ForEach-Object { Get-Reference $_ }) + $shell
  [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create('world', [Microsoft.CodeAnalysis.SyntaxTree[]]@($Trees),
    [Microsoft.CodeAnalysis.MetadataReference[]]$all, $library)
}

# A type by its whole name, as PowerShell finds it: also without `System.`; null where there is none.
function Find-Type($World, [string]$Name) {
  foreach ($whole in $Name, "System.$Name") {
    $type = $typeNamed.Invoke($World, @([string]$whole))
    if ($type) { return $type }
  }
}

# The public members of that name, spelled as it is, those of the base types too.
function Find-Members($Type, [string]$Name, [bool]$Static) {
  for ($each = $Type; $each; $each = $baseOf.GetValue($each)) {
    foreach ($member in $membersOf.Invoke($each, @([string]$Name))) {
      if ($isStatic.GetValue($member) -eq $Static -and "$($access.GetValue($member))" -eq 'Public') { , $member }
    }
  }
}

# Whether a member is a method that takes so many arguments.
function Test-Takes($Method, $Count) {
  if (-not $parametersOf.DeclaringType.IsInstanceOfType($Method)) { return $false }
  $parameters = @($parametersOf.GetValue($Method))
  $needed = @($parameters | Where-Object { -not $isParams.GetValue($_) -and -not $isOptional.GetValue($_) }).Count
  $endless = $parameters.Count -gt 0 -and $isParams.GetValue($parameters[-1])
  $Count -ge $needed -and ($endless -or $Count -le $parameters.Count)
}

# The type of what a member gives; null where it is no named type.
function Get-Given($Member) {
  foreach ($property in $givenBy) {
    if ($property.DeclaringType.IsInstanceOfType($Member)) { return $property.GetValue($Member) }
  }
}

# What csc.exe, as Add-Type of 5.1 calls it, would find wrong: C# 5, and a warning is an error.
function Find-CSharpProblems($Tree, $Assemblies) {
  $compilation = New-World (@('mscorlib', 'System', 'System.Core') + $Assemblies) $Tree
  $stream = New-Object IO.MemoryStream
  foreach ($diagnostic in $compilation.Emit($stream).Diagnostics) {
    if ("$($diagnostic.Severity)" -in 'Error', 'Warning') { "C#: $diagnostic" }
  }
}
