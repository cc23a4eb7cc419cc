import * as z from 'zod';
import { whoseFieldsFit } from '../fitting.ts';
import { parseInput } from '../input-error.ts';
import { format1File } from './format-1.ts';
import { fromFormat1 } from './from-format-1.ts';
import { format2Schema, fromFormat2 } from './format-2.ts';
import { noticeTexts } from './notice.ja.ts';
import { noticeProblems } from './problems.ts';
import type { Notice } from './notice.ts';

/** The first format; `format1File` gives what single fields must be. */
export const format1Schema = z.lazy(() =>
  whoseFieldsFit(
    format1File(),
    // Its one target fits by itself, and a deadline is not written there.
    (file, reads) => noticeProblems({ ...fromFormat1(file), targets: [], deadline: null }, reads),
    /^(target|delivery|report|report\.fields(\.\d+)?)$/,
  ),
);

/** A notice's file, in either format. Made when a file is read. */
export const noticeSchema = z.lazy(() =>
  z.discriminatedUnion('formatVersion', [format1Schema.unwrap(), format2Schema.unwrap()], {
    error: ({ code }) => (code === 'invalid_union' ? noticeTexts.formatVersion : undefined),
  }),
);

/** Reads a notice from the text of a file. Throws InputError naming the file, the field and the reason. */
export function parseNotice(text: string, fileName: string): Notice {
  const file = parseInput(noticeSchema, text, { code: 'bad-notice', file: fileName, remedy: noticeTexts.remedy });
  return file.formatVersion === 1 ? fromFormat1(file) : fromFormat2(file);
}
