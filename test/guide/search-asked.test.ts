import { describe, expect, it } from 'vitest';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { guideIndex, searchGuide } from '../../src/guide/search.ts';
import { guideEntries } from './january-guide.ts';
import { asked } from './search-table.ts';

const index = guideIndex(guideEntries, builtInNotice().faq);
const FIRST = 3;

describe('what people ask', () => {
  it.each(asked)('%s is answered among the first three', (query, ...wanted) => {
    const { hits, fallback } = searchGuide(index, query);
    const first = [...(fallback ? [fallback] : []), ...hits].map(({ id }) => id).slice(0, FIRST);
    expect(
      first.some((id) => wanted.includes(id)),
      `${query}: ${first.join(', ')}`,
    ).toBe(true);
  });
});
