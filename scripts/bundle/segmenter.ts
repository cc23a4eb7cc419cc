/**
 * Characters that stand alone whatever follows: controls, ASCII, kana, kanji, full-width forms. But CR takes LF along.
 */
const ALONE = /^[\p{Cc} -~\u3000-\u3029\u3030-\u303E\u3041-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]*$/u;

/** What Ink and its packages read of a segment. */
interface Segment {
  readonly segment: string;
  readonly index: number;
}

/**
 * Stands in the bundle for `Intl.Segmenter`, which four of Ink's packages make when they are loaded: 15 ms at each
 * start. Japanese and ASCII text is split by code units, and the real one is made for the first text that needs it. Of
 * words it knows nothing.
 */
export class Segmenter {
  readonly #make: () => Intl.Segmenter;
  readonly #byCharacter: boolean;
  #real: Intl.Segmenter | null = null;

  constructor(...args: ConstructorParameters<typeof Intl.Segmenter>) {
    this.#make = () => new globalThis.Intl.Segmenter(...args);
    this.#byCharacter = (args[1]?.granularity ?? 'grapheme') === 'grapheme';
  }

  segment(text: string): Iterable<Segment> {
    if (this.#byCharacter && ALONE.test(text) && !text.includes('\r'))
      return Array.from(text, (segment, index) => ({ segment, index }));
    this.#real ??= this.#make();
    return this.#real.segment(text);
  }
}
