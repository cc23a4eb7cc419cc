import type { Notice } from '../../src/domain/notice/notice.ts';

/**
 * A notice that nobody ever sent, and that has no word in common with January's: two targets, nights with a hole, a gap
 * before all-day.
 */
export const madeUpNotice: Notice = {
  id: '2026-made-up',
  title: '診察券の読み取りに向けた入れ替え',
  components: [
    {
      id: 'card-part',
      name: '診察券読取部品',
      versionInfo: 'C:\\Program Files\\Made-Up\\Version.info',
      recordNames: ['診察券プラグイン'],
    },
  ],
  targets: [
    { component: 'link-app', version: '4.7.2' },
    { component: 'card-part', version: '2.3.0.4' },
  ],
  delivery: {
    timeZone: 'Asia/Tokyo',
    firstNight: '2026-01-19',
    lastNight: '2026-01-27',
    excludedNights: ['2026-01-26'],
    from: '21:30',
    to: '04:15',
    holes: [{ from: '2026-01-22T01:00', to: '2026-01-22T02:00' }],
    allDayFrom: '2026-02-09',
  },
  by: 'tool',
  steps: [],
  restart: true,
  deadline: '2026-02-13',
  report: {
    number: 'B-7',
    formPath: ['本部のサイトにサインインする', '「連絡の窓口」を開き、「対応済み連絡票」を選ぶ'],
    fields: [
      { id: 'case', label: '案件', kind: 'fixed', length: null, required: true, hint: null, sample: null },
      { id: 'finished', label: '入れ替えた日', kind: 'date', length: null, required: true, hint: null, sample: null },
      { id: 'code', label: '施設の番号', kind: 'digits', length: 10, required: true, hint: '10 桁', sample: null },
      { id: 'who', label: '担当した人', kind: 'text', length: null, required: true, hint: null, sample: '見本花子' },
      { id: 'tel', label: '折り返し先', kind: 'phone', length: null, required: false, hint: null, sample: null },
    ],
  },
  contacts: [
    {
      name: '入れ替えの相談窓口',
      phone: '0120-111-222',
      hours: [{ weekdays: [1, 2, 3], from: '10:00', to: '16:00' }],
      hoursNote: null,
    },
  ],
  faq: [{ question: '今夜は何をしますか。', answer: '次に届く夜は {nextNight} です。最後は {lastNight} です。' }],
  guide: [],
};

/**
 * One that is done by hand: nothing comes at night, nothing is reported, no restart completes it, and it has no last
 * day.
 */
export const byHandNotice: Notice = {
  ...madeUpNotice,
  id: '2026-by-hand',
  title: '診察券の読み取りを手で入れ替える',
  targets: [{ component: 'card-part', version: '2.3.0.4' }],
  delivery: null,
  by: 'hand',
  steps: ['古い部品を「設定」から取り除く', '新しい部品を USB メモリから入れる'],
  restart: false,
  deadline: null,
  report: null,
  faq: [],
};

/**
 * What only January's notice says. The names of the four components are the terminal's, so they may stand where all of
 * them are listed.
 */
export const januaryWords: readonly (RegExp | string)[] = [
  '顔認証ライブラリ',
  '顔認証DLL',
  /5\.1\.0/,
  'ORCA',
  'おるか',
  'クレオ',
  'マスターメニュー',
  '識別番号',
  '完了年月日',
  '完了報告フォーム',
  /四つの/,
  /(?<!\d)20:00|(?<!\d)20 ?時/,
  /(?<![\d:])0?5:00|(?<!\d)5 ?時/,
  '日曜',
  /(?<!\d)1\/(?:25|30|31)(?!\d)/,
  /(?<!\d)1月/,
  /0800-|080-4583/,
  'オンライン資格確認等コールセンター',
];

/** The words of January in a text. */
export function januaryIn(text: string): readonly string[] {
  return januaryWords.flatMap((word) => text.match(word)?.[0] ?? []);
}
