import * as z from 'zod';
import japanese from 'zod/v4/locales/ja.js';

/** Makes schemas say in Japanese what they expected. Call it before anything is checked. */
export function speakJapanese(): void {
  z.config(japanese());
}
