/**
 * Writes text as CP932, the code page of a Japanese Windows. Node can only read it, so the table is made from reading:
 * every one- and two-byte code, decoded. What CP932 does not have becomes `?`, as Windows does.
 */
export function encodeCp932(text: string): Uint8Array {
  table ??= makeTable();
  const codes = table;
  return Uint8Array.from(Array.from(text, (character) => codes.get(character) ?? [0x3f]).flat());
}

let table: ReadonlyMap<string, readonly number[]> | null = null;

function makeTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    // The first code wins: some characters stand twice in CP932.
    if (Array.from(character).length === 1 && character !== '\uFFFD' && !codes.has(character))
      codes.set(character, bytes);
  };
  for (let byte = 0; byte < 0x100; byte += 1) add([byte]);
  for (let lead = 0x81; lead <= 0xfc; lead += 1)
    for (let trail = 0x40; trail <= 0xfc; trail += 1) add([lead, trail]);
  return codes;
}
