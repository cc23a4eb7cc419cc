# All that touches UI Automation (.NET Framework: UIAutomationClient), and nothing that decides.

# Loads UI Automation, and says which properties come along with every element: one question instead of ten.
function Import-Automation {
  Add-Type -AssemblyName 'UIAutomationClient', 'UIAutomationTypes'
  $request = New-Object System.Windows.Automation.CacheRequest
  $of = [System.Windows.Automation.AutomationElement]
  $properties = $of::NameProperty, $of::ControlTypeProperty, $of::AutomationIdProperty, $of::IsEnabledProperty,
    $of::IsPasswordProperty, $of::NativeWindowHandleProperty, $of::IsInvokePatternAvailableProperty,
    [System.Windows.Automation.ValuePattern]::ValueProperty
  foreach ($property in $properties) { $request.Add($property) }
  $script:OqsProperties = $request
  Import-WindowCalls
}

# Loads what Windows itself is asked about windows.
function Import-WindowCalls {
  Add-Type -Namespace OqsConsole -Name Windows -MemberDefinition (
    '[DllImport("user32.dll")] public static extern bool IsWindowEnabled(IntPtr window);')
}

# Whether Windows lets a window be worked with. Of a form under a modal dialog of its own UI Automation says IsEnabled all
# the same (seen with WinForms under Wine 10).
function Test-WindowEnabled($Handle) {
  [OqsConsole.Windows]::IsWindowEnabled([IntPtr]$Handle)
}

# The elements directly under another one that fit a condition.
function Get-ElementsUnder($Element, $Condition) {
  $scope = $script:OqsProperties.Activate()
  try {
    $Element.FindAll([System.Windows.Automation.TreeScope]::Children, $Condition)
  } finally {
    $scope.Dispose()
  }
}

# The windows of a process that stand on the desktop. Only the desktop's direct children: a search through everything
# below it may overflow the stack (AutomationElement.RootElement, learn.microsoft.com).
function Get-RootElements($ProcessId) {
  $property = [System.Windows.Automation.AutomationElement]::ProcessIdProperty
  $condition = New-Object System.Windows.Automation.PropertyCondition($property, [int]$ProcessId)
  Get-ElementsUnder ([System.Windows.Automation.AutomationElement]::RootElement) $condition
}

# The elements directly inside an element.
function Get-ChildElements($Element) {
  Get-ElementsUnder $Element ([System.Windows.Automation.Condition]::TrueCondition)
}

# What tells a window from others: its handle, else the number that UI Automation gives it.
function Get-ElementId($Element) {
  $handle = [int]$Element.Cached.NativeWindowHandle
  if ($handle -ne 0) { return "w$handle" }
  'e' + ($Element.GetRuntimeId() -join '.')
}

# What an element is and says, as plain values.
function Read-Element($Element) {
  $facts = $Element.Cached
  $handle = [int]$facts.NativeWindowHandle
  $value = ''
  # A password is nobody's words.
  if (-not $facts.IsPassword) {
    $value = [string]$Element.GetCachedPropertyValue([System.Windows.Automation.ValuePattern]::ValueProperty)
  }
  @{
    element      = $Element
    name         = [string]$facts.Name
    type         = ([string]$facts.ControlType.ProgrammaticName).Replace('ControlType.', '')
    automationId = [string]$facts.AutomationId
    value        = $value
    enabled      = [bool]$facts.IsEnabled -and ($handle -eq 0 -or (Test-WindowEnabled $handle))
    canPress     = [bool]$Element.GetCachedPropertyValue(
      [System.Windows.Automation.AutomationElement]::IsInvokePatternAvailableProperty)
  }
}

# Presses. May not return before a dialog that opens is closed (InvokePattern.Invoke, learn.microsoft.com).
function Invoke-Element($Element) {
  $Element.GetCurrentPattern([System.Windows.Automation.InvokePattern]::Pattern).Invoke()
}
