# Names on the screen come full-width or half-width, with blanks around them.

# A name as it compares: compatibility forms made equal (NFKC), blanks around it gone.
function ConvertTo-PlainName($Name) {
  $text = [string]$Name
  # Barred in constrained language mode, and half a character cannot be normalised: then as it stands.
  try { $text = $text.Normalize([Text.NormalizationForm]::FormKC) } catch { }
  $text.Trim()
}

# Whether two names are the same, character by character (-eq would ask the terminal's language).
function Test-SameName($Name, $Other) {
  (ConvertTo-PlainName $Name).Equals((ConvertTo-PlainName $Other))
}

# Whether a name has another one in it; no name has nothing in it.
function Test-NameContains($Name, $Part) {
  $plain = ConvertTo-PlainName $Part
  $plain -ne '' -and (ConvertTo-PlainName $Name).Contains($plain)
}
