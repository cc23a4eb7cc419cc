import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { wordsOf } from '../../src/domain/notice/words.ts';
import { entriesWith } from '../../src/guide/built-in.ts';

/** The guide as January's notice has it. */
export const guideEntries = entriesWith([], wordsOf(builtInNotice()));
