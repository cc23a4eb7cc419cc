import { describe, expect, it } from 'vitest';
import { Segmenter } from '../../scripts/bundle/segmenter.ts';

const texts = ['abc def', 'クレオクリニック分院', 'が\u3099 a', '👨\u200D👩', ''];

describe('what stands in the bundle for the segmenter', () => {
  it.each([undefined, 'grapheme', 'word', 'sentence'] as const)('splits by %s as the real one does', (granularity) => {
    const options = granularity === undefined ? {} : { granularity };
    const split = (segmenter: Pick<Segmenter, 'segment'>, text: string) =>
      Array.from(segmenter.segment(text), ({ segment, index }) => [index, segment]);
    for (const text of texts)
      expect(split(new Segmenter('ja', options), text)).toEqual(split(new Intl.Segmenter('ja', options), text));
  });
});
