import * as fc from 'fast-check';

/** Japanese as the console shows it: words, brackets, versions, paths, numbers. */
const japanese = fc
  .array(
    fc.constantFrom(
      ...'版端末を再起動してください。、「」（）ー・ッャ'.split(''),
      '5.1.0',
      '0800-080-4583',
      'C:\\Program Files\\OQS-Auth\\Version.info',
      ' ',
      '(5.0.3)',
      '20:00',
      '①',
      '→',
      'ｱﾞ',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Text as the world may hold it: every script, emoji, control characters, broken escape sequences. */
export const anyText = fc.oneof(
  japanese,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\u001B[31m',
          '\u001B]0;x\u0007',
          '\u001B',
          '\u009B',
          '\t',
          '\r\n',
          '\u200D',
          '\u0301',
          '\u0E33',
        ),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);
