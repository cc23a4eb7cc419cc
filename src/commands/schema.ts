import * as z from 'zod';
import type { SchemaName } from './cli-grammar.ts';
import { deskDocumentSchema } from '../desk/document.ts';
import { checkDocumentSchema } from '../formats/answer-schema.ts';
import { guideAnswerSchema } from '../formats/guide-answer.ts';
import { guideFileSchema } from '../guide/guide.ts';
import { noticeSchema } from '../domain/notice/schema.ts';
import { scenarioSchema } from '../ports/simulator/scenario-schema.ts';
import { reportAnswerSchema } from '../report/document.ts';
import { selftestAnswerSchema } from '../selftest/document.ts';
import { settingsSchema } from '../settings/schema.ts';
import { jsonText } from '../text/harmless.ts';

const schemas: Readonly<Record<SchemaName, z.ZodType>> = {
  check: checkDocumentSchema,
  report: reportAnswerSchema,
  notice: noticeSchema,
  scenario: scenarioSchema,
  settings: settingsSchema,
  guide: guideFileSchema,
  'guide-answer': guideAnswerSchema,
  desk: deskDocumentSchema,
  selftest: selftestAnswerSchema,
};

/** What the program writes; the others it reads. */
const answers: ReadonlySet<SchemaName> = new Set<SchemaName>(['check', 'report', 'guide-answer', 'desk', 'selftest']);

/** The JSON Schema of a file or answer, as text. */
export function schemaText(name: SchemaName): string {
  const schema = z.toJSONSchema(schemas[name], { io: answers.has(name) ? 'output' : 'input' });
  return `${jsonText(schema, 2)}\n`;
}
