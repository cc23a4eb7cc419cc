import { cliTexts } from './cli.ja.ts';
import { InputError, type Fault } from '../domain/fault.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import type { NewFile } from '../ports/ports.ts';

/** A call that cannot be answered. `call`: its words after `oqs-console`, as far as they matter; may be empty. */
export function wrongUse(message: string, call: string, remedy: string = cliTexts.usageRemedy): InputError {
  return new InputError({ code: 'usage', message, where: call === '' ? 'oqs-console' : `oqs-console ${call}`, remedy });
}

/** What lies at this path cannot be read or written, in the words of its fault. */
export function faultAt(
  where: string,
  { headline, tryNext }: Pick<Fault, 'headline' | 'tryNext'>,
  code: 'data-folder' | 'unreadable-journal' = 'data-folder',
): InputError {
  return new InputError({ code, message: headline, where, remedy: tryNext });
}

/** A file that was asked for and cannot be made. */
export function cannotWrite(message: string, where: string, remedy: string): InputError {
  return new InputError({ code: 'cannot-write', message, where, remedy });
}

/** Puts bytes into a new file. Throws InputError `cannot-write` where it cannot be made, or is there already. */
export async function writeNewFile(
  path: string,
  bytes: Uint8Array,
  { writeNew }: { readonly writeNew: (path: string, bytes: Uint8Array) => Promise<NewFile> },
  texts: { readonly exists: string; readonly existsRemedy: string; readonly writeRemedy: string },
): Promise<void> {
  const written = await writeNew(path, bytes);
  if (written.type === 'exists') throw cannotWrite(texts.exists, path, texts.existsRemedy);
  if (written.type === 'failed') throw cannotWrite(writingTexts.reason(written.code), path, texts.writeRemedy);
}
