import { parseInput } from '../input-error.ts';
import january2026 from './2026-01-face-library.json' with { type: 'json' };
import { noticeSchema, type Notice } from './schema.ts';

/** Reads a notice from the text of a file. Throws InputError naming the file, the field and the reason. */
export function parseNotice(text: string, fileName: string): Notice {
  const input = {
    code: 'bad-notice',
    file: fileName,
    remedy: 'ファイルを直すか、別のお知らせを --notice で指定してください。',
  };
  return parseInput(noticeSchema, text, input);
}

/** The notice that comes with the program: January 2026, face library 5.1.0. */
export function builtInNotice(): Notice {
  return noticeSchema.parse(january2026);
}
