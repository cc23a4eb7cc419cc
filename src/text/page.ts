import { wrap } from './wrap.ts';

/** One column less than the narrowest console and a line of A4 have: the last one breaks the line in some consoles. */
const PAGE_COLUMNS = 79;

/** A text that becomes lines once their width is known: `first` before the first one, those after it at the margin. */
interface Paragraph {
  readonly first: string;
  readonly text: string;
  readonly margin: number;
}

/** What a page is made of: a line that stays as it is, or a paragraph. */
export type PageLine = string | Paragraph;

/** A page of plain text: sections with an empty line between, in lines of at most so many columns. */
export function page(sections: readonly (readonly PageLine[])[], columns = PAGE_COLUMNS): string {
  return `${sections.map((each) => lines(each, columns).join('\n')).join('\n\n')}\n`;
}

/** A text on as many lines as it needs, each moved in by `indent`. */
export function paragraph(text: string, indent = 0): readonly PageLine[] {
  return hanging(' '.repeat(indent), text, indent);
}

/** The same with `first` in front of the first line; those after it stand at the margin. */
export function hanging(first: string, text: string, margin: number): readonly PageLine[] {
  return [{ first, text, margin }];
}

/** The lines of a part of a page. */
export function lines(each: readonly PageLine[], columns = PAGE_COLUMNS): readonly string[] {
  return each.flatMap((line) => (typeof line === 'string' ? line : broken(line, columns)));
}

function broken({ first, text, margin }: Paragraph, columns: number): readonly string[] {
  // Ambiguous characters from outside count as wide, as the in-box console draws them.
  const texts = wrap(text, columns - margin, 'wide');
  return texts.map((line, index) => `${index === 0 ? first : ' '.repeat(margin)}${line}`);
}
