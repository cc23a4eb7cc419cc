# All that touches UI Automation (.NET Framework: UIAutomationClient), and nothing that decides.

# Loads UI Automation, and says which properties come along with every element: one question instead of ten.
function Import-Automation {
  Add-Type -AssemblyName 'UIAutomationClient', 'UIAutomationTypes', 'UIAutomationClientsideProviders'
  Import-Native
  Register-Providers
  $request = New-Object Windows.Automation.CacheRequest
  $of = [Windows.Automation.AutomationElement]
  foreach ($property in $of::NameProperty, $of::ControlTypeProperty, $of::AutomationIdProperty, $of::IsEnabledProperty,
    $of::IsPasswordProperty, $of::NativeWindowHandleProperty, $of::IsInvokePatternAvailableProperty,
    [Windows.Automation.ValuePattern]::ValueProperty) { $request.Add($property) }
  $script:OqsProperties = $request
}

# Lets UI Automation see plain Win32 controls, whose providers it loads in the client. It must come before all else: by
# itself it tries once, from whatever asks first, and from PowerShell that fails (ProxyManager.LoadDefaultProxies,
# github.com/dotnet/wpf: a caller without a type), so that buttons stay panes without a name for what they do.
function Register-Providers {
  [OqsConsole.Native]::Call([Windows.Automation.ClientSettings].GetMethod('RegisterClientSideProviders'),
    [UIAutomationClientsideProviders.UIAutomationClientSideProviders]::ClientSideProviderDescriptionTable)
}

# Whether Windows lets a window be worked with. Of a form under a modal dialog of its own UI Automation says IsEnabled
# all the same (seen with WinForms under Wine 10).
function Test-WindowEnabled($Handle) {
  [OqsConsole.Native]::IsWindowEnabled([IntPtr]$Handle)
}

# The elements directly under another one that fit a condition.
function Get-ElementsUnder($Element, $Condition) {
  $scope = $OqsProperties.Activate()
  try {
    $Element.FindAll('Children', $Condition)
  } finally {
    $scope.Dispose()
  }
}

# The windows of a process that stand on the desktop. Only the desktop's direct children: a search through everything
# below it may overflow the stack (AutomationElement.RootElement, learn.microsoft.com).
function Get-RootElements($ProcessId) {
  $any = [Windows.Automation.AutomationElement]
  Get-ElementsUnder $any::RootElement (
    New-Object Windows.Automation.PropertyCondition($any::ProcessIdProperty, [int]$ProcessId))
}

# The elements directly inside an element.
function Get-ChildElements($Element) {
  Get-ElementsUnder $Element ([Windows.Automation.Condition]::TrueCondition)
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
    $value = [string]$Element.GetCachedPropertyValue([Windows.Automation.ValuePattern]::ValueProperty)
  }
  @{
    element      = $Element
    name         = [string]$facts.Name
    type         = ([string]$facts.ControlType.ProgrammaticName).Replace('ControlType.', '')
    automationId = [string]$facts.AutomationId
    value        = $value
    enabled      = [bool]$facts.IsEnabled -and ($handle -eq 0 -or (Test-WindowEnabled $handle))
    canPress     = [bool]$Element.GetCachedPropertyValue(
      [Windows.Automation.AutomationElement]::IsInvokePatternAvailableProperty)
  }
}

# What presses an element; an error where it has none. Its Invoke() may not return before a dialog that opens is closed
# (InvokePattern.Invoke, learn.microsoft.com).
function Get-PressPattern($Element) {
  $Element.GetCurrentPattern([Windows.Automation.InvokePattern]::Pattern)
}
