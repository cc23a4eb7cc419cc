import type { ComponentReading } from '../domain/facts.ts';
import { checkNames, witnessNames } from '../domain/names.ja.ts';
import { nextNight, phaseAt } from '../domain/notice/calendar.ts';
import { nightDay } from '../domain/notice/night-names.ja.ts';
import { stepTitle } from '../domain/notice/words.ts';
import { verdictTexts } from '../domain/procedure/steps.ja.ts';
import { timeInName, toShortText } from '../domain/time.ts';
import { answerTexts } from '../formats/answer.ja.ts';
import type { JournalEntry } from '../journal/events.ts';
import { eventInWords } from '../journal/events.ja.ts';
import { clinicAskedFor } from '../report/known-values.ts';
import { hanging, lines } from '../text/page.ts';
import { textFile } from '../text/text-file.ts';
import { supportCaseOf, type CaseSoFar, type SupportCase } from './about.ts';
import { codeOf, codeReading } from './code.ts';
import { contactInWords } from './contact.ts';
import { codeTexts, sheetTexts as texts } from './support.ja.ts';

/** One fact of the sheet. `label` may be empty. */
export interface SheetRow {
  readonly label: string;
  readonly text: string;
  readonly tone?: 'good' | 'attention';
  /** It names the clinic: a file holds it only where that was ticked. */
  readonly namesClinic?: true;
}

/** What a desk will ask, filled in. */
export interface Sheet {
  readonly code: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly SheetRow[] }[];
}

/** The sheet "before you call", in the order in which a desk asks; null before the first survey. */
export function sheetOf(soFar: CaseSoFar): Sheet | null {
  const known = supportCaseOf(soFar);
  if (!known) return null;
  const { sections } = texts;
  return {
    code: codeOf(known),
    sections: [
      { title: sections.contacts, rows: contactRows(known) },
      { title: sections.terminal, rows: terminalRows(known) },
      { title: sections.verdict, rows: verdictRows(known) },
      { title: sections.versions, rows: versionRows(known) },
      { title: sections.checks, rows: checkRows(known) },
      { title: sections.work, rows: workRows(known) },
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

/** Every desk of the notice, with its opening hours against the clock. */
function contactRows({ about, now }: SupportCase): readonly SheetRow[] {
  return about.notice.contacts.flatMap((contact) => {
    const { who, details } = contactInWords(contact, about.calendar.timeZone, now);
    return [
      { label: '', text: who },
      ...details.map(({ text, open }): SheetRow => {
        const row = { label: '', text };
        return open === null ? row : { ...row, tone: open ? 'good' : 'attention' };
      }),
    ];
  });
}

function terminalRows({ about, now, survey }: SupportCase): readonly SheetRow[] {
  const { calendar, clinic, notice, offsetMinutes } = about;
  const { boot, session, terminal } = survey;
  const asked = clinicAskedFor(notice);
  const night = nextNight(calendar, now);
  const phase = phaseAt(calendar, now);
  const then =
    phase === 'none' ? '' : `、${answerTexts.nextNight(night === null ? null : nightDay(night.date, calendar))}`;
  return [
    { label: texts.clinic, text: clinic.name ?? texts.notEntered(asked.name), namesClinic: true },
    { label: texts.phone, text: clinic.phone ?? texts.notEntered(asked.phone), namesClinic: true },
    { label: texts.terminal, text: terminal?.name ?? texts.unknown, namesClinic: true },
    { label: texts.os, text: terminal?.os ?? texts.unknown },
    { label: texts.remote, text: remoteText(session?.remote ?? null) },
    { label: texts.bootedAt, text: boot.bootedAt === null ? texts.unknown : toShortText(boot.bootedAt, offsetMinutes) },
    { label: texts.notice, text: texts.noticeWords(notice.title, notice.id) },
    { label: texts.delivery, text: answerTexts.phases[phase] + then },
  ];
}

function remoteText(remote: boolean | null): string {
  if (remote === null) return texts.unknown;
  return remote ? texts.remoteStates.yes : texts.remoteStates.no;
}

function verdictRows({ about, decision }: SupportCase): readonly SheetRow[] {
  const { mark, word } = verdictTexts[decision.verdict];
  return [
    { label: texts.verdict, text: `${mark} ${word}` },
    { label: texts.step, text: stepTitle(decision, about.words) },
    { label: texts.reason, text: decision.reason },
  ];
}

function versionRows({ survey }: SupportCase): readonly SheetRow[] {
  return survey.components.map((component) => ({ label: component.name, text: versionText(component) }));
}

/** The version and what is asked for; where the witnesses do not say the same, what each says. */
function versionText({ installed, required, status, witnesses }: ComponentReading): string {
  const versions = answerTexts.versions(installed ?? answerTexts.noVersion, required);
  const answers = witnesses.flatMap(({ source, version }) =>
    version === null ? [] : [`${witnessNames[source]} ${version}`],
  );
  const told = status === 'disagree' ? ` ${answers.join('、')}` : '';
  return `${answerTexts.componentStatuses[status]}(${versions})${told}`;
}

/** The checks that are not in order, the worst first. */
function checkRows({ survey }: SupportCase): readonly SheetRow[] {
  const rows = (['fail', 'unknown', 'warn'] as const).flatMap((status) =>
    survey.checks
      .filter((check) => check.status === status)
      .map(({ id, summary }) => ({ label: checkNames[id], text: summary })),
  );
  return rows.length === 0 ? [{ label: '', text: texts.noProblem }] : rows;
}

type EventName = JournalEntry['event']['event'];

/** What a desk asks about of what was done, and how much of each kind the sheet tells. */
const worthTelling: readonly { readonly names: readonly EventName[]; readonly most: number }[] = [
  { names: ['download-started', 'download-finished', 'hand-steps-done'], most: 4 },
  { names: ['restart-requested', 'restart-answered', 'restart-cancelled', 'restart-confirmed'], most: 4 },
  { names: ['hand-steps-done'], most: 2 },
  { names: ['operator-version'], most: 1 },
  { names: ['left-on'], most: 2 },
  { names: ['support-called'], most: 2 },
];

/** The last presses with what the tool said word for word, the last restarts, nights and calls, newest first. */
function workRows({ about, journal }: SupportCase): readonly SheetRow[] {
  const own = journal.entries.filter(({ notice }) => notice === null || notice === about.notice.id);
  const told = new Set(
    worthTelling.flatMap(({ names, most }) => own.filter(({ event }) => names.includes(event.event)).slice(-most)),
  );
  const rows = own
    .filter((entry) => told.has(entry))
    .toReversed()
    .map(({ at, event }) => ({
      label: toShortText(at, about.offsetMinutes),
      text: eventInWords(event, about.ownComponents),
    }));
  return rows.length === 0 ? [{ label: '', text: texts.noWork }] : rows;
}

/** The sheet as a file to print or carry away, for Windows' editors. The clinic stands in it only where ticked. */
export function sheetFile(
  { about, now }: Pick<SupportCase, 'about' | 'now'>,
  sheet: Sheet,
  withClinic: boolean,
): { readonly name: string; readonly bytes: Uint8Array } {
  const time = toShortText(now, about.offsetMinutes);
  const all = [
    texts.title,
    texts.printed(time, about.consoleVersion),
    '',
    codeTexts.code(sheet.code),
    ...codeReading(sheet.code).flatMap((group) => row(group.join(' '))),
    ...sheet.sections.flatMap(({ title, rows }) => [
      '',
      title,
      ...rows.flatMap((each) => row(rowText(each, withClinic))),
    ]),
  ];
  return {
    name: `exports/oqs-sheet-${timeInName(now, about.offsetMinutes)}.txt`,
    bytes: textFile(`${all.join('\n')}\n`),
  };
}

function rowText({ label, text, namesClinic }: SheetRow, withClinic: boolean): string {
  const said = namesClinic === true && !withClinic ? texts.notWritten : text;
  return label === '' ? said : `${label}: ${said}`;
}

/** A fact on as many lines as it needs, those after the first moved in further. */
function row(text: string): readonly string[] {
  return lines(hanging('  ', text, 4));
}
