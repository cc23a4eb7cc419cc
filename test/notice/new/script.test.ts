import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFormat2, type Format2 } from '../../../src/domain/notice/format-2.ts';
import { parseNotice } from '../../../src/domain/notice/schema.ts';
import type { Question } from '../../../src/notice/new/ask.ts';
import { answered, begin, isHelp, type Interview, put, putHelp } from '../../../src/notice/new/interview.ts';
import { noticeScript, pathScript } from '../../../src/notice/new/script.ts';
import { scriptTexts } from '../../../src/notice/new/script.ja.ts';
import { template } from '../../../src/notice/new/template.ts';
import { width } from '../../../src/text/cells.ts';
import { instant } from '../../domain/notice/builders.ts';
import { exampleText } from '../examples.ts';

const TODAY = '2026-01-05';
const NOW = instant('2026-01-05T14:00:00+09:00');

type Notes = Interview<Format2 | null>;

function played(...answers: readonly string[]): Notes {
  return answers.reduce<Notes>(
    answered,
    begin(() => noticeScript(TODAY, NOW)),
  );
}

function asked({ now }: Notes): Question {
  if ('result' in now) throw new Error(`it is over: ${JSON.stringify(now.result)}`);
  return now.question;
}

function result({ now }: Notes): Format2 | null {
  if ('question' in now) throw new Error(`it asks: ${now.question.text} ${now.question.problem ?? ''}`);
  return now.result;
}

/** What is written, as the program reads it. */
function readBack(notes: Notes) {
  return parseNotice(JSON.stringify(result(notes)), 'n.json');
}

/** Up to the report: the face library by the tool, January's nights. */
const january = ['3', '5.1.0', '', '', '1/19', '1/30', '1/25', '', '', '', '', '', ''];
const enter = (count: number): readonly string[] => Array.from({ length: count }, () => '');

describe('the questions', () => {
  it('lead to January 2026, mostly by Enter', () => {
    const notes = played(
      ...january,
      'はい',
      '150',
      'ORCA にログインする',
      '「完了報告フォーム」を開く',
      ...enter(2),
      ...enter(8),
    );
    expect(result(notes)).toEqual({
      formatVersion: 2,
      id: '2026-01-face-library',
      title: '2026年1月 顔認証ライブラリ 5.1.0 へのバージョンアップ',
      targets: [{ component: 'face-library', version: '5.1.0' }],
      delivery: {
        timeZone: 'Asia/Tokyo',
        firstNight: '2026-01-19',
        lastNight: '2026-01-30',
        excludedNights: ['2026-01-25'],
        from: '20:00',
        to: '05:00',
        allDayFrom: '2026-01-31',
      },
      by: 'tool',
      steps: [],
      restart: true,
      deadline: '2026-01-30',
      report: expect.objectContaining({
        number: '150',
        formPath: ['ORCA にログインする', '「完了報告フォーム」を開く'],
      }),
      contacts: [expect.objectContaining({ phone: '0800-080-4583' })],
      faq: [],
      guide: [],
    });
    const ids = readBack(notes).report?.fields.map(({ id, kind }) => [id, kind]);
    expect(ids).toEqual([
      ['identification-number', 'fixed'],
      ['completed-on', 'date'],
      ['clinic-name', 'text'],
      ['phone', 'phone'],
    ]);
  });

  it('lead to two components, one of the notice own, typed with Japanese input on', () => {
    const notes = played(
      '２、５',
      'ブラウザ拡張機能',
      'browser-extension',
      String.raw`C:\Program Files\OQS-Auth\ext\Version.info`,
      '拡張プラグイン',
      'いいえ',
      '４．１．０',
      '2.0.0.0',
      '１',
      'いいえ',
      'はい',
      '12/20',
      'ｎ',
      ...enter(8),
    );
    const { components, targets, delivery, deadline, report } = readBack(notes);
    const wanted = parseNotice(exampleText('2024-11-connect'), 'n.json');
    expect({ components, targets, delivery, report }).toEqual({
      components: wanted.components,
      targets: wanted.targets,
      delivery: null,
      report: null,
    });
    expect(deadline).toBe('2026-12-20');
  });

  it('lead to steps by hand, without asking for nights', () => {
    const notes = played(
      '5',
      '拡張',
      '',
      '',
      '',
      '',
      '2.1.0.0',
      '2',
      '閉じる',
      '開く',
      '',
      '',
      '3/31',
      'いいえ',
      ...enter(8),
    );
    expect(readBack(notes)).toMatchObject({
      by: 'hand',
      steps: ['閉じる', '開く'],
      delivery: null,
      restart: false,
      deadline: '2026-03-31',
      components: [
        { id: expect.stringMatching(/^part-[a-z0-9]{6}$/), name: '拡張', versionInfo: null, recordNames: [] },
      ],
    });
  });

  it('take steps without the numbers that they were typed with, and a list to its end in other words', () => {
    const typed = ['1. 閉じる', '２．開く', '3、「3.0」と出る', '1. 押す', '6.0 を見る', 'いいえ'];
    const notes = played('5', '拡張', ...enter(4), '2.1', '2', ...typed, '', '', 'なし', ...enter(8));
    expect(result(notes)?.steps).toEqual(['閉じる', '開く', '「3.0」と出る', '1. 押す', '6.0 を見る']);
    expect(result(notes)?.report).toBeNull();
  });

  it('take a number typed full-width as a form wants it', () => {
    const notes = played(...january, '', 'Ｒ－２０５', '「報告」を開く', '', ...enter(9));
    expect(result(notes)?.report?.number).toBe('R-205');
  });

  it('show how ten digits are written only of digits', () => {
    const field = [...january, '', 'A-1', '「報告」を開く', '', '2', 'x'];
    expect(asked(played(...field, '4', '10桁', '')).example).toBe(scriptTexts.hint.example);
    expect(asked(played(...field, '3', '')).example).toBeNull();
  });

  it('propose for a part of the notice own an id that the same name alone has', () => {
    const proposed = (name: string): string => asked(played('5', name)).standard ?? '';
    const names = [
      '帳票出力ドライバー',
      'ブラウザ拡張機能',
      '拡張 2',
      '拡張 3',
      'Chrome 拡張',
      'Edge 拡張',
      'link app',
      'reader app',
    ];
    const ids = names.map(proposed);
    expect(new Set(ids).size).toBe(names.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
    expect(proposed('帳票出力ドライバー')).toBe(ids[0]);
    expect(ids[4]).toMatch(/^chrome-/);
    expect(proposed('OQS Helper')).toBe('oqs-helper');
  });

  it('lead to holes, and to fields of every kind', () => {
    const fields = [
      ['お知らせ番号', '1', ''],
      ['医療機関コード', '4', '10', 'はい', '左詰め', '0000000000'],
      ['済んだ日', '2', ''],
      ['医院名', '3', 'はい', '', ''],
      ['連絡先', '5', 'いいえ', '', ''],
    ].flat();
    // Of two that meet the second is asked for again, and so is a night of another century.
    const holes = ['1/22 3:00-4:00', '1/22 3:30-4:30', '1/23 1:00-2:00', ''];
    const notes = played(
      '3',
      '5.1.0',
      '',
      '',
      'R99.1.19',
      '1/19',
      '1/30',
      '',
      '',
      '',
      ...holes,
      'なし',
      '',
      '',
      '',
      'A-12',
      '「報告」を開く',
      '',
      '2',
      ...fields,
      '',
      ...enter(8),
    );
    const { delivery, report } = readBack(notes);
    expect(delivery).toMatchObject({
      holes: [
        { from: '2026-01-22T03:00', to: '2026-01-22T04:00' },
        { from: '2026-01-23T01:00', to: '2026-01-23T02:00' },
      ],
      allDayFrom: null,
    });
    expect(report?.fields).toEqual([
      {
        id: 'identification-number',
        label: 'お知らせ番号',
        kind: 'fixed',
        length: null,
        required: true,
        hint: null,
        sample: null,
      },
      {
        id: 'field-2',
        label: '医療機関コード',
        kind: 'digits',
        length: 10,
        required: true,
        hint: '左詰め',
        sample: '0000000000',
      },
      { id: 'completed-on', label: '済んだ日', kind: 'date', length: null, required: true, hint: null, sample: null },
      { id: 'clinic-name', label: '医院名', kind: 'text', length: null, required: true, hint: null, sample: null },
      { id: 'phone', label: '連絡先', kind: 'phone', length: null, required: false, hint: null, sample: null },
    ]);
  });

  it('give a name that is filled in only to what is the clinic’s number and the day of completion', () => {
    const fields = [
      ['ＦＡＸ番号', '4', 'いいえ', '', ''],
      ['電話番号', '4', 'はい', '', ''],
      ['機器の購入日', '1', 'はい'],
      ['次回の対応予定日', '1', 'いいえ'],
      ['完了年月日', '1', 'はい'],
    ].flat();
    const notes = played(...january, '', 'なし', '「報告」を開く', '', '2', ...fields, '', ...enter(8));
    const ids = readBack(notes).report?.fields.map(({ id, label }) => [label, id]);
    expect(ids).toEqual([
      ['ＦＡＸ番号', 'field-1'],
      ['電話番号', 'phone'],
      ['機器の購入日', 'field-3'],
      ['次回の対応予定日', 'field-4'],
      ['完了年月日', 'completed-on'],
    ]);
  });

  it('offer no field for a number that there is not', () => {
    const notes = played(...january, '', 'なし', '「報告」を開く', '', '2', '医院名');
    expect(asked(notes).above.join('\n')).not.toContain('番号(');
    expect(asked(notes).above[0]).toContain('日付');
  });

  it('end in the page that the notice will say, and in nothing where it is not wanted', () => {
    const notes = played(...january, 'いいえ', ...enter(7));
    expect(asked(notes).text).toBe(scriptTexts.write.text);
    expect(asked(notes).above).toContain('  2026/1/25(日) 配信なし');
    expect(result(answered(notes, 'いいえ'))).toBeNull();
  });
});

describe('an answer that cannot be', () => {
  it.each<readonly [string, readonly string[], string, string]>([
    ['nothing where there must be something', [], '', '答え'],
    ['a number that is not offered', [], '9', '1 から 5'],
    ['a version that is none', ['3'], 'v5', '点で区切って'],
    ['a last night before the first', ['3', '5.1.0', '', '', '1/19'], '2026/1/18', '最初の夜'],
    ['an excluded night outside', ['3', '5.1.0', '', '', '1/19', '1/30'], '2/25', '期間の外'],
    ['every night excluded', ['3', '5.1.0', '', '', '1/19', '1/19'], '1/19', '一つもありません'],
    ['a hole by day', ['3', '5.1.0', '', '', '1/19', '1/30', '', '', ''], '1/22 12:00-13:00', '一つの夜の中'],
    ['all-day delivery in the nights', ['3', '5.1.0', '', '', '1/19', '1/30', '', '', '', ''], '2026/1/30', '後の日付'],
    ['a deadline before the first night', january.slice(0, -1), '2026/1/18', '最初の夜'],
    ['a component that is known', ['5', '拡張'], 'link-app', 'はじめから'],
    ['a path without a drive', ['5', '拡張', ''], 'Version.info', 'ドライブ'],
    ['a name that another one has', ['5', '拡張', 'a', '', '', 'はい'], '拡張', 'だけでは'],
    ['a length beyond all forms', [...january, '', '1', 'x', '', '2', 'コード', '4'], '41', '40'],
    ['hours that are none', [...january, 'いいえ', '', ''], 'いつでも', '月-金'],
    ['hours beyond the day', [...january, 'いいえ', '', ''], '月-日 9:00-25:00', '月-金'],
    ['an id with capitals', [...january, 'いいえ', ...enter(6)], 'January', '英小文字'],
  ])('is asked for again: %s', (_, before, text, reason) => {
    const notes = played(...before);
    const again = answered(notes, text);
    expect(asked(notes).problem).toBeNull();
    expect(asked(again)).toEqual({ ...asked(notes), problem: expect.stringContaining(reason) });
    expect(again.answers).toEqual(notes.answers);
  });

  it('counts for nothing in what follows', () => {
    expect(asked(played('9', 'x', '3', 'v', '5.1.0')).text).toBe(scriptTexts.by.text);
  });
});

describe('going back', () => {
  it.each(['<', '＜', ' < '])('%j asks the question before again, and offers what was answered', (key) => {
    const notes = played('3', '5.1.0', key);
    expect(asked(notes)).toEqual({ ...asked(played('3')), standard: '5.1.0' });
    expect(asked(answered(notes, ''))).toEqual(asked(played('3', '5.1.0')));
    expect(asked(answered(notes, '5.2.0'))).toEqual(asked(played('3', '5.2.0')));
  });

  it('at the first question stays there', () => {
    expect(asked(played('<', '<')).text).toBe(scriptTexts.what.text);
  });

  it('through all questions and forward again by Enter alone comes to the same notice', () => {
    const answers = [...january, '', '150', 'ログインする', '「報告」を開く', '', '', ...enter(8)];
    const whole = played(...answers);
    const last = answers.slice(0, -1);
    const back = played(...last, ...last.map(() => '<'));
    expect(back.answers).toEqual([]);
    expect(result(answers.reduce<Notes>((notes) => answered(notes, ''), back))).toEqual(result(whole));
  });

  it('does not count what was typed wrong as a question', () => {
    expect(asked(played('3', 'v', 'w', '<')).text).toBe(scriptTexts.what.text);
  });
});

describe('help', () => {
  it.each(['?', '\uFF1F', ' ? '])('%j changes nothing', (key) => {
    const notes = played('3');
    expect(isHelp(key)).toBe(true);
    expect(answered(notes, key)).toBe(notes);
  });
});

describe('whatever is typed', () => {
  const pool = [
    '',
    '',
    '',
    '1',
    '2',
    '3',
    '5',
    '2,5',
    '1,2,3,4,5',
    'なし',
    'はい',
    'いいえ',
    '1/19',
    '1/30',
    '2/10',
    '2026/1/1',
  ];
  const more = [
    '5.1.0',
    '0.0',
    '20:00',
    '5:00',
    '1/22 3:00-4:00',
    '月-金 9:00-17:00',
    '毎日 0:00-24:00',
    '月 9:00-25:99',
    '0',
    '<',
    '<',
    '?',
    '拡張',
    'link app',
    'a',
  ];

  /** With what is proposed, else with the first answer that is taken, to the end. */
  function finished(notes: Notes): Notes {
    let now = notes;
    while ('question' in now.now) {
      const { standard, problem } = now.now.question;
      const from = now;
      const taken = standard !== null && problem === null ? answered(from, '') : undefined;
      const tries = ['1', '5.1.0', '12/31', 'はい', '拡張', 'なし', '部品 2', '部品 3'].map((text) =>
        answered(from, text),
      );
      now =
        [taken, ...tries].find((each) => each !== undefined && each.answers.length > from.answers.length) ?? played();
      if (now.answers.length === 0) throw new Error(`nothing answers ${asked(from).text}`);
    }
    return now;
  }

  it('leads to questions that fit a terminal, and in the end to a notice that can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pool, ...more), { maxLength: 60 }), (typed) => {
        let notes = played();
        for (const text of typed) {
          if ('result' in notes.now) break;
          const { lines, prompt } = put({ ...notes.now.question, above: [] });
          const shown = [...lines, prompt, ...putHelp(notes.now.question)];
          expect(shown.filter((line) => width(line, 'wide') > 79)).toEqual([]);
          notes = answered(notes, text);
        }
        const end = finished(notes);
        expect(result(end) === null || readBack(end).targets.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a question on a terminal', () => {
  const question = { text: '時刻', above: [], example: '20:00', help: 'いつ', standard: null, problem: null };

  it.each<readonly [Partial<Question>, readonly string[], string]>([
    [{}, [], '時刻 例 20:00: '],
    [{ standard: 'なし' }, [], '時刻 例 20:00 [なし]: '],
    // A default shows by itself how it is written.
    [{ standard: '20:00' }, [], '時刻 [20:00]: '],
    [{ above: ['  1  朝'] }, ['  1  朝'], '時刻 例 20:00: '],
    [{ above: ['  1  朝'], problem: '読めません。' }, ['もう一度: 読めません。'], '時刻 例 20:00: '],
    [{ text: 'あ'.repeat(30) }, [`${'あ'.repeat(30)} 例 20:00`], '> '],
  ])('%j', (part, lines, prompt) => {
    expect(put({ ...question, ...part })).toEqual({ lines, prompt });
  });

  it('for the file says why another name was not taken', () => {
    const notes = begin(() => pathScript('n.json', 'だめです'));
    expect(notes.now).toMatchObject({ question: { standard: 'n.json', above: ['だめです'] } });
    expect(answered(notes, '').now).toEqual({ result: 'n.json' });
    expect(answered(notes, 'お知らせ.JSON').now).toEqual({ result: 'お知らせ.JSON' });
    expect(answered(notes, 'n.txt').now).toMatchObject({ question: { problem: expect.stringContaining('.json') } });
  });
});

describe('the template', () => {
  it.each(['2026-01-20', '2028-02-20', '2026-12-31'])('of %s is a notice that can be read', (today) => {
    const file = template(today);
    expect(parseNotice(JSON.stringify(file), 'n.json')).toEqual(fromFormat2(file));
    expect((file.delivery?.firstNight ?? '') > today).toBe(true);
  });
});
