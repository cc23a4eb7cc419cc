import { frameTexts } from './keys.ja.ts';
import type { Line } from './line.ts';

/** What stands before the selected row on every screen. */
const MARKER = '> ';

/**
 * Lines as a screen reader reads them, top to bottom: what is only drawn (rules, boxes, filling) goes, and with it
 * every line that holds nothing else; the marks of what is selected become words.
 */
export function spokenText(lines: readonly Line[]): string {
  return lines
    .map((row) =>
      row
        .map(({ text, spoken = text }) => spoken)
        .join('')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => (text.startsWith(MARKER) ? frameTexts.selected(text.slice(MARKER.length)) : text))
    .join('\n');
}
