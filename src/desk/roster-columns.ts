import { InputError } from '../domain/fault.ts';
import { rosterTexts as texts } from './roster.ja.ts';
import { fold } from './identity.ts';

/** What a column of the roster may hold. */
type RosterColumn = 'clinic' | 'terminal' | 'name' | 'phone' | 'person' | 'opens' | 'spare';

/** Where each column stands; undefined where it is not there. */
export interface RosterColumns extends Readonly<Partial<Record<RosterColumn, number | undefined>>> {
  readonly clinic: number;
  readonly terminal: number;
}

/**
 * How a header row may call a clinic's code: it tells clinics apart where names may be the same, or written in two
 * ways.
 */
const codeTitles = [
  '医療機関コード',
  '医療機関番号',
  '医療機関等コード',
  '保険医療機関コード',
  '保険医療機関番号',
  '医療機関id',
  '医院コード',
  '施設コード',
  'コード',
  'clinicid',
  'clinic_id',
  'clinic id',
];
const nameTitles = ['医療機関', '医療機関名', '医療機関名称', '医院', '医院名', '施設', '施設名', '名称', 'clinic'];
/** It may as well number the rows: the clinic only where nothing else is. */
const numberTitles = ['番号'];

const titles: Readonly<Record<Exclude<RosterColumn, 'clinic' | 'name'>, readonly string[]>> = {
  terminal: ['端末', '端末名', 'terminal'],
  phone: ['電話', '電話番号', '連絡先', 'tel', 'phone'],
  person: ['担当', '担当者', '担当者名', 'person', 'contact'],
  opens: ['開院', '開院時刻', '開院時間', '診療開始', '受付開始', '開始時刻', 'opens'],
  spare: ['予備', '予備機', 'spare'],
};

/**
 * The columns by the header row; null: the row is none. A code is the clinic wherever it stands, and the name is then
 * what the clinic is called. Throws InputError for a header with a clinic and no terminal, or a terminal and no clinic:
 * taken for data it would only make terminals that nobody has.
 */
export function rosterColumns(
  cells: readonly string[],
  header: { readonly path: string; readonly line: number },
): RosterColumns | null {
  const row = cells.map(fold);
  const at = (names: readonly string[]): number | undefined => {
    const found = row.findIndex((title) => names.includes(title));
    return found < 0 ? undefined : found;
  };
  const code = at(codeTitles);
  const named = at(nameTitles);
  const clinic = code ?? named ?? at(numberTitles);
  const terminal = at(titles.terminal);
  if (clinic === undefined && terminal === undefined) return null;
  if (clinic === undefined || terminal === undefined)
    throw new InputError({
      code: 'roster',
      message: texts.badRosterHeader,
      where: `${header.path}:${String(header.line)}`,
      remedy: texts.rosterHeaderRemedy,
    });
  return {
    clinic,
    terminal,
    name: code === undefined ? undefined : named,
    phone: at(titles.phone),
    person: at(titles.person),
    opens: at(titles.opens),
    spare: at(titles.spare),
  };
}
