import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAnswer } from '../../src/formats/answer.ts';
import { answerText } from '../../src/formats/text.ts';
import { checkNames, componentNames } from '../../src/domain/names.ja.ts';
import { answerTexts } from '../../src/formats/answer.ja.ts';
import * as checkTexts from '../../src/probes/checks.ja.ts';
import { stepTitle, wordsOf } from '../../src/domain/notice/words.ts';
import { verdictTexts } from '../../src/domain/procedure/steps.ja.ts';
import { width } from '../../src/text/cells.ts';
import type { Answer } from '../../src/formats/answer-schema.ts';
import { noticeWith } from '../domain/notice/builders.ts';
import { exampleAnswer } from './example-answer.ts';
import { answerInputs } from './generated.ts';

const notice = { title: '2026年1月 顔認証ライブラリ 5.1.0 へのバージョンアップ', components: [], delivery: null };
const others: readonly string[] = [];
const beside = { notice, others, marksAreRead: true };

describe('answerText', () => {
  it('fits 80 columns, whatever stands in the answer', () => {
    fc.assert(
      fc.property(answerInputs, (input) => {
        const written = answerText(buildAnswer(input), beside);
        for (const line of written.split('\n')) expect(width(line, 'wide')).toBeLessThan(80);
      }),
    );
  });

  it('lets no control character through', () => {
    fc.assert(
      fc.property(answerInputs, (input) => {
        const written = answerText(buildAnswer(input), beside).replaceAll('\n', '');
        expect(/\p{Cc}/u.exec(written)).toBeNull();
      }),
    );
  });

  it('names every check and component, with its mark first', () => {
    fc.assert(
      fc.property(answerInputs, (input) => {
        const lines = answerText(buildAnswer(input), beside).split('\n');
        for (const name of [...Object.values(checkNames), ...Object.values(componentNames)])
          expect(lines.some((line) => /^\[(済|要|異常|不明|-)\]\s/.test(line) && line.includes(`${name}:`))).toBe(true);
      }),
    );
  });

  it('ends with what there is to tell of the journal, within the columns', () => {
    fc.assert(
      fc.property(answerInputs, (input) => {
        const note = 'ジャーナルの封は一行前のままです。'.repeat(5);
        const written = answerText(buildAnswer(input), { ...beside, journalNotes: [note] });
        expect(written.replaceAll(/\s/g, '').endsWith(note)).toBe(true);
        for (const line of written.split('\n')) expect(width(line, 'wide')).toBeLessThan(80);
      }),
    );
  });

  it.each([
    ['all', true, answerTexts.restartNotRequired],
    ['not all', false, answerTexts.restartUnknown],
  ])('says of marks no more than was read: %s', (_, marksAreRead, said) => {
    const answer = exampleAnswer();
    const restart = { ...answer.restart, required: false, reasons: [] };
    expect(answerText({ ...answer, restart }, { ...beside, marksAreRead })).toContain(`  ${said}\n`);
  });

  it('begins with the verdict, then the next step', () => {
    fc.assert(
      fc.property(answerInputs, (input) => {
        const [first, ...rest] = answerText(buildAnswer(input), beside).split('\n');
        expect(first).toContain(verdictTexts[input.decision.verdict].word);
        expect(rest.slice(0, 3).join('')).toContain(stepTitle(input.decision.step, wordsOf(input.notice)).slice(0, 10));
      }),
    );
  });
});

describe('the nights', () => {
  const joined = (notice: Parameters<typeof answerText>[1]['notice'], answer = exampleAnswer()): string =>
    answerText(answer, { ...beside, notice });

  it('end with the last one that delivers, though the document has the last of the period', () => {
    const excludedNights = ['2026-01-28', '2026-01-29', '2026-01-30'];
    const answer = exampleAnswer();
    expect(answer.delivery.lastNight).toBe('2026-01-30');
    expect(joined(noticeWith({ excludedNights }), answer)).toContain('最後の夜: 1/27(火)、');
    expect(joined(noticeWith(), answer)).toContain('最後の夜: 1/30(金)、');
  });

  it('have their time where they begin in the small hours', () => {
    const answer = exampleAnswer();
    const nextStep = { ...answer.nextStep, night: '2026-01-20' };
    const delivery = { ...answer.delivery, phase: 'day' as const, nextNight: '2026-01-20' };
    const text = joined(noticeWith({ from: '01:00', to: '04:30' }), { ...answer, nextStep, delivery });
    expect(text).toContain('点けたままにする夜: 1/20(火) 01:00 から');
    expect(text).toContain('次の配信の夜: 1/20(火) 01:00 から');
  });
});

describe('a witness that was not read in time', () => {
  it('is told as that, with what was known before', () => {
    const answer = exampleAnswer();
    const witness = {
      source: 'version-info' as const,
      state: 'timed-out' as const,
      raw: null,
      version: null,
      path: 'C:\\Program Files\\OQS-Auth\\Version.info',
      changedAt: null,
    };
    const components = answer.components.map((component) => ({
      ...component,
      installed: null,
      lastKnown: { version: '5.1.0', at: '2026-01-20T08:10:00+09:00' },
      witnesses: [witness],
    }));
    const late: Answer = { ...answer, components };
    const text = answerText(late, beside).replaceAll(/\n */g, '');
    expect(text).toContain('時間内に読み取れませんでした');
    expect(text).not.toContain('読み取れません、または、ありません');
    expect(text).toContain('前に読み取れたバージョン: 5.1.0 (1/20(火) 08:10)');
  });
});

describe('the texts', () => {
  /** Every text in a module of strings, functions called with stand-ins. */
  function textsIn(value: unknown): readonly string[] {
    if (typeof value === 'string') return [value];
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
    return [];
  }
  const cp932 = new TextDecoder('shift_jis');
  const ambiguous = /[…─│→●○■□◇×※①℃★△✓✗⚠“”‘’—°±÷]/u;

  /** What CP932 can write: every character that some one or two bytes decode to. */
  const drawable = new Set(
    Array.from({ length: 0x10000 }, (_, code) =>
      cp932.decode(code < 0x100 ? Uint8Array.of(code) : Uint8Array.of(code >> 8, code & 0xff)),
    ),
  );

  it('use characters of CP932 whose width is certain', () => {
    const all = [...textsIn(checkTexts), ...textsIn(answerTexts)];
    expect(all.length).toBeGreaterThan(50);
    for (const text of all) {
      expect(ambiguous.exec(text)).toBeNull();
      expect(Array.from(text).filter((character) => !drawable.has(character))).toEqual([]);
    }
  });
});
