import { fieldOf, type TextField } from '../../tui/text-field.ts';
import { completedDay } from '../../report/completed-day.ts';
import { normalised, type TypedFieldId } from '../../report/fields.ts';
import { buildReport, type Report } from '../../report/report.ts';
import type { Model } from '../model.ts';

/** The completion report as the console now has it. */
export function completionReport(model: Model): Report {
  return buildReport({
    notice: model.about.notice,
    calendar: model.about.calendar,
    history: model.history,
    decision: model.decision,
    values: {
      'completed-on': fieldText(model, 'completed-on'),
      'clinic-name': fieldText(model, 'clinic-name'),
      phone: fieldText(model, 'phone'),
    },
    now: model.now,
  });
}

/** What stands in a field: what was typed, else what is known. */
export function reportField(model: Model, id: TypedFieldId): TextField {
  return model.report.typed[id] ?? fieldOf(normalised(id, knownValue(model, id)));
}

/** What is known without typing: the day of the proof, the clinic of an earlier report. */
export function knownValue({ about, decision, history, now }: Model, id: TypedFieldId): string {
  switch (id) {
    case 'completed-on':
      return completedDay(history, decision, about.notice, now);
    case 'clinic-name':
      return about.clinic.name ?? '';
    case 'phone':
      return about.clinic.phone ?? '';
  }
}

function fieldText(model: Model, id: TypedFieldId): string {
  return reportField(model, id).text;
}
