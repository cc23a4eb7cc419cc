import { decodeText, linesOf } from './decode.ts';
import { dottedNumbers } from './dotted-number.ts';
import { evidence } from './evidence.ts';
import { halfWidth } from './half-width.ts';
import { findVersion } from './version.ts';
import type { FoundVersion } from './version.ts';

/**
 * Reads a `Version.info`, whose layout nobody has published: the first dotted number is the version, and `raw` is the line that
 * it stands on, as evidence. Gives null where the bytes are no text, no number is there, or the first one may be something
 * else (see `findVersion`).
 */
export function readVersionInfo(bytes: Uint8Array): FoundVersion | null {
  const decoded = decodeText(bytes);
  if (decoded === null) return null;
  for (const line of linesOf(decoded.text)) {
    if (dottedNumbers(halfWidth(line)).next().done === true) continue;
    const found = findVersion(line);
    return found && { raw: evidence(line), version: found.version };
  }
  return null;
}
