/** A line of a file, from 1, without its end. null: it is longer than the limit. */
export interface ByteLine {
  readonly line: number;
  readonly bytes: Uint8Array | null;
}

const LF = 0x0a;
const BLANKS: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20]);

/**
 * Cuts a stream of bytes into lines; those that hold nothing but blanks are counted and left out. A stream that begins with the byte order mark of UTF-16LE, as PowerShell's `>`
 * writes it, is cut at that encoding's line ends. No more than one line of `maxBytes` is kept in memory.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<ByteLine, void> {
  let line = 1;
  let pending: Uint8Array = new Uint8Array(0);
  /** The rest of a line that is too long is on its way. */
  let dropping = false;
  let unit: 1 | 2 | null = null;
  for await (const chunk of chunks) {
    let rest = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (unit === null) {
      if (rest.length < 2) {
        pending = rest;
        continue;
      }
      unit = rest[0] === 0xff && rest[1] === 0xfe ? 2 : 1;
    }
    for (let end = lineEnd(rest, unit); end >= 0; end = lineEnd(rest, unit)) {
      const own = rest.subarray(0, end);
      if (dropping || end > maxBytes) yield { line, bytes: null };
      else if (!isBlank(own)) yield { line, bytes: own };
      dropping = false;
      line += 1;
      rest = rest.subarray(end + unit);
    }
    dropping ||= rest.length > maxBytes;
    // What is dropped keeps its place in pairs of bytes.
    pending = dropping ? rest.subarray(rest.length - (rest.length % unit)) : rest;
  }
  if (dropping || pending.length > maxBytes) yield { line, bytes: null };
  else if (!isBlank(pending)) yield { line, bytes: pending };
}

function lineEnd(bytes: Uint8Array, unit: 1 | 2): number {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (unit === 1 || (at % 2 === 0 && bytes[at + 1] === 0)) return at;
  }
  return -1;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => BLANKS.has(byte));
}
