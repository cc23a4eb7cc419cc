import { CUT_MARK, type Ambiguous } from '../text/cells.ts';
import { frameTexts } from './keys.ja.ts';
import { line, wrapLines, type Line, type Tone } from './line.ts';

/** The smallest screen that shows everything. */
const LEAST_SIZE = { columns: 60, rows: 16 } as const;

interface NoticeInput {
  readonly size: { readonly columns: number; readonly rows: number };
  /** What was just said to the operator. */
  readonly message: string | null;
  /** What is to be told where nothing was said. */
  readonly standing: { readonly text: string; readonly tone: Tone } | null;
  readonly ambiguous: Ambiguous;
}

/** What the frame's notice tells: what was just said; else that the screen is too small; else what is so all along. */
export function noticeLines({ size, message, standing, ambiguous }: NoticeInput): readonly Line[] {
  const small = tooSmall(size);
  if (message === null && small) return [small];
  const told = message === null ? standing : { text: message, tone: 'attention' as const };
  if (told === null) return [];
  // One column for the mark of a text that is cut all the same.
  return wrapLines(told.text, size.columns - CUT_MARK.length, { style: { tone: told.tone }, ambiguous });
}

/** The line that says how large the screen must be; null where it is large enough. */
export function tooSmall(size: NoticeInput['size']): Line | null {
  if (size.columns >= LEAST_SIZE.columns && size.rows >= LEAST_SIZE.rows) return null;
  return line(frameTexts.tooSmall(LEAST_SIZE.columns, LEAST_SIZE.rows), { tone: 'attention' });
}
