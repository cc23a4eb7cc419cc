import { describe, expect, it } from 'vitest';
import { calledFile, calledToday, marked, nobodyCalled, parseCalled, type Called } from '../../src/desk/called.ts';
import { createCalledFile } from '../../src/desk/called-file.ts';
import { deskScreenTexts } from '../../src/desk/desk-screen.ja.ts';
import { deskTexts } from '../../src/desk/desk.ja.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { after, model, rowsOf } from './bench.ts';
import { entry, JAPAN, NOW } from './build.ts';
import { fakeFiles } from './fake-files.ts';

const texts = deskScreenTexts.called;
const PATH = 'desk-called.json';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function bench(text?: string, written: { type: 'written' } | { type: 'failed'; code: string } = { type: 'written' }) {
  const contents = new Map(text === undefined ? [] : [[PATH, text]]);
  const { files } = fakeFiles(contents);
  const file = createCalledFile({
    path: PATH,
    readBytes: async (path) => files.read(path, new AbortController().signal),
    replace: async (path, bytesWritten) => {
      if (written.type === 'written') contents.set(path, new TextDecoder().decode(bytesWritten));
      return written;
    },
    now: () => NOW,
    offsetMinutes: JAPAN,
  });
  return { file, contents };
}

function clinicsIn(text: string | undefined): readonly string[] {
  return [...(parseCalled(bytes(text ?? '')) ?? nobodyCalled()).values()].map(({ clinic }) => clinic);
}

describe('the file of who was called', () => {
  it('is read as it was written', () => {
    const called = marked(marked(nobodyCalled(), 'あ医院', NOW), '<"い">', NOW - HOUR);
    expect(parseCalled(calledFile(called, JAPAN))).toEqual(called);
  });

  it.each([
    '',
    'x',
    '{}',
    '[]',
    '{"formatVersion":"1.0"}',
    '{"formatVersion":"2.0","called":[]}',
    '{"formatVersion":"1.0","called":[{"clinic":"a","at":"x"}]}',
  ])('is not %j', (text) => {
    expect(parseCalled(bytes(text))).toBeNull();
  });

  it('counts the marks of this day only, by the clock of the desk', () => {
    const midnight = Date.parse('2026-01-20T00:00:00+09:00');
    const called = [midnight - 1, midnight, NOW, midnight + DAY].reduce<Called>(
      (marks, at, index) => marked(marks, String(index), at),
      nobodyCalled(),
    );
    expect([...calledToday(called, NOW, JAPAN).values()].map(({ clinic }) => clinic)).toEqual(['1', '2']);
  });

  it('keeps what others marked, and of marks made at once all', async () => {
    const { file, contents } = bench();
    await Promise.all(['あ', 'い', 'う'].map(async (clinic) => file.mark(clinic, NOW)));
    expect(clinicsIn(contents.get(PATH))).toEqual(['あ', 'い', 'う']);
    contents.set(PATH, new TextDecoder().decode(calledFile(marked(nobodyCalled(), 'え', NOW), JAPAN)));
    await file.mark('お', NOW);
    await file.mark('え', null);
    expect(clinicsIn(contents.get(PATH))).toEqual(['お']);
  });

  it('is never written over a file that it is not', async () => {
    const { file, contents } = bench('{"formatVersion":"1.0"}');
    expect(await file.mark('あ', NOW)).toEqual({ ok: false, problem: texts.otherFile(PATH) });
    expect(await file.read()).toEqual({ ok: false, problem: texts.otherFile(PATH) });
    expect(contents.get(PATH)).toBe('{"formatVersion":"1.0"}');
  });

  it('says why it cannot be written', async () => {
    const { file } = bench(undefined, { type: 'failed', code: 'EROFS' });
    expect(await file.mark('あ', NOW)).toEqual({
      ok: false,
      problem: texts.notWritten(PATH, '書き込めないドライブです。'),
    });
    expect(await file.read()).toEqual({ ok: true, called: nobodyCalled() });
  });
});

describe('the mark on the screen', () => {
  const entries = ['あ医院', 'い医院'].map((clinic) => entry({ clinic, terminal: clinic }));
  const first = model({}, { entries, bad: [], roster: [] });
  const called = marked(nobodyCalled(), 'あ医院', NOW - HOUR);
  const shown = after(first, { type: 'called', called }).model;

  it.each([
    ['the clinics', []],
    ['the terminals', ['2']],
    ['a detail', ['2', 'enter']],
  ] as const)('stands in %s, and is asked for and taken away there', (_, keys) => {
    const without = after(first, ...keys).model;
    const withMark = after(shown, ...keys).model;
    const mark = deskTexts.calledAt('07:10');
    expect(rowsOf(without).join('\n')).not.toContain(mark);
    expect(rowsOf(withMark).filter((row) => row.includes(mark))).toHaveLength(1);
    expect(after(without, 't').effects).toEqual([{ type: 'mark-called', clinic: 'あ医院', at: NOW }]);
    expect(after(withMark, 't').effects).toEqual([{ type: 'mark-called', clinic: 'あ医院', at: null }]);
  });

  it('is a filter, with the counts beside it', () => {
    const menu = after(shown, 'home', 'enter', 'down', 'down').model;
    expect(rowsOf(menu).join('\n')).toContain('電話済み 1、電話がまだ 1');
    const notYet = after(menu, 'enter').model;
    expect(notYet.clinics.map(({ name }) => name)).toEqual(['い医院']);
    expect(rowsOf(notYet)[2]).toContain('絞り込み: 「電話がまだ」');
    const done = after(notYet, { type: 'called', called: marked(called, 'い医院', NOW) }).model;
    expect(done.clinics).toEqual([]);
    expect(after(done, 'home').model.clinics).toEqual([]);
  });

  it('is gone on the next day', () => {
    const tomorrow = after(shown, { type: 'clock', now: NOW + DAY }).model;
    expect(tomorrow.called.size).toBe(0);
  });

  it('cannot be put where nobody knows whom to call', () => {
    const unknown = model({}, { entries: [entry({ clinic: null })], bad: [], roster: [] });
    const { model: said, effects } = after(unknown, 't');
    expect(effects).toEqual([]);
    expect(said.message).toBe(texts.noClinic);
    expect(after(first, 'home', 't').model.message).toBe(texts.noRow);
  });
});
