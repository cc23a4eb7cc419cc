# Reads windows as trees of plain values. Elements may vanish at every step: then they are not there.

# What an element is; nothing where it has vanished.
function Read-Facts($Element) {
  try { Read-Element $Element } catch { }
}

# Everything inside an element in reading order, but not into windows of their own or into the frame around a window. Browsers
# inside a program nest deeply; a tree without an end is left all the same.
function Read-Inside($Element, $Depth) {
  if ($Depth -gt 100) { return }
  try { $children = @(Get-ChildElements $Element) } catch { return }
  foreach ($child in $children) {
    $facts = Read-Facts $child
    if ($null -eq $facts) { continue }
    $facts
    if ($facts.type -notin 'Window', 'TitleBar', 'ScrollBar') { Read-Inside $child ($Depth + 1) }
  }
}

# A window with what is inside, and after it the windows that it owns: UI Automation hangs them below their owner.
function Read-Window($Element) {
  $facts = Read-Facts $Element
  if ($null -eq $facts -or $facts.type -in 'ToolTip', 'Menu') { return }
  try { $facts.id = Get-ElementId $Element } catch { return }
  $inside = @(Read-Inside $Element 0)
  $facts.inside = @($inside | Where-Object { $_.type -ne 'Window' })
  $facts
  foreach ($owned in $inside) {
    if ($owned.type -eq 'Window') { Read-Window $owned.element }
  }
}

# All windows of a process. An error means that they could not be read, not that there are none.
function Read-Windows($ProcessId) {
  foreach ($element in @(Get-RootElements $ProcessId)) { Read-Window $element }
}

# The names of the buttons among elements.
function Select-ButtonNames($Elements) {
  foreach ($facts in $Elements) {
    if ($facts.type -eq 'Button' -and $facts.name.Trim() -ne '') { $facts.name.Trim() }
  }
}
