import type { Fault } from '../../domain/fault.ts';
import { completedDay } from '../../report/completed-day.ts';
import { normalised, type TypedFieldId } from '../../report/fields.ts';
import { buildReport, type Report } from '../../report/report.ts';
import { clinicText, type Clinic } from '../../settings/clinic.ts';
import { CLINIC_FILE } from '../../settings/data-files.ts';
import { fieldOf, type TextField } from '../../tui/text-field.ts';
import type { Model } from '../model.ts';
import { refusal } from '../queries.ts';
import { sayFault, still, type Step } from '../step.ts';

/** The completion report as the console now has it. */
export function completionReport(model: Model): Report {
  return buildReport({
    notice: model.about.notice,
    calendar: model.about.calendar,
    history: model.history,
    decision: model.decision,
    values: {
      'completed-on': reportField(model, 'completed-on').text,
      'clinic-name': reportField(model, 'clinic-name').text,
      phone: reportField(model, 'phone').text,
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

/**
 * Keeps the clinic's name and number for the next notice, where they are valid and new. One file is written at a time;
 * what is typed meanwhile follows when that is done. A console that may not write does not, and needs no word about it.
 */
export function rememberClinic(model: Model): Step {
  if (model.report.remembering !== null || refusal(model, 'write-file') !== null) return still(model);
  // A file that could not be used may hold more than is known: it is its owner's to mend, and the console says so.
  if (model.about.problems.some(({ file }) => file === 'clinic')) return still(model);
  const clinic = clinicTyped(model);
  const { name, phone } = model.about.clinic;
  if (clinic.name === name && clinic.phone === phone) return still(model);
  const bytes = new TextEncoder().encode(clinicText(clinic));
  return [
    { ...model, report: { ...model.report, remembering: clinic } },
    [{ type: 'act', request: { action: 'write-file', purpose: 'clinic', name: CLINIC_FILE, bytes } }],
  ];
}

/** The file was written, or could not be: then the fault is told once, and the next field that is left tries again. */
export function onClinicWritten(model: Model, fault: Fault | null): Step {
  const { remembering } = model.report;
  const done: Model = { ...model, report: { ...model.report, remembering: null } };
  if (fault) return still(sayFault(done, fault));
  if (remembering === null) return still(done);
  return rememberClinic({ ...done, about: { ...done.about, clinic: remembering } });
}

/** What the fields say of the clinic; what is not valid leaves what was known. */
function clinicTyped(model: Model): Clinic {
  const { fields } = completionReport(model);
  const valid = (id: 'clinic-name' | 'phone'): string | null => {
    const field = fields.find((each) => each.id === id);
    return field === undefined || field.problem !== null || field.value === '' ? null : field.value;
  };
  const { clinic } = model.about;
  return { ...clinic, name: valid('clinic-name') ?? clinic.name, phone: valid('phone') ?? clinic.phone };
}
