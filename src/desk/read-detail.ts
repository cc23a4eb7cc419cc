import { deskReading as texts } from './desk-reading.ja.ts';
import { decodeText } from '../text/text-file.ts';
import type { AnswerFiles } from './collection.ts';
import type { Source } from './entry.ts';
import type { DetailReading } from './model.ts';
import { readWhole } from './read-document.ts';

/** Reads one document again, whole, for its detail. */
export async function readDetail(
  files: Pick<AnswerFiles, 'read' | 'lines'>,
  { path, line }: Source,
  signal: AbortSignal,
): Promise<DetailReading> {
  const found = line === null ? await files.read(path, signal) : await lineOf(files, path, line, signal);
  if (found === null) return { type: 'unreadable', reason: texts.goneLine };
  if (!found.ok) return { type: 'unreadable', reason: found.fault.headline };
  const decoded = decodeText(found.value);
  if (!decoded) return { type: 'unreadable', reason: texts.notText };
  const whole = readWhole(decoded.text);
  return whole.ok ? { type: 'read', document: whole.value } : { type: 'unreadable', reason: whole.reason };
}

/** null: the file has no such line any more, or one that is too long. */
async function lineOf(
  files: Pick<AnswerFiles, 'lines'>,
  path: string,
  line: number,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<AnswerFiles['read']>> | null> {
  for await (const each of files.lines(path, signal)) {
    if (!each.ok) return each;
    if (each.value.line === line && each.value.bytes !== null) return { ok: true, value: each.value.bytes };
    if (each.value.line >= line) return null;
  }
  return null;
}
