import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputError } from '../../src/core/fault.ts';
import { inputErrorFromZod, parseInput, parseJson } from '../../src/core/input-error.ts';

const input = { code: 'bad-notice', file: 'notice.json', remedy: '直してください。' } as const;
const schema = z.strictObject({
  id: z.string('文字で書いてください'),
  nights: z.array(z.strictObject({ date: z.string('日付を書いてください') })),
});

function errorFor(value: unknown): InputError {
  const { error } = schema.safeParse(value);
  if (!error) throw new Error('that is a good file');
  return inputErrorFromZod(error, input);
}

describe('a file that does not fit its schema', () => {
  it.each([
    ['a field', { id: 3, nights: [] }, 'id', '文字で書いてください'],
    [
      'a field in a list',
      { id: 'a', nights: [{ date: 'x' }, { date: 3 }] },
      'nights[1].date',
      '日付を書いてください',
    ],
    ['the whole file', [], '(全体)', /./],
    ['an unknown field', { id: 'a', nights: [], ids: 'b' }, 'ids', /./],
    ['unknown fields further in', { id: 'a', nights: [{ date: 'x', a: 1, b: 2 }] }, 'nights[0].a, b', /./],
  ])('names %s', (_, value, field, reason) => {
    const error = errorFor(value);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: 'bad-notice', where: `notice.json: ${field}`, remedy: input.remedy });
    expect(error.message).toMatch(reason);
  });

  it('tells the first problem, and how many more there are', () => {
    const error = errorFor({ id: 3, nights: [{ date: 1 }, { date: 2 }] });
    expect(error.where).toBe('notice.json: id');
    expect(error.message).toBe('文字で書いてください(ほかに 2 か所)');
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
      expect.objectContaining({ message: 'この項目がありません', where: `notice.json: ${field}` }),
    );
  });

  it('keeps the words of its schema, and speaks Japanese where that has none', () => {
    const read = (name: unknown) => (): unknown =>
      parseInput(plain, JSON.stringify({ ...good, name }), input);
    expect(read('abc')).toThrow(/^x で始めてください$/);
    expect(read(3)).toThrow(/^無効な入力/);
    expect(read(null)).toThrow(/^無効な入力/);
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

  it.each(['{', '{"a":1,}', 'undefined'])('that is none is told with the file and the reason: %j', (text) => {
    const read = (): unknown => parseJson(text, input);
    expect(read).toThrow(InputError);
    expect(read).toThrow(/^JSON として読めません: ./);
    expect(read).toThrow(expect.objectContaining({ where: 'notice.json', code: 'bad-notice' }));
  });
});
