import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FaultCode } from '../../src/domain/fault.ts';
import { wayDoubts, wayIds, type Tried } from '../../src/domain/ways.ts';
import {
  SAMPLES,
  selftestAnswerSchema,
  selftestDocument,
  toldWords,
  type Learned,
  selftestText,
} from '../../src/selftest/document.ts';
import { selftestTexts as texts } from '../../src/selftest/selftest.ja.ts';
import { width } from '../../src/text/cells.ts';
import { fakeFault, fakeNow } from '../fakes/ports.ts';

function documentOf(changes: Partial<Learned> = {}) {
  const document = selftestDocument({
    tried: [],
    widths: { widths: SAMPLES.map(() => 2), durationMs: 3 },
    names: ['CLINIC-ONS01'],
    simulated: false,
    changes: true,
    runtime: { platform: 'win32', arch: 'x64', node: '24.0.0' },
    consoleVersion: '1.2.3',
    now: fakeNow,
    offsetMinutes: 540,
    durationMs: 180_000,
    ...changes,
  });
  expect(selftestAnswerSchema.parse(document)).toEqual(document);
  return document;
}

function wayOf(end: Tried['end'], facts: Tried['facts'] = {}) {
  const { ways } = documentOf({ tried: [{ id: 'registry', end, facts, durationMs: 7 }] });
  return ways.find(({ id }) => id === 'registry');
}

describe('the document of the selftest', () => {
  it('has a line for each way, also for those that never answered', () => {
    const { ways, counts } = documentOf();
    expect(ways.map(({ id }) => id)).toEqual([...wayIds, 'widths']);
    for (const way of ways.slice(0, -1))
      expect(way).toMatchObject({ state: 'unknown', reason: texts.noTime, durationMs: 180_000 });
    expect(counts).toEqual({ ok: 1, failed: 0, unknown: wayIds.length });
  });

  it('works: with its facts and its time', () => {
    expect(wayOf({ type: 'works' }, { build: '19044', found: true, count: 3, none: null })).toMatchObject({
      state: 'ok',
      reason: null,
      words: null,
      facts: { build: '19044', found: true, count: 3, none: null },
      durationMs: 7,
    });
  });

  it("an error is a failure, in the system's words without names", () => {
    expect(wayOf({ type: 'error', words: 'CLINIC-ONS01:\r\naccess denied' })).toMatchObject({
      state: 'failed',
      reason: texts.error,
      words: '(*): access denied',
    });
  });

  it.each<[FaultCode, string]>([
    ['absent', 'failed'],
    ['denied', 'failed'],
    ['crashed', 'failed'],
    ['failed', 'failed'],
    ['timed-out', 'unknown'],
    ['cancelled', 'unknown'],
    ['unreadable', 'unknown'],
    ['busy', 'unknown'],
    ['too-large', 'unknown'],
  ])('a fault %s is %s', (code, state) => {
    const fault = fakeFault(code, 'C:\\Users\\taro\\x で失敗');
    expect(wayOf({ type: 'fault', fault })).toMatchObject({ state, reason: 'C:\\Users\\(*)\\x で失敗' });
  });

  it.each(wayDoubts)('%s is unknown, and says why', (doubt) => {
    expect(wayOf({ type: 'doubt', doubt })).toMatchObject({ state: 'unknown', reason: texts.doubts[doubt] });
  });

  it("tells the system's name only where it is one of Windows'", () => {
    expect(wayOf({ type: 'works' }, { product: 'Windows 10 IoT Enterprise LTSC 2021' })?.facts['product']).toBe(
      'Windows 10 IoT Enterprise LTSC 2021',
    );
    expect(wayOf({ type: 'works' }, { product: 'Windows of Dr Sakura' })?.facts['product']).not.toContain('Sakura');
  });

  it.each([
    [null, texts.noTerminal],
    [[2, 1], texts.noReport],
  ])('widths %j are unknown', (widths, reason) => {
    expect(documentOf({ widths: { widths, durationMs: 1 } }).ways.at(-1)).toMatchObject({ state: 'unknown', reason });
  });

  it('names what a practice terminal answered', () => {
    const { ways } = documentOf({ simulated: true });
    expect(ways.filter(({ simulated }) => !simulated).map(({ id }) => id)).toEqual(['writing', 'widths']);
  });
});

describe('the text of the selftest', () => {
  it('fits on 80 columns, and has each way with its state and its time', () => {
    const document = documentOf({
      tried: [
        {
          id: 'automation',
          end: { type: 'error', words: 'x'.repeat(900) },
          facts: { canPress: false },
          durationMs: 12_345,
        },
      ],
    });
    const lines = selftestText(document).split('\n');
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(80);
    for (const { title, durationMs } of document.ways) {
      const line = lines.find((each) => each.includes(title));
      expect(line).toMatch(new RegExp(` ${String(durationMs)} ms$`));
    }
    expect(lines.join('\n')).toContain('押せる いいえ');
  });
});

const names = ['CLINIC-ONS01', 'さくら医院', 'yamada', 'a'];

describe("the system's words, as they leave the terminal", () => {
  it.each([
    ['Access is denied.', 'Access is denied.'],
    ['  two\r\nlines\t', 'two lines'],
    ['\u001B[31mred\u001B[0m \u202Eturned', 'red turned'],
    ['C:\\Users\\山田 太郎\\AppData\\Local: 拒否', 'C:\\Users\\(*)\\AppData\\Local: 拒否'],
    ['/home/taro/x', '/home/(*)/x'],
    ["cannot open 'C:\\Users\\taro'", "cannot open 'C:\\Users\\(*)'"],
    ['clinic-ons01\\YAMADA was refused', '(*)\\(*) was refused'],
    ['さくら医院の端末', '(*)の端末'],
    ['CLINIC-ONS012', 'CLINIC-ONS012'],
    ['a cat and a', '(*) cat and (*)'],
    ['03-1234-5678 or 0312345678', '(*) or (*)'],
    ['0x80070005, build 10.0.19044.1288, code 1326', '0x80070005, build 10.0.19044.1288, code 1326'],
    ['', null],
    [' \u200B ', null],
  ])('%j becomes %j', (words, told) => {
    expect(toldWords(words, names)).toBe(told);
  });

  it('fit on a few lines and hold no name, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 800 }),
        fc.constantFrom(...names.slice(0, 3)),
        (text, name) => {
          const told = toldWords(`${text} ${name}. ${text}`, [name]) ?? '';
          expect(width(told)).toBeLessThanOrEqual(300);
          expect(told.split(/[ .]/)).not.toContain(name);
          expect(told).not.toMatch(/[\n\p{Cc}]/u);
        },
      ),
    );
  });
});
