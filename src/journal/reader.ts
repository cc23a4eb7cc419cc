import { beginsWith, LINE_END } from './bytes.ts';
import { readHead } from './head.ts';
import { readLines, type Line } from './lines.ts';
import { judgeLines } from './read.ts';
import type { JournalReading } from './reading.ts';

/** A reader of one journal that reads only what is new: lines whose bytes, and all before them, are the same are kept as they were read. */
export function createReader(): (journal: Uint8Array | null, head: Uint8Array | null) => JournalReading {
  let known: Uint8Array = new Uint8Array();
  let lines: readonly Line[] = [];
  return (journal, head) => {
    const bytes = journal ?? new Uint8Array();
    if (!beginsWith(bytes, known)) {
      lines = [];
      known = bytes.subarray(0, 0);
    }
    const whole = lines.at(-1)?.ended === false ? lines.slice(0, -1) : lines;
    const from = whole.length === lines.length ? known.length : known.lastIndexOf(LINE_END) + 1;
    lines = readLines(bytes, whole, from);
    known = bytes;
    return judgeLines(lines, readHead(head));
  };
}
