import measured from 'string-width';
import type { Options } from 'string-width';
import { isSimple, simpleColumns } from './simple-text.ts';

const ESC = '\u001B';
/** A colour or another look: takes no column. */
const LOOK = new RegExp(`${ESC}\\[[\\d;]*m`, 'g');

/**
 * The columns of a text, as the package `string-width` counts them and with its signature: the bundle gives Ink and its packages this
 * one (scripts/bundle/plugins.ts), so that they and our layout agree on every width. Simple text, coloured or not, is counted at
 * once; for any other the package builds its segmenter and its table of emoji, which costs some 60 ms once.
 */
export default function stringWidth(text: string, options: Options = {}): number {
  if (options.countAnsiEscapeCodes === true || !text.includes(ESC))
    return isSimple(text) ? simpleColumns(text) : measured(text, options);
  const bare = text.replace(LOOK, '');
  return isSimple(bare) ? simpleColumns(bare) : measured(text, options);
}
