import { deskReading as texts } from './desk.ja.ts';
import type { BadFile } from './entry.ts';

/** So many bad lines of a file are named: what is no list of answers has a million of them, and is told by a few. */
export const NAMED_LINES = 20;

/** The bad lines of a file that are not named, as one. */
export function moreLines(path: string, lines: number): readonly BadFile[] {
  return lines === 0 ? [] : [{ source: { path, line: null }, reason: texts.moreLines(NAMED_LINES, lines), lines }];
}

/** The first bad lines of a file by name, and how many more there are. */
export function firstLines(bad: readonly BadFile[], path: string): readonly BadFile[] {
  return [...bad.slice(0, NAMED_LINES), ...moreLines(path, Math.max(0, bad.length - NAMED_LINES))];
}
