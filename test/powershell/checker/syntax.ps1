# What PowerShell 7 reads and Windows PowerShell 5.1 does not: lines and words.

$ofSeven = 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures'

# The kinds of nodes that may be new, and when they are.
$newSyntax = @{
  TernaryExpressionAst      = { $true }
  PipelineChainAst          = { $true }
  BinaryExpressionAst       = { param($Node) "$($Node.Operator)" -eq 'QuestionQuestion' }
  AssignmentStatementAst    = { param($Node) "$($Node.Operator)" -eq 'QuestionQuestionEquals' }
  MemberExpressionAst       = { param($Node) $Node.NullConditional }
  InvokeMemberExpressionAst = { param($Node) $Node.NullConditional -or $Node.GenericTypeArguments.Count -gt 0 }
  IndexExpressionAst        = { param($Node) $Node.NullConditional }
  PipelineAst               = { param($Node) $Node.Background }
  ScriptBlockAst            = { param($Node) $null -ne $Node.CleanBlock }
  VariableExpressionAst     = { param($Node) $Node.VariablePath.UserPath -in $ofSeven }
}

# Notes each, with its line.
function Find-NewSyntax($Nodes, $Tokens) {
  foreach ($kind in $newSyntax.Keys) {
    foreach ($node in $Nodes[$kind]) {
      if (& $newSyntax[$kind] $node) { Add-Problem $node "only in PowerShell 7: $($node.Extent.Text)" }
    }
  }
  $line = 0
  foreach ($token in $Tokens) {
    $kind = "$($token.Kind)"
    $isNew = switch ($kind) {
      'Number' { $token.Text -match '^0b|\d(u|y|s|n|ul|us|uy)(kb|mb|gb|tb|pb)?$' }
      # A pipe may end a line, and begin none.
      'Pipe' { $token.Extent.StartLineNumber -ne $line }
      { $_ -in 'StringExpandable', 'HereStringExpandable' } { $token.Text -match '(?<!`)(``)*`(u\{|e)' }
    }
    if ($isNew) { Add-Problem $token "only in PowerShell 7: $($token.Text)" }
    if ($kind -notin 'NewLine', 'LineContinuation') { $line = $token.Extent.EndLineNumber }
  }
}
