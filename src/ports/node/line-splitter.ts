import { decodeText } from '../../text/decode.ts';

const LINE_FEED = 0x0a;

/** A longer line is cut here, and the rest of it dropped: a program gone mad must not fill the memory. */
export const MAX_LINE_BYTES = 16 * 1024;

/** Cuts a stream of bytes into lines (LF or CRLF). Lines without a word in them are left out. */
export interface LineSplitter {
  /** Takes the next bytes, gives the lines they complete. */
  push(chunk: Uint8Array): string[];
  /** The last line, where the stream ended without a line end. */
  end(): string[];
}

export function createLineSplitter(): LineSplitter {
  let parts: Uint8Array[] = [];
  let length = 0;

  function keep(bytes: Uint8Array): void {
    const kept = bytes.subarray(0, MAX_LINE_BYTES - length);
    if (kept.length === 0) return;
    parts.push(kept.slice());
    length += kept.length;
  }

  function take(): string[] {
    const line = textOf(Buffer.concat(parts, length));
    parts = [];
    length = 0;
    return line.trim() === '' ? [] : [line];
  }

  return {
    push(chunk) {
      const lines: string[] = [];
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
        keep(chunk.subarray(from, at));
        lines.push(...take());
        from = at + 1;
      }
      keep(chunk.subarray(from));
      return lines;
    },
    end: take,
  };
}

/** Lines are ASCII by agreement; what is not may still be someone's words, so no byte is thrown away. */
function textOf(bytes: Uint8Array): string {
  const text = decodeText(bytes)?.text ?? new TextDecoder('latin1').decode(bytes);
  return text.replace(/\r$/, '');
}
