interface Mistake {
  readonly script: string;
  readonly line: number;
  /** A part of what is said to it. */
  readonly problem: string;
}

const onlyInSeven = [
  '$x = $a ? 1 : 2',
  'Get-Process && Get-Process',
  'Get-Process || Get-Process',
  '$x = $a ?? 1',
  '$a ??= 1',
  '$x = ${a}?.b',
  '${a}?.Trim()',
  '$x = ${a}?[0]',
  'Get-Process &',
  'Get-Process\n| Sort-Object Id',
  'if ($IsWindows) { 1 }',
  '$x = 5u',
  '$x = 0b101',
  '$x = "`u{3042}"',
  'function Get-It { clean { 1 } }',
  '$x = [array]::Empty[int]()',
];

/** Mistakes that Windows PowerShell 5.1 would answer with an error, and what must be said to each. */
export const mistakes: readonly Mistake[] = [
  ...onlyInSeven.map((script) => ({ script, line: script.includes('\n') ? 2 : 1, problem: 'only in PowerShell 7' })),
  { script: '$x = 1\nif ($x) {', line: 2, problem: "'}'" },
  // Commands and parameters.
  { script: '1\nGet-Uptime', line: 2, problem: 'no command of 5.1: Get-Uptime' },
  { script: 'gps', line: 1, problem: 'no command of 5.1: gps' },
  { script: "ConvertFrom-Json '{}' -AsHashtable", line: 1, problem: 'no -AsHashtable' },
  { script: '1 | ForEach-Object -Parallel { $_ }', line: 1, problem: 'no -Parallel' },
  { script: 'Get-Process -IncludeUser', line: 1, problem: 'no -IncludeUser' },
  { script: "Start-Process -FilePath 'a' -Environment @{}", line: 1, problem: 'no -Environment' },
  { script: 'Get-Process -ProgressAction SilentlyContinue', line: 1, problem: 'no -ProgressAction' },
  { script: "Split-Path -LeafBase 'a.b'", line: 1, problem: 'no -LeafBase' },
  // Types and their members.
  { script: '$x = [System.Text.Json.JsonDocument]', line: 1, problem: 'no type [System.Text.Json.JsonDocument]' },
  { script: '$x = [semver]', line: 1, problem: 'no type [semver]' },
  { script: 'function Get-It([System.Half]$X) { $X }', line: 1, problem: 'no type [System.Half]' },
  { script: '$x = [Collections.Generic.List[System.DateOnly]]', line: 1, problem: 'no type [Collections.Generic.List' },
  { script: "New-Object System.Text.Rune 'a'", line: 1, problem: 'no type System.Text.Rune' },
  { script: '[Convert]::ToHexString($x)', line: 1, problem: 'no such member' },
  { script: '[Math]::Clamp(1, 2, 3)', line: 1, problem: 'no such member' },
  { script: '[Convert]::ToBase64String()', line: 1, problem: 'with 0 arguments' },
  { script: '[Environment]::ProcessorCount()', line: 1, problem: 'with 0 arguments' },
  { script: '$of = [Environment]\n$x = $of::ProcessPath', line: 2, problem: 'no such member' },
  { script: '$x = $of::Name', line: 1, problem: 'no known type' },
  { script: "'abc'.Contains('B', 'OrdinalIgnoreCase')", line: 1, problem: 'no type here has such a method' },
  { script: "@{ a = 1 }.TryAdd('a', 1)", line: 1, problem: 'no type here has such a method' },
  {
    script: "[Text.Encoding]::UTF8.GetString($x).ReplaceLineEndings('')",
    line: 1,
    problem: 'no type here has such a method',
  },
  { script: '$x = [System.Windows.Automation.Condition]::TrueCondition', line: 1, problem: 'no type' },
  // Compiled code.
  { script: "Add-Type -AssemblyName 'System.Text.Json'", line: 1, problem: 'no assembly System.Text.Json' },
  { script: "Add-Type -TypeDefinition 'public class A { public int B => 1; }'", line: 1, problem: 'CS8026' },
  { script: 'Add-Type -TypeDefinition \'public class A { public string B = $"{1}"; }\'', line: 1, problem: 'CS8026' },
  { script: "Add-Type -TypeDefinition 'public class A { int b; }'", line: 1, problem: 'CS0169' },
  {
    script: "Add-Type -TypeDefinition 'public class A { public System.Windows.Forms.Form F; }'",
    line: 1,
    problem: 'CS0234',
  },
  { script: 'Add-Type -TypeDefinition $source', line: 1, problem: 'does not stand in the script' },
  {
    script: "Add-Type -Namespace A -Name B -MemberDefinition 'public static void C() {}'\n[A.B]::C(1)",
    line: 2,
    problem: 'with 1 arguments',
  },
];

/** What 5.1 has, in forms that a careless check would take for mistakes. */
export const sound: readonly [string, ...string[]] = [
  "Add-Type -AssemblyName 'UIAutomationClient', 'UIAutomationTypes'\n" +
    "$code = 'public class A { public static string B(System.Windows.Automation.AutomationElement e) { return e.Cached.Name; } }'\n" +
    "Add-Type -TypeDefinition $code -ReferencedAssemblies 'UIAutomationClient', 'UIAutomationTypes', 'WindowsBase'\n" +
    "Add-Type -Namespace C -Name D -MemberDefinition ('public static int E() ' + '{ return 1; }')\n" +
    '[A]::B([System.Windows.Automation.AutomationElement]::RootElement)\n[C.D]::E()',
  "$x = [Collections.Generic.List[string]]::new()\n$x.Add('a')\n[string]::Join(',', $x.ToArray())",
  "$x = New-Object 'Collections.Generic.Dictionary[string,int]'\n$x.ContainsKey('a')",
  "'a' |\nForEach-Object { $_.Trim().Split(',', 2) }",
  '$x = "``u{3042}"\n$y = 0x1F, 5kb, 10L',
  '$script:text = [Text.Encoding]::UTF8.GetString([byte[]]@(97)).Normalize()',
];
