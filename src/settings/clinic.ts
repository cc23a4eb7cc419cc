import * as z from 'zod';
import { parseInput } from '../domain/input-error.ts';
import { jsonText } from '../text/harmless.ts';

/** The clinic as its reports name it: kept for the next notice, in a file of its own because it is personal. */
const clinicSchema = z.lazy(() =>
  z.strictObject({
    formatVersion: z.literal(1).default(1),
    name: z.string().nullable().default(null),
    /** Digits only. */
    phone: z.string().nullable().default(null),
  }),
);
export type Clinic = z.infer<typeof clinicSchema>;

export const noClinic: Clinic = { formatVersion: 1, name: null, phone: null };

/** The text of its file. */
export function clinicText(clinic: Clinic): string {
  return `${jsonText(clinic, 2)}\n`;
}

/** Reads the clinic from the text of its file. Throws InputError naming file, field and reason. */
export function parseClinic(text: string, fileName: string): Clinic {
  return parseInput(clinicSchema, text, {
    code: 'bad-clinic',
    file: fileName,
    remedy: 'ファイルを外すと、医療機関名と電話番号を入力し直して使えます。',
  });
}
