/**
 * The commands that our scripts use, with the parameters that they have in Windows PowerShell 5.1, on files where a
 * drive decides (the pages of each command for 5.1, learn.microsoft.com/powershell/module). A command that a script
 * needs anew is looked up there, and added.
 */
export const cmdlets: Readonly<Record<string, readonly string[]>> = {
  'Add-Type':
    words(`AssemblyName CodeDomProvider CompilerParameters IgnoreWarnings Language LiteralPath MemberDefinition Name
    Namespace OutputAssembly OutputType PassThru Path ReferencedAssemblies TypeDefinition UsingNamespace`),
  'ConvertFrom-Json': words('InputObject'),
  'ForEach-Object': words('ArgumentList Begin Confirm End InputObject MemberName Process RemainingScripts WhatIf'),
  'Get-Acl': words('AllCentralAccessPolicies Audit Exclude Filter Include InputObject LiteralPath Path UseTransaction'),
  'Get-ChildItem':
    words(`Attributes Depth Directory Exclude File Filter FollowSymlink Force Hidden Include LiteralPath Name Path ReadOnly
    Recurse System UseTransaction`),
  'Get-CimInstance':
    words(`CimSession ClassName ComputerName Filter InputObject KeyOnly Namespace OperationTimeoutSec Property
    Query QueryDialect ResourceUri Shallow`),
  'Get-Clipboard': words('Format Raw TextFormatType'),
  'Get-ItemProperty': words('Credential Exclude Filter Include LiteralPath Name Path UseTransaction'),
  'Get-Process': words('ComputerName FileVersionInfo Id IncludeUserName InputObject Module Name'),
  'Get-WinEvent':
    words(`ComputerName Credential FilterHashtable FilterXml FilterXPath Force ListLog ListProvider LogName
    MaxEvents Oldest Path ProviderName`),
  'Invoke-CimMethod':
    words(`Arguments CimClass CimSession ClassName ComputerName Confirm InputObject MethodName Namespace
    OperationTimeoutSec Query QueryDialect ResourceUri WhatIf`),
  'New-Object': words('ArgumentList ComObject Property Strict TypeName'),
  'Select-Object': words(
    'ExcludeProperty ExpandProperty First Index InputObject Last Property Skip SkipLast Unique Wait',
  ),
  'Set-Clipboard': words('Append AsHtml Confirm LiteralPath Path Value WhatIf'),
  'Sort-Object': words('CaseSensitive Culture Descending InputObject Property Unique'),
  'Split-Path': words(`Credential IsAbsolute Leaf LiteralPath NoQualifier Parent Path Qualifier Resolve
    UseTransaction`),
  'Start-Process': words(`ArgumentList Credential FilePath LoadUserProfile NoNewWindow PassThru RedirectStandardError
    RedirectStandardInput RedirectStandardOutput UseNewEnvironment Verb Wait WindowStyle WorkingDirectory`),
  'Start-Sleep': words('Milliseconds Seconds'),
  'Test-Path': words(`Credential Exclude Filter Include IsValid LiteralPath NewerThan OlderThan Path PathType
    UseTransaction`),
  'Where-Object':
    words(`CContains CEQ CGE CGT CIn CLE CLike CLT CMatch CNE CNotContains CNotIn CNotLike CNotMatch Contains EQ
    FilterScript GE GT In InputObject Is IsNot LE Like LT Match NE NotContains NotIn NotLike NotMatch Property Value`),
  'Write-Host': words('BackgroundColor ForegroundColor NoNewline Object Separator'),
};

/** What every command takes in 5.1 (about_CommonParameters, learn.microsoft.com). */
export const commonParameters = words(`Debug ErrorAction ErrorVariable InformationAction InformationVariable OutBuffer
  OutVariable PipelineVariable Verbose WarningAction WarningVariable`);

/** Assemblies that are loaded in every Windows PowerShell 5.1. */
export const loadedAssemblies = words(`mscorlib System System.Configuration.Install System.Core System.Data
  System.DirectoryServices System.Management System.Numerics System.Transactions System.Xml`);

/** Types of the objects that the language and the commands give, whose methods may be called. */
export const givenTypes = words(`System.String System.Array System.Collections.Hashtable System.IDisposable
  System.Diagnostics.Eventing.Reader.EventRecord`);

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
