import { targetReading } from '../domain/target-reading.ts';
import { sheetTexts as texts } from './support.ja.ts';
import { encodeCode } from './code.ts';
import type { Read, Sheet, SheetInput } from './sheet-parts.ts';
import { checkRows, contactRows, terminalRows, verdictRows, versionRows, workRows } from './sheet-rows.ts';

/** The terminal as it was last read; null before the first survey. */
export function readOf({ survey, decision }: SheetInput): Read | null {
  return survey && decision ? { survey, decision } : null;
}

/** The sheet "before you call", in the order in which a desk asks; null before the first survey. */
export function sheetOf(model: SheetInput): Sheet | null {
  const read = readOf(model);
  if (!read) return null;
  const { notice } = model.about;
  const installed = targetReading(read.survey, notice)?.installed ?? null;
  const { sections } = texts;
  return {
    code: encodeCode(read.decision, { id: notice.target.component, installed }, model.journal.tail.sha256),
    sections: [
      { title: sections.contacts, rows: contactRows(model) },
      { title: sections.terminal, rows: terminalRows(model, read) },
      { title: sections.verdict, rows: verdictRows(read) },
      { title: sections.versions, rows: versionRows(read) },
      { title: sections.checks, rows: checkRows(read) },
      { title: sections.work, rows: workRows(model) },
      {
        // Nobody but who stands there can read these: they are noted by hand.
        title: sections.words,
        rows: [
          { label: texts.readerScreen, text: texts.line },
          { label: texts.pcScreen, text: texts.line },
        ],
      },
    ],
  };
}
