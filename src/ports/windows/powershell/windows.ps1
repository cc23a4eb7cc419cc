# Reads windows as trees of plain values. Elements may vanish at every step: then they are not there.

# What an element is; nothing where it has vanished.
function Read-Facts($Element) {
  try { Read-Element $Element } catch { }
}

# Everything inside an element in reading order, but not into windows of their own or into the frame around a window.
# Browsers inside a program nest deeply; a tree without an end is left all the same.
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

# The words of a window in reading order: names and values of what is no button, each once in a row.
function Select-Texts($Elements) {
  $last = ''
  foreach ($facts in $Elements) {
    if ($facts.type -in 'Button', 'TitleBar', 'ScrollBar', 'MenuBar', 'MenuItem', 'Separator', 'Thumb') { continue }
    foreach ($text in $facts.name, $facts.value) {
      $words = $text.Trim()
      if ($words -ne '' -and $words -cne $last) { $words; $last = $words }
    }
  }
}

# A window as a line; nothing for one without a word (helper windows that nobody sees).
function ConvertTo-WindowLine($Window) {
  $texts = @(Limit-Words (Select-Texts $Window.inside))
  $buttons = @(Limit-Words (Select-ButtonNames $Window.inside))
  if ($Window.name.Trim() -eq '' -and $texts.Count + $buttons.Count -eq 0) { return }
  @{
    type = 'window'; id = $Window.id; isMain = $false
    title = -join @(Limit-Words $Window.name); texts = $texts; buttons = $buttons
  }
}
