import { saysNotYet } from '../not-yet.ts';
import { takeDates } from './dates.ts';
import type { RecordLine } from './line.ts';
import { numbersIn } from './numbers.ts';
import { hasStrangeWords, isTitle } from './words.ts';

/** What a heading says of the lines under it; `strange`: words that nobody here knows. */
export type Governing = 'installed' | 'not-yet' | 'strange';

const INSTALLED = /現在|現行|(?:インストール|適用|導入|反映)済|(?<![a-z])(?:installed|current)(?![a-z])/;
/** `【…】`, `[…]`, `■ …`, `== … ==`. */
const HEADING = /^(?:[【[<≪《「『(].*[】\]>≫》」』)]|(?:[■□◆◇●○◎▼▽▲△★☆・#*=~]|--)[-=*#~ ]*\S.*)$/;
/** A line that says when the record itself was written. */
const DATED_FIELD = /^[^:=]{0,20}(?:日時?|日付|時刻|年月日)[ :=]*$/;

export function isHeading(line: RecordLine): boolean {
  return line.delimiter === '' && HEADING.test(textOf(line));
}

/**
 * What a line without a component's name says of the lines under it; null where it says nothing of them. A heading may stand
 * on a line of its own without any sign: 「最新のバージョン」, 「次回再起動時に更新されるアプリケーション」.
 */
export function governingOf(line: RecordLine): Governing | null {
  const text = textOf(line);
  if (!/\p{L}/u.test(text)) return null;
  const { dates, rest } = takeDates(text);
  if (dates.length > 0 && DATED_FIELD.test(rest)) return null;
  // A row of some other part.
  if (line.delimiter !== '' && numbersIn(text).length > 0) return null;
  if (saysNotYet(text)) return 'not-yet';
  if (INSTALLED.test(text)) return 'installed';
  if (!isHeading(line)) return null;
  return hasStrangeWords(text) && !isTitle(text) ? 'strange' : 'installed';
}

function textOf(line: RecordLine): string {
  return line.cells.join(' ').trim();
}
