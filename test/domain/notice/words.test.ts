import { describe, expect, it } from 'vitest';
import { stepIds } from '../../../src/domain/facts.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import {
  filled,
  filledRows,
  holds,
  stepTitle,
  traits,
  wordNames,
  wordsOf,
  wordsOfNone,
} from '../../../src/domain/notice/words.ts';
import { connection, january, noticeWith, replacement } from './builders.ts';

const says = (text: string, notice: Notice = january): string => filled(text, wordsOf(notice));

describe('the words of a notice', () => {
  it('are its component, version, form, hours, last day, contact and fields', () => {
    expect(wordsOf(january)).toMatchObject({
      component: ['顔認証ライブラリ'],
      version: ['5.1.0'],
      form: ['完了報告フォーム'],
      from: ['20:00'],
      to: ['翌朝5:00'],
      deadline: ['1/30(金)'],
      contact: ['オンライン資格確認等コールセンター(0800-080-4583)'],
      fields: ['識別番号', '完了年月日', '医療機関名', '電話番号'],
    });
  });

  it('are several where it asks for several, its own among them, in its order', () => {
    expect(wordsOf(connection)).toMatchObject({
      component: ['連携アプリケーション', 'ブラウザ拡張機能'],
      version: ['4.1.0', '2.0.0.0'],
    });
  });

  it('are not there where it has no such thing', () => {
    expect(wordsOf(replacement)).toMatchObject({ form: [], from: [], to: [], deadline: [], fields: [] });
  });

  it('tell of the next morning only where the night runs into it', () => {
    expect(says('{from} から {to}', noticeWith({ from: '01:00', to: '05:30' }))).toBe('1:00 から 5:30');
    expect(says('{from} から {to}', noticeWith({ from: '21:30', to: '04:15' }))).toBe('21:30 から 翌朝4:15');
  });

  it.each<[readonly string[], string]>([
    [['「メニュー」の「お知らせ」を開く', '「対応済み連絡票」を開く'], '「対応済み連絡票」'],
    [['「お知らせ」を開く', 'いちばん下まで進む'], '「お知らせ」'],
    [['電話で知らせる'], '完了報告のフォーム'],
  ])('call the form what the way to it names last: %j', (formPath, form) => {
    expect(says('「{form}」', { ...january, report: { ...january.report, formPath } })).toBe(form);
  });
});

describe('a text with the names of words', () => {
  it.each<[string, string, string]>([
    ['{component}を確かめる', '顔認証ライブラリを確かめる', '連携アプリケーションとブラウザ拡張機能を確かめる'],
    ['「{component}」の行', '「顔認証ライブラリ」の行', '「連携アプリケーション」と「ブラウザ拡張機能」の行'],
    ['{version} 以上', '5.1.0 以上', '4.1.0と2.0.0.0 以上'],
    ['「{form}」で送る', '「完了報告フォーム」で送る', '完了報告のフォームで送る'],
    ['{from} から {to} まで', '20:00 から 翌朝5:00 まで', '夜 から 翌朝 まで'],
    ['期限: {deadline}', '期限: 1/30(金)', '期限: 2/20(金)'],
    ['「{fields}」', '「識別番号」、「完了年月日」、「医療機関名」、「電話番号」', '項目'],
    ['{nextNight}、「{key}」、{}', '{nextNight}、「{key}」、{}', '{nextNight}、「{key}」、{}'],
    ['「{version}」({version})', '「5.1.0」(5.1.0)', '「4.1.0」と「2.0.0.0」(4.1.0と2.0.0.0)'],
    ['言葉だけ', '言葉だけ', '言葉だけ'],
  ])('%s', (text, one, several) => {
    expect(says(text)).toBe(one);
    expect(says(text, connection)).toBe(several);
  });

  it.each(wordNames.filter((name) => name !== 'otherNames'))(
    'has a general word for {%s} where no notice is known, quoted or not',
    (name) => {
      const word = filled(`{${name}}`, wordsOfNone);
      expect(word).toMatch(/^[^{}「」]+$/);
      expect(filled(`「{${name}}」`, wordsOfNone)).toBe(word);
    },
  );

  it('does not fill what stands in a word of the notice', () => {
    const title = '部品{version}';
    const odd = {
      ...connection,
      components: [{ id: 'browser-extension', name: title, versionInfo: null, recordNames: [] }],
    };
    expect(says('{component}', odd)).toBe(`連携アプリケーションと${title}`);
    expect(says('「{component}」', odd)).toBe(`「連携アプリケーション」と「${title}」`);
  });
});

describe('until when a night goes', () => {
  it.each([
    ['20:00', '05:00', '20:00から翌朝5:00'],
    ['20:00', '20:00', '20:00から翌日20:00'],
    ['01:00', '04:30', '1:00から4:30'],
  ])('from %s to %s', (from, to, said) => {
    expect(says('{from}から{to}', noticeWith({ from, to }))).toBe(said);
  });
});

describe('what stands only under a condition', () => {
  it('is what the notice has', () => {
    const held = (notice: Notice) => traits.filter((trait) => holds(trait, wordsOf(notice)));
    expect(held(january)).toEqual([...traits]);
    expect(held(noticeWith({ allDayFrom: null }))).toEqual(traits.filter((trait) => trait !== 'all-day'));
    expect(held(connection)).toEqual(['tool', 'restart']);
    expect(held(replacement)).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['{restart:再起動する。}{no-restart:読み直す。}', '再起動する。', '再起動する。', '読み直す。'],
    ['朝{delivery:({from} から)}に見る', '朝(20:00 から)に見る', '朝に見る', '朝に見る'],
    ['{report:「{form}」で{restart:再起動のあと}送る}', '「完了報告フォーム」で再起動のあと送る', '', ''],
    ['{tool:押す{no-delivery:、いつでも}}{no-tool:行う}', '押す', '押す、いつでも', '行う'],
    ['{all-day:一日中}{no-all-day:夜だけ}', '一日中', '夜だけ', '夜だけ'],
    ['{moon:満月}', '{moon:満月}', '{moon:満月}', '{moon:満月}'],
  ])('%s', (text, under, without, byHand) => {
    expect([says(text), says(text, connection), says(text, replacement)]).toEqual([under, without, byHand]);
  });
});

describe('rows', () => {
  it('that are nothing but the name of a word are all of its words; one that nothing is left of is none', () => {
    const rows = ['開く', '{way}', '{restart:再起動する}', '{no-restart:読み直す}', '{component}'];
    expect(filledRows(rows, wordsOf(january))).toEqual([
      '開く',
      ...january.report.formPath,
      '再起動する',
      '顔認証ライブラリ',
    ]);
    expect(filledRows(rows, wordsOf(replacement))).toEqual(['開く', '読み直す', 'ブラウザ拡張機能']);
  });
});

describe('the next step', () => {
  it('is named with the form of the notice', () => {
    expect(stepTitle('send-report', wordsOf(january))).toBe('「完了報告フォーム」で完了報告を送る');
    expect(stepTitle('send-report', wordsOfNone)).toBe('完了報告のフォームで完了報告を送る');
  });

  it.each(stepIds)('%s leaves no name of a word in it', (step) => {
    for (const notice of [january, connection, replacement])
      expect(stepTitle(step, wordsOf(notice))).not.toMatch(/[{}]/);
  });
});
