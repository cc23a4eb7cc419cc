# Whether a file stands there.
function Test-Document($Path) {
  Test-Path -LiteralPath $Path -PathType Leaf
}

# Opens a document as a double click does, in a window that is seen.
function Open-Document($Path) {
  Start-Process -FilePath $Path
}
