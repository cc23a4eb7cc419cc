import type { Fault, FaultCode } from '../../domain/fault.ts';
import { storeFaultTexts as texts, type StoreDeed } from './journal-store.ja.ts';
import { errorCode } from './error-code.ts';
import { NO_ANSWER } from './patience.ts';

const kinds: ReadonlyMap<string, readonly [FaultCode, Exclude<keyof typeof texts, 'failed'>]> = new Map([
  ['EACCES', ['denied', 'denied']],
  // Windows says EPERM for "access denied".
  ['EPERM', ['denied', 'denied']],
  ['EROFS', ['denied', 'readOnly']],
  ['ENOSPC', ['failed', 'full']],
  ['EDQUOT', ['failed', 'full']],
  ['EBUSY', ['busy', 'busy']],
  ['EISDIR', ['unreadable', 'notAFile']],
  ['ENOTDIR', ['unreadable', 'notAFolder']],
  // What mkdir says where a file stands in the folder's place.
  ['EEXIST', ['unreadable', 'notAFolder']],
  ['ENOENT', ['absent', 'absent']],
  [NO_ANSWER, ['timed-out', 'noAnswer']],
]);

/** What the system said about one of the journal's files, as a fault that names the file and the way out. */
export function storeFault(error: unknown, deed: StoreDeed, path: string): Fault {
  const code = errorCode(error);
  const known = kinds.get(code);
  const [faultCode, text] = known
    ? [known[0], texts[known[1]](deed, path)]
    : (['failed', texts.failed(deed, path, code)] as const);
  return { code: faultCode, headline: text.headline, tryNext: text.tryNext, guideId: null };
}
