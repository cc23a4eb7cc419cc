import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputError } from '../../src/domain/fault.ts';
import { faultsOf, parseInput, parseJson } from '../../src/domain/input-error.ts';
import { inputTexts } from '../../src/domain/input.ja.ts';

const input = { code: 'bad-notice', file: 'notice.json', remedy: '直してください。' } as const;
const schema = z.strictObject({
  id: z.string('文字で書いてください'),
  nights: z.array(z.strictObject({ date: z.string('日付を書いてください') })),
});

function errorFor(text: string): InputError {
  try {
    parseInput(schema, text, input);
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error('that is a good file');
}

describe('a file that does not fit its schema', () => {
  it.each([
    ['a field', { id: 3, nights: [] }, 'id', '文字で書いてください'],
    ['a field in a list', { id: 'a', nights: [{ date: 'x' }, { date: 3 }] }, 'nights[1].date', '日付を書いてください'],
    ['the whole file', [], '(全体)', /./],
    ['an unknown field', { id: 'a', nights: [], ids: 'b' }, 'ids', /./],
    ['unknown fields further in', { id: 'a', nights: [{ date: 'x', a: 1, b: 2 }] }, 'nights[0].a, b', /./],
  ])('names %s', (_, value, field, reason) => {
    const error = errorFor(JSON.stringify(value));
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: 'bad-notice', where: `notice.json:1: ${field}`, remedy: input.remedy });
    expect(error.message).toMatch(reason);
  });

  it('tells the first problem, and how many more there are', () => {
    const error = errorFor('{ "id": 3, "nights": [{ "date": 1 }, { "date": 2 }] }');
    expect(error.where).toBe('notice.json:1: id');
    expect(error.message).toBe('文字で書いてください(ほかに 2 か所)');
  });
});

describe('a value of the wrong kind', () => {
  const kinds = z.object({
    text: z.string().min(1),
    number: z.number(),
    int: z.int(),
    flag: z.boolean(),
    list: z.array(z.string()).min(1),
    object: z.object({}),
    date: z.iso.date(),
    other: z.array(z.int()).max(1),
  });
  const good = { text: 'x', number: 1, int: 1, flag: true, list: ['x'], object: {}, date: '2026-01-19', other: [] };

  it.each([
    ['text', 5, '" " で囲んだ'],
    ['text', '', '空にはできません'],
    ['number', '5', '数字で'],
    ['int', '5', '数字で'],
    ['int', 1.5, '整数で'],
    ['flag', 'はい', 'true か false'],
    ['list', 'x', '[ ] の中'],
    ['list', [], '一つ以上'],
    ['object', 'x', '{ } の中'],
    ['date', '2026-02-30', '2026-01-19 のように'],
    ['other', [1, 2], '大きすぎる'],
  ])('is told in plain words: %s %j', (field, value, reason) => {
    const text = JSON.stringify({ ...good, [field]: value });
    expect(() => parseInput(kinds, text, input)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(reason), where: `notice.json:1: ${field}` }),
    );
  });
});

describe('a file of the operator', () => {
  const plain = z.strictObject({
    formatVersion: z.literal(1),
    kind: z.enum(['a', 'b']),
    name: z.string().regex(/^x/, 'x で始めてください'),
    at: z.union([z.string(), z.number()]),
  });
  const good = { formatVersion: 1, kind: 'a', name: 'xyz', at: 3 };

  it('is given as its schema has it', () => {
    expect(parseInput(plain, JSON.stringify(good), input)).toEqual(good);
  });

  it.each(['formatVersion', 'kind', 'name', 'at'])('that lacks %s is told in plain words', (field) => {
    const text = JSON.stringify({ ...good, [field]: undefined });
    expect(() => parseInput(plain, text, input)).toThrow(
      expect.objectContaining({ message: 'この項目がありません', where: `notice.json:1: ${field}` }),
    );
  });

  it('keeps the words of its schema, and speaks Japanese where that has none', () => {
    const read = (name: unknown) => (): unknown => parseInput(plain, JSON.stringify({ ...good, name }), input);
    expect(read('abc')).toThrow(/^x で始めてください$/);
    expect(read(3)).toThrow(/^" " で囲んだ文字/);
    expect(read(null)).toThrow(/^" " で囲んだ文字/);
  });
});

describe('the place of what is wrong', () => {
  const text = ['{', '  "id": "a",', '  "nights": [', '    { "date": "x" },', '    { "date": 3, "a": 1 }', '  ]', '}'];
  const whereIn = (lines: readonly string[], end: string): string => errorFor(lines.join(end)).where;

  it.each([
    ['\n', ''],
    ['\r\n', ''],
    ['\r\n', '\uFEFF'],
    ['\r', ''],
  ])('is the line of the field, whatever ends a line: %j after %j', (end, mark) => {
    const [first = '', ...rest] = text;
    expect(whereIn([mark + first, ...rest], end)).toBe('notice.json:5: nights[1].date');
  });

  it('of a field that is missing is that of what should hold it', () => {
    expect(whereIn(text.with(3, '    {},').with(4, '    {}'), '\n')).toBe('notice.json:4: nights[0].date');
    expect(whereIn(['', '{"nights": []}'], '\n')).toBe('notice.json:2: id');
  });

  it('of an unknown field is its own line', () => {
    expect(whereIn(text.with(4, '    {').with(5, '"date": "x",\n"a": 1}]'), '\n')).toBe('notice.json:7: nights[1].a');
  });

  it('of a name that stands twice is where it counts: the last time', () => {
    expect(whereIn(['{"id": "a",', '"id": 3,', '"nights": []}'], '\n')).toBe('notice.json:2: id');
  });

  it('finds the line on which any field was written', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, fc.nat(), (keys, pick) => {
        const key = keys[pick % keys.length] ?? '';
        const file = JSON.stringify(Object.fromEntries(keys.map((each) => [each, each === key ? 3 : 'x'])), null, 1);
        const shape = z.strictObject(Object.fromEntries(keys.map((each) => [each, z.string()])));
        const line = file.split('\n').findIndex((each) => each.endsWith(': 3') || each.endsWith(': 3,')) + 1;
        expect(() => parseInput(shape, file, input)).toThrow(
          expect.objectContaining({ where: expect.stringContaining(`notice.json:${String(line)}: `) as unknown }),
        );
      }),
    );
  });
});

describe('JSON', () => {
  it('is read with and without a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":1}', input)).toEqual({ a: 1 });
    expect(parseJson('[]', input)).toEqual([]);
  });

  it.each(['', ' \n', '\uFEFF'])('that is empty is told so: %j', (text) => {
    expect(() => parseJson(text, input)).toThrow(/^ファイルが空です$/);
  });

  it.each([
    ['{', 1, 2, /閉じる括弧/],
    ['{"a":1,}', 1, 8, /余分なコンマ/],
    ['undefined', 1, 1, /書けない言葉/],
    ['{"a": "C:\\OQS"}', 1, 7, /\\\\ と書きます/],
    ['\uFEFF{\r\n  "a": 1\r\n  "b": 2\r\n}', 3, 3, /コンマ/],
    ['{\n// so\n"a": 1}', 2, 1, /コメントは書けません/],
    ['[1] 2', 1, 5, /余分な文字/],
    ['{"日本": 語}', 1, 8, /書けない言葉/],
  ])('that is none is told with the line, the column and the reason: %j', (text, line, column, reason) => {
    const read = (): unknown => parseJson(text, input);
    expect(read).toThrow(InputError);
    expect(read).toThrow(new RegExp(`^JSON として読めません: ${String(line)} 行目の ${String(column)} 文字目`));
    expect(read).toThrow(reason);
    const where = `notice.json:${String(line)}:${String(column)}`;
    expect(read).toThrow(expect.objectContaining({ where, code: 'bad-notice' }));
  });

  it.each(['['.repeat(200_000), '{"a":'.repeat(200_000), '['.repeat(8_000) + ']'.repeat(8_000)])(
    'that is nested without end is refused in our words, not a bug',
    (text) => {
      expect(() => parseJson(text, input)).toThrow(
        expect.objectContaining({ message: inputTexts.notJson(inputTexts.tooDeep) }) as Error,
      );
      expect(faultsOf(undefined, text)).toEqual([]);
    },
  );

  it('whatever is no JSON is refused with a place', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!isJson(text) && text.trim() !== '');
        expect(() => parseJson(text, input)).toThrow(
          expect.objectContaining({ where: expect.stringMatching(/^notice\.json:\d+:\d+$/) as unknown }),
        );
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
