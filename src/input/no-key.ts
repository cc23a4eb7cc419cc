import { consoleTexts } from '../strings/console.ja.ts';
import type { KeyPress } from './keys.ts';

/** What is said to a press that means nothing where it came. */
export function noKeyText({ id }: KeyPress): string {
  if (id === 'kana') return consoleTexts.kana;
  return id === 'paste' ? consoleTexts.paste : consoleTexts.unknownKey;
}
