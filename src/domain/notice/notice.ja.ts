import { WEEKDAYS } from '../time.ts';

/** Whom to call, and when somebody answers there. */
export const contactTexts = {
  contact: (name: string, phone: string): string => `${name} ${phone}`,
  hours: (hours: string): string => `受付時間: ${hours}`,
  open: (now: string): string => `今は受付時間の中です(${now})。`,
  closed: (now: string): string => `今は受付時間の外です(${now})。`,
} as const;

interface Hours {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** The week as people at work read it: it begins on Monday. `0` is Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** `月-金 8:00-18:00 / 土 8:00-16:00` */
export function hoursInWords(hours: readonly Hours[]): string {
  return hours
    .map(({ weekdays, from, to }) => {
      const morning = to <= from ? '翌' : '';
      return `${daysInWords(weekdays)} ${shortTime(from)}-${morning}${shortTime(to)}`;
    })
    .join(' / ');
}

/** Days that follow each other as a span, from three on. */
function daysInWords(weekdays: readonly number[]): string {
  const spans: (typeof WEEK)[number][][] = [[]];
  for (const day of WEEK) {
    if (weekdays.includes(day)) spans.at(-1)?.push(day);
    else spans.push([]);
  }
  return spans
    .filter((span) => span.length > 0)
    .map((span) => {
      const names = span.map((day) => WEEKDAYS[day]);
      return names.length > 2 ? `${names.at(0) ?? ''}-${names.at(-1) ?? ''}` : names.join('・');
    })
    .join('・');
}

/** `05:00` as `5:00` */
export function shortTime(time: string): string {
  return time.replace(/^0/, '');
}

/** Entries of the guide as data: what each field is for, and what is wrong with one. */
export const guideEntryTexts = {
  text: '文字で書いてください',
  empty: '空にはできません',
  blank: '空白だけにはできません',
  list: '[ ] の中に一つずつ並べて書いてください',
  oneRow: '一つ以上書いてください',
  id: '英小文字、数字、ハイフンで書いてください(例 my-entry)',
  fields: {
    id: '項目の名前。英小文字、数字、ハイフン。組み込みの項目と同じ名前にすると、その項目を置き換えます。',
    title: '一覧に出る見出し。',
    see: 'このように見えます: カードリーダーと画面に見えるもの。一行に一つ。',
    why: '原因。',
    do: '対応。上から順に、一行に一つの動作。',
    call: 'それでも直らないときの連絡先。',
    words: '探すときの言葉(エラーコード、読みがななど)。なければ空の [ ]。',
  },
} as const;

/** What is wrong with a notice's file. */
export const noticeTexts = {
  remedy:
    'ファイルを直すか、notices の外に移すか、別のお知らせを --notice で指定してください。「oqs-console notice ファイル」で、直すところがすべて分かります。',
  formatVersion: '1 か 2 を書いてください(新しいお知らせは 2)',
  id: '英小文字、数字、ハイフンで書いてください',
  version: '数字を点で区切って書いてください(例 5.1.0)',
  time: 'HH:MM で書いてください(例 20:00)',
  year: '西暦の年を 20 から始まる四けたで書いてください',
  localTime: '日付と時刻を書いてください(例 2026-01-22T03:00)',
  timeZone: '知らない時間帯です(例 Asia/Tokyo)',
  digits: '数字だけで書いてください',
  path: 'ドライブから始まる場所を書いてください(例 C:\\\\Program Files\\\\App\\\\Version.info)。なければ null',
  placeholder: (unknown: readonly string[], known: readonly string[]): string =>
    `知らない差し込みです: ${unknown.join(', ')}(使えるもの: ${known.join(', ')})`,
  repeated: (id: string): string => `「${id}」が二度出ています`,
  builtIn: (id: string): string => `「${id}」は、はじめからある部品の名前です。targets にそのまま書けます`,
  sharedName: (name: string): string => `「${name}」だけでは、どの部品か決まりません`,
  noLetter: '文字を一つ以上入れてください',
  reserved: (id: string): string => `「${id}」は使えません。別の名前にしてください`,
  noTarget: '部品とバージョンを一つ以上書いてください',
  unknownComponent: (id: string, known: readonly string[]): string =>
    `「${id}」という部品がありません(使えるもの: ${known.join(', ')}。ほかの部品は components に書きます)`,
  toolWithSteps: 'by が tool のときは空の [ ] にしてください。手順を書くときは by を hand にします',
  handWithoutSteps: 'by が hand のときは、手順を一つ以上書いてください',
  handWithDelivery: 'by が hand のときは null にしてください。夜の配信があるときは by を tool にします',
  lastBeforeFirst: '最初の夜(firstNight)より前の日付です',
  tooManyNights: (count: number, most: number): string =>
    `夜が ${String(count)} あります。${String(most)} までにしてください`,
  outsideNights: '配信期間の外の日付です',
  noNightLeft: '配信のある夜が一つもありません',
  allDayTooEarly: '最後の夜(lastNight)より後の日付にしてください',
  holeBackwards: '終わり(to)は、始まり(from)より後にしてください',
  holeOutside: '配信のある一つの夜の中に収めてください',
  holeInExcluded: '配信のない夜(excludedNights)の中です。ここには書けません',
  holeIsNight: '一晩ぜんぶは excludedNights に書いてください',
  holesMeet: '前に書いたものと重なるか、続いています。一つにまとめてください',
  deadlineTooEarly: '最初の夜(delivery.firstNight)より前の日付です',
  noNumber: '番号(report.number)が null なので、fixed は使えません',
  lengthOfDigits: '桁数は kind が digits のときだけ書けます。ほかは null にしてください',
} as const;

/** What stands in the place of a notice's words, and around them. */
export const noticeWords = {
  /** Between several: a state is one's or the other's, what is to be done is both's. */
  between: (name: string): string => (name === 'anyOf' ? 'か' : name === 'fields' ? '、' : 'と'),
  /** What technicians call the face library. */
  faceLibrary: '顔認証DLL',
  contact: (name: string, phone: string): string => `${name}(${phone})`,
  /** Where the notice has no such thing. */
  general: {
    component: '部品',
    anyOf: '部品',
    otherNames: '',
    version: '求められたバージョン',
    form: '完了報告のフォーム',
    way: 'フォームの開き方',
    from: '夜',
    to: '翌朝',
    deadline: '期限なし',
    contact: '問い合わせ先',
    fields: '項目',
  },
} as const;
