import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain/fault.ts';
import { checkDocumentSchema, errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { buildErrorDocument, errorText, errorExitCode } from '../../src/formats/error.ts';
import { fakeNow } from '../fakes/ports.ts';

const run = { consoleVersion: '0.1.0', now: fakeNow, offsetMinutes: 540 };
const inputError = new InputError({
  code: 'bad-notice',
  message: '数字を点で区切って書いてください',
  where: 'notice.json: target.version',
  remedy: 'ファイルを直してください。',
});

describe('buildErrorDocument', () => {
  it('tells what is wrong with the input', () => {
    expect(buildErrorDocument(inputError, run)).toEqual({
      formatVersion: '1.1',
      consoleVersion: '0.1.0',
      generatedAt: '2026-01-20T08:10:00+09:00',
      error: {
        code: 'bad-notice',
        message: '数字を点で区切って書いてください',
        where: 'notice.json: target.version',
        remedy: 'ファイルを直してください。',
      },
    });
    expect(errorExitCode(inputError)).toBe(64);
  });

  it.each([new TypeError('x is not a function'), 'thrown text', null, undefined, { odd: true }])(
    'tells a bug from whatever was thrown: %s',
    (thrown) => {
      const document = buildErrorDocument(thrown, run);
      expect(errorDocumentSchema.parse(document)).toEqual(document);
      expect(checkDocumentSchema.safeParse(document).success).toBe(true);
      expect(document.error.code).toBe('bug');
      expect(errorExitCode(thrown)).toBe(70);
    },
  );

  it('claims nothing about a bug that may not be so: what was done before it stands', () => {
    const { remedy } = buildErrorDocument(new TypeError('x'), run).error;
    expect(remedy).not.toContain('書き込んでいません');
    expect(remedy).toContain('作業記録に残って');
    expect(remedy).toContain('続き');
  });

  it('names the place of a bug', () => {
    expect(buildErrorDocument(new TypeError('x'), run).error.where).toMatch(/^at .*error\.test\.ts/);
  });

  it('says the same for people, without lines for what is not known', () => {
    const words = errorText(buildErrorDocument(inputError, run));
    for (const part of Object.values(buildErrorDocument(inputError, run).error)) expect(words).toContain(part);
    const odd = errorText(buildErrorDocument('thrown text', run));
    expect(odd).toContain('thrown text');
    expect(odd).not.toContain('null');
  });
});
