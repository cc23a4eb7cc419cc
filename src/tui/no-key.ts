import { noKeyTexts } from './keys.ja.ts';
import type { KeyPress } from './keys.ts';

/** What is said to a press that means nothing where it came. */
export function noKeyText({ id }: KeyPress): string {
  if (id === 'kana') return noKeyTexts.kana;
  return id === 'paste' ? noKeyTexts.paste : noKeyTexts.unknownKey;
}
