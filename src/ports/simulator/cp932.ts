const LINE_END = '\n';
const QUESTION_MARK = 0x3f;
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfc;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfc;
/** Kana of half width are one byte each, in the order that they have in Unicode. */
const FIRST_HALF_WIDTH = 0xff61;
const LAST_HALF_WIDTH = 0xff9f;
const HALF_WIDTH_BYTE = 0xa1;

/**
 * Writes text as CP932, the code page of a Japanese Windows. Node can only read it: a character is looked for in what
 * the codes of two bytes decode to, and the first code wins, as some stand twice. What CP932 does not have becomes `?`,
 * as Windows does.
 */
export function encodeCp932(text: string): Uint8Array {
  const decodeRow = createRowDecoder();
  const rows: string[] = [];
  const known = new Map<string, readonly number[]>();

  function find(character: string): readonly number[] {
    const code = character.charCodeAt(0);
    if (code < 0x80) return [code];
    if (code >= FIRST_HALF_WIDTH && code <= LAST_HALF_WIDTH) return [code - FIRST_HALF_WIDTH + HALF_WIDTH_BYTE];
    if (character.length > 1 || character === '\uFFFD') return [QUESTION_MARK];
    for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
      const row = (rows[lead] ??= decodeRow(lead));
      const at = row.indexOf(`${character}${LINE_END}`);
      if (at >= 0) return [lead, FIRST_TRAIL + row.slice(0, at).split(LINE_END).length - 1];
    }
    return [QUESTION_MARK];
  }

  function bytesOf(character: string): readonly number[] {
    const bytes = known.get(character) ?? find(character);
    known.set(character, bytes);
    return bytes;
  }

  return Uint8Array.from(Array.from(text, bytesOf).flat());
}

/** Decodes all codes that begin with one byte, each on a line of its own: a call for each code is what takes time. */
function createRowDecoder(): (lead: number) => string {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Uint8Array((LAST_TRAIL - FIRST_TRAIL + 1) * 3).fill(LINE_END.charCodeAt(0));
  for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) codes[(trail - FIRST_TRAIL) * 3 + 1] = trail;
  return (lead) => {
    for (let at = 0; at < codes.length; at += 3) codes[at] = lead;
    return decoder.decode(codes);
  };
}
