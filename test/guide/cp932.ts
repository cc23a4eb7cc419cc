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

let known: ReadonlyMap<string, Uint8Array> | null = null;

/** A text as a file in CP932 holds it. Throws for a character that it does not have. */
export function cp932Bytes(text: string): Uint8Array {
  const decoder = new TextDecoder('shift_jis');
  // Made once: Node decodes CP932 but does not encode it.
  const table = (known ??= new Map([...codes()].map((bytes) => [decoder.decode(bytes), bytes] as const)));
  return Buffer.concat(
    Array.from(text, (character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`not in CP932: ${character}`);
      return bytes;
    }),
  );
}

function* codes(): Generator<Uint8Array> {
  for (let lead = 0x00; lead <= 0xff; lead += 1) {
    yield Uint8Array.of(lead);
    for (let trail = 0x40; trail <= 0xfc; trail += 1) yield Uint8Array.of(lead, trail);
  }
}
