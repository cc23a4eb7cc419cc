import { theNight } from '../../domain/notice/night-names.ja.ts';

/** The evening's preparation; `{restart:…}` as in `filled`. */
export const eveningTexts = {
  intro: (from: string, to: string): string =>
    `${from} から ${to} まで、端末とカードリーダーの電源を点けたままにします。{restart:翌朝、診療の前に再起動します。}{no-restart:翌朝、診療の前にバージョンを確かめます。}`,
  hole: (from: string, to: string): string => `${from} から ${to} までは、配信が休みです。`,
  headingChecks: '端末の点検',
  /** Where the night is a later one. */
  headingChecksNow: '端末の点検(今の状態です。その夜の前に、もう一度見てください)',
  headingTicks: '目で確かめること(Enter で確認済みにする)',
  ticks: {
    'reader-power': '顔認証付きカードリーダーの電源を点けたままにする',
    'terminal-stays-on': '端末はシャットダウンも再起動もせず、点けたままにする',
    'display-only-off': '画面を消すときはモニターの電源だけを切る',
  },
  itemLeave: (night: string): string => `${theNight(night)}に点けたままにする(記録する)`,
  recorded: (at: string): string => `この夜の準備は、${at} に記録しました。`,
  nothingLeft: '今夜することは、もうありません。この画面は閉じてかまいません。',
  headingUntilMorning: '翌朝まで、このままにすること',
  current: 'この端末はバージョンアップ済みです。今夜、点けたままにする必要はありません。',
  blockedTicks: '先に上の項目をすべて確かめてください。',
  /** Recording belongs to the night itself: until then nobody knows that all is still so. */
  blockedLater: (night: string, isSmallHours: boolean): string =>
    `今夜は配信がありません。次は ${theNight(night)}です。${isSmallHours ? 'その前の日の夕方' : 'その日'}に記録してください。`,
  blockedNight: '配信のある夜はもうありません。',
  noNights: 'このお知らせに夜間の配信はありません。点けたままにする必要はありません。',
  /** Behind `blockedNight`. */
  allDayFrom: (date: string): string => `${date} からは一日中配信されます。`,
} as const;
