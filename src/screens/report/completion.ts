import type { Fault } from '../../domain/fault.ts';
import type { NoticeField } from '../../domain/notice/notice.ts';
import { normalised } from '../../report/fields.ts';
import { isClinicName, isClinicPhone, knownValue } from '../../report/known-values.ts';
import { buildReport, isDone, type Report, type ReportField } from '../../report/report.ts';
import { clinicText, type Clinic } from '../../settings/clinic.ts';
import { dataFiles } from '../../settings/data-files.ts';
import { fieldOf, type TextField } from '../../tui/text-field.ts';
import type { Model } from '../model.ts';
import { refusal } from '../queries.ts';
import { sayFault, still, type Step } from '../step.ts';

/** The completion report as the console now has it; null: the notice asks for none. */
export function completionReport(model: Model): Report | null {
  const { notice, calendar } = model.about;
  const values = fieldsOf(model).map((field) => [field.id, reportField(model, field).text] as const);
  const { history, decision, now } = model;
  return buildReport({ notice, calendar, history, decision, values: Object.fromEntries(values), now });
}

/** The fields of the form. */
export function fieldsOf({ about }: Pick<Model, 'about'>): readonly NoticeField[] {
  return about.notice.report?.fields ?? [];
}

/** What stands in a field: what was typed, else what is known. */
export function reportField(model: Model, field: NoticeField): TextField {
  return model.report.typed[field.id] ?? fieldOf(normalised(field, knownIn(model, field)));
}

/** What is known without typing. */
export function knownIn({ about, decision, history, now }: Model, field: NoticeField): string {
  return knownValue({ notice: about.notice, history, decision, clinic: about.clinic, now }, field);
}

/** The fields, by their labels, in which stands what is kept nowhere; the one that is open speaks for itself. */
export function onlyHere(model: Model): readonly string[] {
  const report = completionReport(model);
  // What was sent is needed no more.
  if (report === null || isDone(report)) return [];
  const { typed, filed = {}, editing } = model.report;
  const open = model.screen === 'report' ? editing : null;
  return fieldsOf(model).flatMap((field) => {
    const text = typed[field.id]?.text.trim() ?? '';
    const isKept = text === normalised(field, knownIn(model, field)) || text === filed[field.id]?.text.trim();
    return text === '' || isKept || field.id === open ? [] : [field.label];
  });
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
    [{ type: 'act', request: { action: 'write-file', purpose: 'clinic', name: dataFiles.clinic.name, bytes } }],
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
  const { clinic, notice } = model.about;
  const fields = completionReport(model)?.fields ?? [];
  const valid = (isIt: (field: ReportField) => boolean): string | null => {
    const field = fields.find(isIt);
    return field === undefined || field.problem !== null || field.value === '' ? null : field.value;
  };
  return {
    ...clinic,
    name: valid(isClinicName) ?? clinic.name,
    phone: valid((field) => isClinicPhone(notice, field)) ?? clinic.phone,
  };
}
