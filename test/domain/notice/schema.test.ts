import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/domain/fault.ts';
import { builtInFile, builtInNotice } from '../../../src/domain/notice/built-in.ts';
import { guideEntryTexts } from '../../../src/domain/notice/notice.ja.ts';
import { parseNotice } from '../../../src/domain/notice/schema.ts';

const guideEntry = {
  id: 'own-entry',
  title: '題',
  see: ['見えるもの'],
  why: '理由',
  do: ['すること'],
  call: '電話',
  words: [],
};

function errorOf(text: string): InputError {
  try {
    parseNotice(text, 'notice.json');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

/**
 * The notice that comes with the program, with one field (`delivery.from`) set to something else; undefined takes it
 * away.
 */
function changed(field: string, value: unknown): string {
  const [name = '', ...inner] = field.split('.');
  const change = (object: unknown, key: string, rest: readonly string[]): unknown => {
    const [next, ...others] = rest;
    const record: Record<string, unknown> = { ...Object(object) };
    return { ...record, [key]: next === undefined ? value : change(record[key], next, others) };
  };
  return JSON.stringify(change(builtInFile(), name, inner));
}

describe('the notice that comes with the program', () => {
  it('asks for face library 5.1.0 and the report number 150', () => {
    const notice = builtInNotice();
    expect(notice.targets).toEqual([{ component: 'face-library', version: '5.1.0' }]);
    expect(notice.report?.number).toBe('150');
    expect(notice.contacts[0]?.phone).toBe('0800-080-4583');
  });

  it('is read back from its own text', () => {
    expect(parseNotice(JSON.stringify(builtInFile()), 'notice.json')).toEqual(builtInNotice());
  });

  it('may begin with a byte order mark', () => {
    expect(parseNotice(`\uFEFF${JSON.stringify(builtInFile())}`, 'notice.json')).toEqual(builtInNotice());
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['delivery.firstNight', '2026-02-30', 'delivery.firstNight'],
    ['delivery.firstNight', '2026-1-19', 'delivery.firstNight'],
    ['delivery.lastNight', '2026-01-18', 'delivery.lastNight'],
    ['delivery.lastNight', '2062-01-30', 'delivery.lastNight'],
    ['delivery.excludedNights', ['2026-01-25', '2026-02-25'], 'delivery.excludedNights[1]'],
    ['delivery.excludedNights', ['2026-01-18'], 'delivery.excludedNights[0]'],
    ['delivery.excludedNights', '2026-01-25', 'delivery.excludedNights'],
    ['delivery.allDayFrom', '2026-01-30', 'delivery.allDayFrom'],
    ['delivery.from', '8:00', 'delivery.from'],
    ['delivery.to', '24:00', 'delivery.to'],
    ['delivery.timeZone', 'Asia/Tokio', 'delivery.timeZone'],
    ['delivery.timeZone', 'JST', 'delivery.timeZone'],
    ['delivery.timeZone', '2026-01-20T00:00Z', 'delivery.timeZone'],
    ['delivery.until', '05:00', 'delivery.until'],
    ['target.component', 'face-dll', 'target.component'],
    ['target.version', '5', 'target.version'],
    ['target.version', 'v5.1.0', 'target.version'],
    ['target.version', '5.1.99999999999999999999', 'target.version'],
    ['report.identificationNumber', 150, 'report.identificationNumber'],
    ['report.fields', [], 'report.fields'],
    ['contacts', [], 'contacts'],
    ['guide', [guideEntry, { ...guideEntry, title: '別' }], 'guide[1].id'],
    ['guide', [{ ...guideEntry, do: [] }], 'guide[0].do'],
    ['formatVersion', 3, 'formatVersion'],
    ['id', undefined, 'id'],
    ['id', 'January 2026', 'id'],
  ])('%s = %j: names the field', (field, value, where) => {
    const error = errorOf(changed(field, value));
    expect(error).toMatchObject({ code: 'bad-notice', where: `notice.json:1: ${where}` });
    expect(error.message).not.toBe('');
    expect(error.remedy).not.toBe('');
  });

  it.each([
    ['title', ' '],
    ['title', '\u3000'],
    ['report.formPath', ['\t']],
    ['report.fields', builtInFile().report.fields.map((each, index) => (index === 0 ? { ...each, label: ' ' } : each))],
    ['contacts', builtInFile().contacts.map((each) => ({ ...each, phone: ' ' }))],
    ['faq', [{ question: ' ', answer: 'x' }]],
    ['faq', [{ question: 'x', answer: '\n' }]],
    ['guide', [{ ...guideEntry, why: ' ' }]],
  ])('says nothing but blanks: %s = %j', (field, value) => {
    expect(errorOf(changed(field, value)).message).toBe(guideEntryTexts.blank);
  });

  it('names a field of the report form that stands twice', () => {
    const [first] = builtInFile().report.fields;
    expect(errorOf(changed('report.fields', [first, first])).where).toBe('notice.json:1: report.fields[1].id');
  });

  it('says where no night delivers', () => {
    const text = changed('delivery', {
      ...builtInFile().delivery,
      lastNight: '2026-01-20',
      excludedNights: ['2026-01-19', '2026-01-20'],
    });
    expect(errorOf(text)).toMatchObject({
      where: 'notice.json:1: delivery.excludedNights',
      message: '配信のある夜が一つもありません',
    });
  });

  it('explains itself in Japanese', () => {
    expect(errorOf(changed('title', 5)).message).toMatch(/で囲んだ文字/);
  });

  it.each([
    ['{', ':1:2'],
    ['', ''],
    ['{"formatVersion": 1,}', ':1:21'],
  ])('is not JSON: %s', (text, place) => {
    expect(errorOf(text)).toMatchObject({ code: 'bad-notice', where: `notice.json${place}` });
  });

  it.each([['null'], ['[]'], ['"notice"'], ['{}'], ['{"formatVersion":1}'], ['{"formatVersion":2}']])(
    'is JSON, but no notice: %s',
    (text) => {
      expect(errorOf(text).where).toMatch(/^notice\.json:1: /);
    },
  );
});

describe('a calendar that is unusual but sound', () => {
  it.each([
    ['delivery.excludedNights', []],
    ['delivery.excludedNights', ['2026-01-19', '2026-01-30']],
    ['delivery.allDayFrom', '2026-02-02'],
    ['delivery.timeZone', '+09:00'],
    ['delivery.to', '20:00'],
    ['target.version', '5.1'],
    ['target.version', '5.1.0.12'],
    ['guide', [guideEntry]],
    ['faq', []],
  ])('%s = %j', (field, value) => {
    expect(() => parseNotice(changed(field, value), 'notice.json')).not.toThrow();
  });
});
