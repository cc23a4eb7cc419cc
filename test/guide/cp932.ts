/** Every character that CP932 has, by decoding all its one and two byte codes. */
export function cp932Characters(): ReadonlySet<string> {
  const decoder = new TextDecoder('shift_jis');
  const found = new Set<string>();
  for (const bytes of codes()) {
    const text = decoder.decode(bytes);
    if (Array.from(text).length === 1) found.add(text);
  }
  // What the decoder writes for a code that stands for nothing.
  found.delete('\uFFFD');
  return found;
}

function* codes(): Generator<Uint8Array> {
  for (let lead = 0x00; lead <= 0xff; lead += 1) {
    yield Uint8Array.of(lead);
    for (let trail = 0x40; trail <= 0xfc; trail += 1) yield Uint8Array.of(lead, trail);
  }
}
