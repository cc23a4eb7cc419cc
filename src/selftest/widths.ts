/**
 * What is drawn to learn its width: kana in both widths, then characters that a font may draw one column wide or two.
 * The program draws them accordingly where it knows.
 */
export const SAMPLES = ['あ', 'ｱ', '─', '●', '…', '①', '×'] as const;

/** How wide each sample is on the window, in columns. */
export interface Widths {
  /** As long as the window answered; null: there is no window to ask. */
  readonly widths: readonly number[] | null;
  readonly durationMs: number;
}
