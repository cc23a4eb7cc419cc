/**
 * Writes text as CP932, the code page of a Japanese Windows. Node can only read it, so the table is made from reading:
 * every one- and two-byte code, decoded. What CP932 does not have becomes `?`, as Windows does.
 */
export function encodeCp932(text: string): Uint8Array {
  table ??= makeTable();
  const codes = table;
  return Uint8Array.from(
    Array.from(text, (character) => bytesOf(character.length === 1 ? codes[character.charCodeAt(0)] : 0)).flat(),
  );
}

/** The code of each character of one code unit, plus one; 0 where CP932 does not have it. */
let table: Uint32Array | null = null;

const LINE_END = 0x0a;
const QUESTION_MARK = 0x3f;
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfc;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfc;

function bytesOf(entry = 0): readonly number[] {
  const code = entry === 0 ? QUESTION_MARK : entry - 1;
  return code < 0x100 ? [code] : [code >> 8, code & 0xff];
}

/** All codes are read in one go, each on a line of its own: one call a code took each of the simulated programs 15 ms. */
function makeTable(): Uint32Array {
  const codes = knownCodes();
  const lines = new Uint8Array(codes.length * 3).fill(LINE_END);
  let length = 0;
  for (const code of codes) {
    if (code > 0xff) lines[length++] = code >> 8;
    lines[length++] = code & 0xff;
    length += 1;
  }
  const characters = new TextDecoder('shift_jis').decode(lines.subarray(0, length)).split('\n');
  const found = new Uint32Array(0x1_0000);
  found[LINE_END] = LINE_END + 1;
  for (const [index, code] of codes.entries()) {
    const character = characters[index] ?? '';
    if (character.length !== 1 || character === '\uFFFD') continue;
    // The first code wins: some characters stand twice in CP932.
    found[character.charCodeAt(0)] ||= code + 1;
  }
  return found;
}

function knownCodes(): readonly number[] {
  const found: number[] = [];
  for (let byte = 0; byte < 0x100; byte += 1) if (byte !== LINE_END) found.push(byte);
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1)
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) found.push((lead << 8) | trail);
  return found;
}
