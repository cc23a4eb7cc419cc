import type { OwnDates } from '../../domain/notice/calendar.ts';
import { followingDay, nightDay } from '../../domain/notice/night-names.ja.ts';
import { dateToShortText } from '../../domain/time.ts';

/** The screen of frequent questions. */
export const faqTexts = {
  heading: 'よくある質問(選ぶと答えが出ます)',
  none: 'このお知らせに、質問と答えはありません。',
  itemEvening: '今夜の準備を開く',
} as const;

/** What tonight, the next night and the last night are, one sentence a line. */
export function datesInWords(
  { tonight, tonightDelivers, nextNight, lastNight, allDayFrom }: OwnDates,
  hours: { readonly from: string; readonly to: string } | null,
): readonly string[] {
  if (hours === null || lastNight === null) return ['このお知らせに夜間の配信はありません。'];
  const allDay = allDayFrom === null ? '' : `${dateToShortText(allDayFrom)} からは一日中配信されます。`;
  const last = `最後の夜: ${nightDay(lastNight, hours)}。${allDay}`;
  const own = dateToShortText(tonight);
  if (nextNight === null) return [`今夜 ${own}: 夜間の配信は終わりました。`, last];
  const tonightDay = nightDay(tonight, hours);
  const said =
    tonightDelivers === true
      ? `今夜 ${tonightDay}: 配信があります(${hours.from} から${followingDay(hours)} ${hours.to} まで)。`
      : `今夜 ${tonightDay}: 配信はありません。`;
  const next = nextNight === tonight ? [] : [`次の配信の夜: ${dateToShortText(nextNight)}(${hours.from} から)`];
  return [said, ...next, last];
}
