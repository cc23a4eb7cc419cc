import { componentIds } from '../facts.ts';
import january2026 from './2026-01-face-library.json' with { type: 'json' };
import { reportFieldIds } from './report-fields.ts';
import type { Notice } from './schema.ts';

/**
 * The notice that comes with the program: January 2026, face library 5.1.0. It stands on the first frame, so it is not taken through the
 * schema at each start; a test does that.
 */
export function builtInNotice(): Notice {
  const { target, report } = january2026;
  return {
    ...january2026,
    formatVersion: 1,
    target: { ...target, component: oneOf(componentIds, target.component) },
    report: { ...report, fields: report.fields.map((field) => ({ ...field, id: oneOf(reportFieldIds, field.id) })) },
  };
}

function oneOf<Id extends string>(ids: readonly Id[], name: string): Id {
  const found = ids.find((id) => id === name);
  if (found === undefined) throw new Error(`built-in notice: ${name}`);
  return found;
}
