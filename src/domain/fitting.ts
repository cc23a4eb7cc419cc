import type { z } from 'zod';

type Path = readonly (string | number)[];

/** One thing that does not fit, and at which field it is told. */
export interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** Whether what stands at a path of the file can be read: it is right by itself, and so is what holds it. */
export type Reads = (...path: Path) => boolean;

/**
 * The schema of a file with what no single field shows: whether its fields fit each other. That is asked whatever is
 * wrong with single fields, so that all that is wrong with a file is found at once: `problemsOf` looks at nothing but
 * what can be read. It is not asked where a field of `unless` is wrong.
 */
export function whoseFieldsFit<Schema extends z.ZodType>(
  schema: Schema,
  problemsOf: (file: z.output<Schema>, reads: Reads) => readonly Problem[],
  unless: RegExp | null = null,
): Schema {
  return schema.superRefine(
    (file, context) => {
      const wrong = wrongPlaces(context.issues);
      const reads: Reads = (...path) => path.every((_, index) => !wrong.has(placeOf(path.slice(0, index + 1))));
      for (const { path, message } of problemsOf(file, reads))
        context.addIssue({ code: 'custom', path: [...path], message });
    },
    // Where the whole is wrong there are no fields.
    { when: ({ issues }) => ![...wrongPlaces(issues)].some((place) => place === '' || unless?.test(place) === true) },
  );
}

/** A field that nobody knows leaves what holds it as it is. */
function wrongPlaces(issues: readonly z.core.$ZodRawIssue[]): ReadonlySet<string> {
  const known = issues.filter(({ code }) => code !== 'unrecognized_keys');
  return new Set(known.map(({ path = [] }) => placeOf(path)));
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The rows of a list that can be read, each with its number. */
export function rowsIn<Row>(rows: readonly Row[], path: Path, reads: Reads): readonly (readonly [number, Row])[] {
  return reads(...path) ? [...rows.entries()].filter(([index]) => reads(...path, index)) : [];
}

/** The rows whose field says what that of a row before says. */
export function repeatedIn<Key extends string>(
  rows: readonly Readonly<Record<Key, string>>[],
  key: Key,
  path: Path,
  reads: Reads,
  message: (value: string) => string,
): readonly Problem[] {
  const readable = rowsIn(rows, path, reads).filter(([index]) => reads(...path, index, key));
  const values = readable.map(([, row]) => row[key]);
  return readable.flatMap(([index, row], at) =>
    values.indexOf(row[key]) < at ? [{ path: [...path, index, key], message: message(row[key]) }] : [],
  );
}
