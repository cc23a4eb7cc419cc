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
const NAMES = ['日', '月', '火', '水', '木', '金', '土'] as const;

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
      const names = span.map((day) => NAMES[day]);
      return names.length > 2 ? `${names.at(0) ?? ''}-${names.at(-1) ?? ''}` : names.join('・');
    })
    .join('・');
}

function shortTime(time: string): string {
  return time.replace(/^0/, '');
}

/** Entries of the guide as data: what each field is for, and what is wrong with one. */
export const guideEntryTexts = {
  text: '文字で書いてください',
  empty: '空にはできません',
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
