import { followingDay, theNight } from '../../domain/notice/night-names.ja.ts';

/** How a step of the notice stands; `needless`: the version is there without it. */
const progressMarks = { done: '[済]', needless: '[-]', open: '[ ]' } as const;

/** The status screen. */
export const statusTexts = {
  takeOver: 'この画面から操作する',
  otherNotice: (title: string, deadline: string | null): string =>
    `ほかに開いているお知らせ: ${title}${until(deadline)}`,
  doneNotice: (title: string): string => `済んだお知らせ: ${title}`,
  /** This notice is done, and another one is open. */
  goOn: '次のお知らせに進む',
  foldChecks: '問題のない点検をたたむ',
  quietChecks: (count: number): string => `問題のない点検 ${String(count)} 項目を表示する`,
  reading: '端末を調べています。',
  headings: {
    component: '部品',
    installed: '現在',
    required: '必要',
    sources: '読み取り元',
    checks: '点検',
    next: '次にすること',
  },
  /** Beside the target that decides. */
  others: (count: number): string => ` ほか ${String(count)} 件`,
  /** Components of which the notice asks nothing. */
  folded: (count: number): string => `ほかの部品 ${String(count)} 件は、このお知らせの対象外です`,
  notRequired: '-',
  changed: '変化あり',
  unknownVersion: '不明',
  readAt: (clock: string, minutes: number): string =>
    minutes < 1 ? `${clock} に確認` : `${clock} に確認(${String(minutes)} 分前)`,
  /** Of the checks, how many have their result. */
  progress: (done: number, all: number): string => `確認中 ${String(done)}/${String(all)}`,
  /** Beside a check that has no result yet. */
  pendingCheck: (seconds: number, limit: number): string =>
    seconds < 1 ? '..' : `.. ${String(seconds)} 秒(${String(limit)} 秒で打ち切り)`,
  pendingVersion: '..',
  pendingStep: '次にすることを確かめています',
  waitsFor: (checks: readonly string[], more: number): string =>
    `結果待ち: ${[...checks, ...(more > 0 ? [`${checks.length > 0 ? 'ほか' : ''}${String(more)}件`] : [])].join('、')}`,
  /** `days` below 0: it is over. */
  deadline: (date: string, days: number): string =>
    `期限 ${date} ${days < 0 ? '過ぎています' : days === 0 ? '今日まで' : `あと${String(days)}日`}`,
  notice: (title: string): string => `お知らせ: ${title}`,
  terminals: (count: number, done: number): string =>
    `医院の端末 ${String(count)} 台中 ${done >= count ? 'すべて' : `${String(done)} 台`}済み`,
  progressStep: (number: number, name: string, standing: keyof typeof progressMarks): string =>
    `${String(number)}${name}${progressMarks[standing]}`,
  progressMarks,
  progressSteps: {
    power: '電源',
    download: '取得',
    hand: '手順',
    restart: '再起動',
    version: 'バージョン',
    report: '報告',
  },
  moment: {
    prepared: '今夜することは、もうありません。この画面は閉じてかまいません。明日の朝、もう一度開いてください。',
    delivering: (until: string): string => `いま配信の時間です(${until} まで)。触らずに、点けたままにしてください。`,
    excluded: (next: string | null): string =>
      `今夜は配信がありません。点けたままにしても届きません。${next === null ? '' : `次は ${theNight(next)}です。`}`,
    doneHere: (title: string, deadline: string | null): string =>
      `このお知らせは完了しました。ほかのお知らせが残っています: ${title}${until(deadline)}`,
    done: 'すべて完了しました。閉じてかまいません。記録は「履歴」の画面から印刷して残せます。',
  },
  /** What the journal knows, while this start's reading has not said it yet. */
  before: {
    pressed: (at: string): string => `前回の記録: ${at} に「今すぐダウンロード」を押しました。`,
    stepsDone: (at: string): string => `前回の記録: ${at} にお知らせの手順を行いました。`,
    restartAsked: (at: string): string => `前回の記録: ${at} に再起動を指示しました。`,
    prepared: (night: string, at: string): string => `前回の記録: ${theNight(night)}の準備は済んでいます(${at})。`,
    reportSent: (at: string): string => `前回の記録: ${at} に完了報告を送りました。`,
  },
  calendar: {
    before: (night: string): string => `配信: 最初の夜は ${theNight(night)}`,
    night: (until: string): string => `配信: いま配信の時間です(${until} まで)`,
    'excluded-night': (night: string): string => `配信: 今夜はありません。次は ${theNight(night)}`,
    day: (night: string): string => `配信: 次は ${theNight(night)}`,
    'all-day': '配信: 一日中配信されています',
    over: (allDayFrom: string | null): string =>
      `配信: 夜間の配信は終わりました${allDayFrom === null ? '' : `。${allDayFrom} から一日中です`}`,
    hole: (until: string): string => `配信: 配信の夜ですが、${until} まで休止中です`,
    none: '配信: 夜間の配信はありません',
  },
  unreadable: '読めません',
  timedOut: '時間切れ',
  lastKnown: (version: string, at: string): string => `前回 ${version} (${at})`,
  /** Several versions, of which none is clearly the one that is installed. */
  ambiguous: '決まりません',
  absent: 'なし',
  beside: {
    remedy: '対応',
    why: '原因',
    procedure: '手順',
    call: '問い合わせ先',
    nights: '配信の夜',
    night: (date: string, delivers: boolean): string => `${theNight(date)}${delivers ? '' : ' 配信なし'}`,
  },
  /** `night` as `theNight` names it. */
  nightProof: {
    up: (night: string, hours: { readonly from: string; readonly to: string } | null): string =>
      `${night}は、${hours === null ? '' : span(hours)}点いていました。`,
    down: (night: string, at: string): string => `${night}は、途中の ${at} に起動し直しています。`,
    plannedRestart: (night: string, at: string): string =>
      `${night}は、${at} に予定どおり再起動しています。ほかに途切れた記録はありません。`,
    unknown: (night: string): string => `${night}に点いていたかどうかは、わかりません。`,
    /** Why it is not known. */
    doubts: {
      'later-boot': '朝までの起動の記録がないためです。',
      'clock-moved': '端末の時計が途中で変わり、起動した時刻と動いていた時間が合わないためです。',
      'no-full-boot': '最後の起動が再起動ではない(高速スタートアップや休止など)ためです。',
      'fast-startup': '高速スタートアップが有効で、途中で切っても起動の記録に出ないためです。',
      'fast-startup-unread': '高速スタートアップの設定を読み取れないためです。',
      'may-sleep': 'スリープが設定されていて、途中で眠ったかもしれないためです。',
      'sleep-unread': 'スリープの設定を読み取れないためです。',
    },
  },
} as const;

function until(deadline: string | null): string {
  return deadline === null ? '' : `(期限 ${deadline})`;
}

function span({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${hour(from)}から${followingDay({ from, to })} ${hour(to)}まで`;
}

/** `20:00` as `20 時`, `05:30` as `5 時 30 分`. */
function hour(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  return minutes === 0 ? `${String(hours)} 時` : `${String(hours)} 時 ${String(minutes)} 分`;
}
