# What PowerShell 7 reads and Windows PowerShell 5.1 does not: lines and words.

$ofSeven = 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures'

function Test-NewSyntax($Node) {
  switch ($Node.GetType().Name) {
    'TernaryExpressionAst' { return $true }
    'PipelineChainAst' { return $true }
    'BinaryExpressionAst' { return "$($Node.Operator)" -eq 'QuestionQuestion' }
    'AssignmentStatementAst' { return "$($Node.Operator)" -eq 'QuestionQuestionEquals' }
    'MemberExpressionAst' { return $Node.NullConditional }
    'InvokeMemberExpressionAst' { return $Node.NullConditional -or $Node.GenericTypeArguments.Count -gt 0 }
    'IndexExpressionAst' { return $Node.NullConditional }
    'PipelineAst' { return $Node.Background }
    'ScriptBlockAst' { return $null -ne $Node.CleanBlock }
    'VariableExpressionAst' { return $Node.VariablePath.UserPath -in $ofSeven }
  }
  $false
}

# Each as a line and what is wrong there.
function Find-NewSyntax($Ast, $Tokens) {
  foreach ($node in $Ast.FindAll({ param($Node) Test-NewSyntax $Node }, $true)) {
    Add-Problem $node "only in PowerShell 7: $($node.Extent.Text)"
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
