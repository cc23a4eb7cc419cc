import { componentIds } from '../facts.ts';
import january2026 from './2026-01-face-library.json' with { type: 'json' };
import type { Format1 } from './format-1.ts';
import { fromFormat1 } from './from-format-1.ts';
import { type Notice, format1Fields } from './notice.ts';

/**
 * The notice that comes with the program: January 2026, face library 5.1.0. It stands on the first frame, so it is not
 * taken through the schema at each start; a test does that.
 */
export function builtInNotice(): Notice {
  return fromFormat1(builtInFile());
}

/** The same as it is written, in format 1. */
export function builtInFile(): Format1 {
  const { target, report } = january2026;
  return {
    ...january2026,
    formatVersion: 1,
    target: { ...target, component: oneOf(componentIds, target.component) },
    report: { ...report, fields: report.fields.map((field) => ({ ...field, id: oneOf(format1Fields, field.id) })) },
  };
}

function oneOf<Id extends string>(ids: readonly Id[], name: string): Id {
  const found = ids.find((id) => id === name);
  if (found === undefined) throw new Error(`built-in notice: ${name}`);
  return found;
}
