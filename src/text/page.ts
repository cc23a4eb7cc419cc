import { wrap } from './wrap.ts';

/** One column less than the narrowest console, and than a line of A4 paper: the last one breaks the line in some consoles. */
const COLUMNS = 79;

/** A page of plain text: sections with an empty line between. */
export function page(sections: readonly (readonly string[])[]): string {
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A text on as many lines as it needs, each moved in by `indent`. */
export function paragraph(text: string, indent = 0): readonly string[] {
  return hanging(' '.repeat(indent), text, indent);
}

/** The same with `first` in front of the first line; those after it stand at the margin. */
export function hanging(first: string, text: string, margin: number): readonly string[] {
  // Ambiguous characters from outside count as wide, as the in-box console draws them.
  const lines = wrap(text, COLUMNS - margin, 'wide');
  return lines.map((line, index) => `${index === 0 ? first : ' '.repeat(margin)}${line}`);
}
