import * as z from 'zod';
import type { SchemaName } from './cli-grammar.ts';
import { deskDocumentSchema } from '../desk/document.ts';
import { checkDocumentSchema } from '../formats/answer-schema.ts';
import { guideAnswerSchema } from './guide.ts';
import { historyAnswerSchema } from '../formats/history-answer.ts';
import { scenariosAnswerSchema } from '../formats/scenarios-answer.ts';
import { guideFileSchema } from '../guide/guide.ts';
import { noticeSchema } from '../domain/notice/schema.ts';
import { scenarioSchema } from '../ports/simulator/scenario-schema.ts';
import { reportAnswerSchema } from '../report/document.ts';
import { selftestAnswerSchema } from '../selftest/document.ts';
import { settingsSchema } from '../settings/schema.ts';
import { bundleAnswerSchema, codeAnswerSchema } from '../support/answers.ts';
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
  history: historyAnswerSchema,
  scenarios: scenariosAnswerSchema,
  code: codeAnswerSchema,
  bundle: bundleAnswerSchema,
  selftest: selftestAnswerSchema,
};

/** What the program reads; the others it writes. */
const files: ReadonlySet<SchemaName> = new Set<SchemaName>(['notice', 'scenario', 'settings', 'guide']);

/** The JSON Schema of a file or answer, as text. */
export function schemaText(name: SchemaName): string {
  const schema = z.toJSONSchema(schemas[name], { io: files.has(name) ? 'input' : 'output' });
  return `${jsonText(schema, 2)}\n`;
}
