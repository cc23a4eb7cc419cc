import type { z } from 'zod';
import { InputError } from '../domain/fault.ts';
import { faultsOf, parseJson, reasonFor, repeatedFields, type FieldFault } from '../domain/input-error.ts';
import { format2Schema, fromFormat2 } from '../domain/notice/format-2.ts';
import { fromFormat1 } from '../domain/notice/from-format-1.ts';
import { format1Schema } from '../domain/notice/schema.ts';
import { checkTexts as texts, fieldHelp } from './check-file.ja.ts';
import type { ReadNotice } from './preview.ts';
import { hanging, lines } from '../text/page.ts';

/** What a file is: a notice, or all that is wrong with it. */
export type Checked =
  ({ readonly ok: true } & ReadNotice) | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * Reads a notice's file and finds all its faults at once; what says no format it knows is measured by the newest one.
 * Throws InputError for a text that is not JSON, and for JSON of another kind.
 */
export function checkFile(text: string, file: string): Checked {
  const value = parseJson(text, { code: 'bad-notice', file, remedy: texts.jsonRemedy });
  const fields = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  if (!['title', 'target', 'targets'].some((field) => fields.has(field)))
    throw new InputError({ code: 'bad-notice', message: texts.otherKind, where: file, remedy: texts.otherKindRemedy });
  const repeated = repeatedFields(text);
  if (saysFormat1(value)) {
    const first = format1Schema.safeParse(value, { error: reasonFor });
    return first.success && repeated.length === 0
      ? { ok: true, notice: fromFormat1(first.data), format: 1 }
      : { ok: false, faults: inOrder(repeated, first.error, text) };
  }
  const second = format2Schema.safeParse(value, { error: reasonFor });
  return second.success && repeated.length === 0
    ? { ok: true, notice: fromFormat2(second.data), format: 2 }
    : { ok: false, faults: inOrder(repeated, second.error, text) };
}

function inOrder(repeated: readonly FieldFault[], error: z.ZodError | undefined, text: string): readonly FieldFault[] {
  const others = error === undefined ? [] : faultsOf(error, text);
  return [...repeated, ...others].toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
}

function saysFormat1(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'formatVersion' in value && value.formatVersion === 1;
}

/** All that is wrong with a file, each with its line, the field, the reason and how it is written. */
export function faultsText(file: string, faults: readonly FieldFault[], columns?: number): string {
  const all = [
    texts.heading,
    ...hanging('', texts.count(file, faults.length), 0),
    ...faults.flatMap(({ line, field, reason }) => {
      const pattern = patternOf(field);
      const help = Object.hasOwn(fieldHelp, pattern) ? fieldHelp[pattern] : undefined;
      return [
        ...hanging('  ', texts.place(line, field), 2),
        ...hanging('    ', texts.reason(reason), 4),
        ...(help === undefined ? [] : hanging('    ', texts.help(help), 4)),
      ];
    }),
    ...hanging('', texts.remedy(file), 0),
  ];
  return lines(all, columns).join('\n');
}

/** `targets[0].version` as `targets[].version`. */
function patternOf(field: string): string {
  return field.replace(/\[\d+\]/g, '[]');
}
