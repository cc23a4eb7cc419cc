import { refusal } from '../../domain/system-error.ts';
import type { FileLine } from '../ports.ts';

/** A line of a stream, from 1, without its end. */
export interface CutLine {
  readonly line: number;
  /** Of a line that is longer than the limit: so many bytes of its beginning. */
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Cuts the pieces of a stream into lines. */
export interface LineCutter {
  /** Takes the next bytes, gives the lines that they complete. */
  push(chunk: Uint8Array): readonly CutLine[];
  /** The last line, where the stream ended without a line end. */
  end(): readonly CutLine[];
  /** How many lines there were so far, blank ones among them. */
  taken(): number;
}

const LF = 0x0a;
/** Control-Z, where `copy` of Windows ended one file and began the next. No document holds it as it stands. */
const SUB = 0x1a;
const BLANKS: ReadonlySet<number> = new Set([0x09, LF, 0x0d, 0x20]);

/** How a stream is cut: byte by byte, or in the pairs of UTF-16. */
type Cut = 'bytes' | 'utf-16le' | 'utf-16be';

/**
 * Cuts at line ends and at Control-Z; lines that hold nothing but blanks are counted and left out; NULs, as a loss of
 * power leaves them, are no blanks. A stream that begins with the byte order mark of UTF-16LE, as PowerShell's `>`
 * writes it, or of UTF-16BE is cut at that encoding's line ends, and its lines are given in UTF-16LE. No more than one
 * line of `maxBytes` is kept in memory.
 */
export function createLineCutter(maxBytes: number): LineCutter {
  let line = 0;
  let pending: Uint8Array = new Uint8Array(0);
  /** The beginning of a line that is too long; the rest of it is dropped. */
  let head: Uint8Array | null = null;
  let cut: Cut | null = null;

  /** The line that ends in these bytes; none where it is blank. */
  function take(bytes: Uint8Array): readonly CutLine[] {
    line += 1;
    const isWhole = head === null && bytes.length <= maxBytes;
    const kept = littleEndian(head ?? bytes.subarray(0, maxBytes), cut ?? 'bytes');
    head = null;
    return isWhole && isBlank(kept, cut ?? 'bytes') ? [] : [{ line, bytes: kept, isWhole }];
  }

  return {
    push(chunk) {
      let rest = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      if (cut === null && rest.length < 2) {
        pending = rest;
        return [];
      }
      cut ??= cutOf(rest);
      const unit = cut === 'bytes' ? 1 : 2;
      const lines: CutLine[] = [];
      for (let end = lineEnd(rest, cut); end >= 0; end = lineEnd(rest, cut)) {
        lines.push(...take(rest.subarray(0, end)));
        rest = rest.subarray(end + unit);
      }
      if (rest.length > maxBytes) head ??= rest.subarray(0, maxBytes);
      // What is dropped keeps its place in pairs of bytes.
      pending = head === null ? rest : rest.subarray(rest.length - (rest.length % unit));
      return lines;
    },
    end() {
      // `copy` adds one byte, also to pairs of them.
      const hasMark = pending.length % 2 === 1 && pending.at(-1) === SUB;
      return take(hasMark ? pending.subarray(0, -1) : pending);
    },
    taken: () => line,
  };
}

/** How much of a stream is cut: what another program writes may never end. */
export interface MostOfStream {
  readonly lines: number;
  readonly bytes: number;
}

/**
 * Cuts a stream of bytes into lines: see `createLineCutter`. Rejects with `too-large` behind the last one of `most`.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  most: MostOfStream = { lines: Infinity, bytes: Infinity },
): AsyncGenerator<FileLine, void> {
  const cutter = createLineCutter(maxBytes);
  const within = (lines: readonly CutLine[]): readonly FileLine[] =>
    lines.filter(({ line }) => line <= most.lines).map(asLine);
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most.bytes) throw refusal('too-large', STREAM);
    yield* within(cutter.push(chunk));
    if (cutter.taken() > most.lines) throw refusal('too-large', STREAM);
  }
  const last = cutter.end();
  yield* within(last);
  if (last.some(({ line }) => line > most.lines)) throw refusal('too-large', STREAM);
}

const STREAM = 'stream';

function asLine({ line, bytes, isWhole }: CutLine): FileLine {
  return { line, bytes: isWhole ? bytes : null };
}

function cutOf([first, second]: Uint8Array): Cut {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'bytes';
}

function lineEnd(bytes: Uint8Array, cut: Cut): number {
  const line = signIn(bytes, LF, cut);
  const file = signIn(line < 0 ? bytes : bytes.subarray(0, line), SUB, cut);
  return file < 0 ? line : file;
}

/** Where a character of one byte stands; -1: nowhere. */
function signIn(bytes: Uint8Array, sign: number, cut: Cut): number {
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) {
    if (cut === 'bytes') return at;
    if (cut === 'utf-16le' && at % 2 === 0 && bytes[at + 1] === 0) return at;
    if (cut === 'utf-16be' && at % 2 === 1 && bytes[at - 1] === 0) return at - 1;
  }
  return -1;
}

/** UTF-16BE in the other order; half a character at the end is left as it is. */
function littleEndian(bytes: Uint8Array, cut: Cut): Uint8Array {
  return cut === 'utf-16be' && bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes;
}

function isBlank(bytes: Uint8Array, cut: Cut): boolean {
  if (cut === 'bytes') return bytes.every((byte) => BLANKS.has(byte));
  return bytes.length % 2 === 0 && bytes.every((byte, at) => (at % 2 === 0 ? BLANKS.has(byte) : byte === 0));
}
