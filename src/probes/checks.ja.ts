import type { ComponentReading, RestartMark } from '../domain/facts.ts';
import { theNight } from '../domain/notice/night-names.ja.ts';

/** What a check says: the state, and what to do about it. Summaries carry no full stop, remedies do. */
export interface CheckText {
  readonly summary: string;
  readonly remedy: string;
}

const askSupport = '端末を納入した業者に連絡してください。';
const readAgain = '読み直してください。続くときは端末を納入した業者に連絡してください。';

export const probeTexts = {
  timedOut: (seconds: number): CheckText => ({
    summary: `${String(seconds)}秒以内に答えがありませんでした`,
    remedy: readAgain,
  }),
  noAnswerInTime: { summary: '時間内に答えがありませんでした', remedy: readAgain },
  cancelled: { summary: '点検を途中でやめました', remedy: '読み直してください。' },
} satisfies Record<string, CheckText | ((seconds: number) => CheckText)>;

/** Of what is replaced by hand nothing is delivered: its own screen says its version. */
function lookForVersion(byHand: boolean): string {
  return byHand
    ? '部品の画面で確かめたバージョンを、「目で確かめる」の画面で入力してください。'
    : '「配信実績の確認」を開き、表示されたバージョンを入力してください。';
}

export const componentVersionTexts = {
  between: '。',
  ok: (target: ComponentReading) =>
    `${target.name}は ${target.installed ?? '-'} です(必要: ${target.required ?? '-'} 以上)`,
  outdated: (target: ComponentReading): CheckText => ({
    summary: `${target.name}は古いままです(${target.installed ?? '-'}、必要 ${target.required ?? '-'})`,
    remedy: '画面の「次にすること」に従って、バージョンアップを進めてください。',
  }),
  /** `named`: the notice asks for more than these, or for several. */
  planned: (waiting: readonly ComponentReading[], named: boolean): CheckText => ({
    summary: `予定どおりです。${waiting
      .map(({ name, required }) => `${named ? `${name} ` : ''}${required ?? '-'}`)
      .join(' と ')} は、最初の配信の夜に届きます`,
    remedy: '画面の「次にすること」に従って、配信の夜に電源を点けたままにしてください。',
  }),
  disagree: (target: ComponentReading, answers: string): CheckText => ({
    summary: `${target.name}のバージョンが食い違っています(${answers})`,
    remedy: '画面の「次にすること」に従って、どちらが正しいか確かめてください。',
  }),
  unknown: (target: ComponentReading, byHand: boolean): CheckText => ({
    summary: `${target.name}のバージョンを読み取れません`,
    remedy: lookForVersion(byHand),
  }),
  ambiguous: (target: ComponentReading, byHand: boolean): CheckText => ({
    summary: `${target.name}のバージョンが一つに決まりません`,
    remedy: lookForVersion(byHand),
  }),
  timedOut: (target: ComponentReading): CheckText => ({
    summary: `${target.name}のバージョンを時間内に読み取れませんでした`,
    remedy: '端末の動きが遅いだけかもしれません。少し待って、読み直してください。',
  }),
  older: (name: string, seen: string, now: string): CheckText => ({
    summary: `${name}が前に見たときより古くなっています(前: ${seen}、今: ${now})`,
    remedy: askSupport,
  }),
  versionInfoUnreadable: (path: string) => ({
    headline: `${path} にバージョンの数字が見つかりません。`,
    tryNext: '「配信実績の確認」を開き、表示されたバージョンを確かめてください。',
  }),
  versionInfoAmbiguous: (path: string) => ({
    headline: `${path} の数字が、この部品のバージョンとは決まりません。`,
    tryNext: '「配信実績の確認」を開き、表示されたバージョンを確かめてください。',
  }),
  settingsUnread: (place: string): string =>
    `設定ファイル(${place})を使えないため、配信実績のファイルがどこか分からず、確かめられません。`,
  recordAhead: (path: string) => ({
    headline: `${path} の行の日付が、いまより先です。まだ入っていないか、時計が違います。`,
    tryNext: '端末の日付と時刻を確かめてから、「配信実績の確認」で表示されたバージョンを確かめてください。',
  }),
  recordUnreadable: (path: string) => ({
    headline: `${path} の行から、いま入っているバージョンを一つに決められません。`,
    tryNext: '「配信実績の確認」を開き、表示されたバージョンを確かめてください。',
  }),
};

export const calendarTexts = {
  before: (firstNight: string) => `配信はまだ始まっていません(最初の夜は ${firstNight})`,
  night: (end: string) => `いま配信の夜です(${end} まで)`,
  day: (nextNight: string) => `次の配信の夜は ${nextNight} です`,
  over: (allDayFrom: string | null) =>
    allDayFrom === null ? '配信の夜はもうありません' : `配信の夜はもうありません。${allDayFrom} から一日中配信されます`,
  hole: (until: string) => `配信の夜ですが、いまは休止中です(${until} まで)`,
  none: 'このお知らせに夜間の配信はありません',
  allDay: '一日中配信されています。バージョンアップは済んでいます',
  excludedTonight: (date: string, next: string | null): CheckText => ({
    summary: `${theNight(date)}は配信がありません`,
    remedy:
      next === null
        ? '今夜は電源を点けたままにしても届きません。'
        : `今夜は電源を点けたままにしても届きません。次の配信の夜は ${next} です。`,
  }),
  allDayOld: {
    summary: '一日中配信が始まっています。受付の最中にエラーになることがあります',
    remedy: '受付の前にバージョンアップを済ませてください。',
  },
  allDayUnknown: {
    summary: '一日中配信が始まっていますが、バージョンを読み取れません',
    remedy: '「配信実績の確認」を開き、表示されたバージョンを入力してください。',
  },
  allDayTimedOut: {
    summary: '一日中配信が始まっていますが、バージョンを時間内に読み取れませんでした',
    remedy: '少し待って、読み直してください。',
  },
};

export const clockTexts = {
  ok: '時計に矛盾はありません',
  zone: (zone: string, own: string, expected: string): CheckText => ({
    summary: `端末の時間帯が ${zone} と違います(端末: ${own}、正しくは ${expected})`,
    remedy: 'Windows の「日付と時刻」で時間帯を直してください。',
  }),
  future: (what: string, at: string): CheckText => ({
    summary: `${what}(${at})が今の時刻より先です`,
    remedy: 'Windows の「日付と時刻」で時計を合わせてください。',
  }),
  bootTime: '起動した時刻',
  lastEntry: '最後の記録の時刻',
  fileTime: (path: string) => `${path} の更新時刻`,
  bootUnknown: { summary: '起動した時刻が分かりません', remedy: readAgain },
};

export const restartStateTexts = {
  /** The answer first: a row that is cut must not end in its opposite. */
  ok: (bootedAt: string) => `再起動待ちの印なし。${bootedAt} に起動しました`,
  longUp: (days: number): CheckText => ({
    summary: `${String(days)}日以上、再起動していません`,
    remedy: '受付の時間を避けて、端末を再起動してください。',
  }),
  fastStartup: {
    summary: '前回の起動は高速スタートアップで、再起動になっていません',
    remedy: '電源を切って入れ直すのではなく、「再起動」をしてください。',
  },
  marks: (names: string): CheckText => ({
    summary: `再起動待ちの印があります(${names})`,
    remedy: '受付の時間を避けて、端末を再起動してください。',
  }),
  bootUnknown: { summary: '起動した時刻が分かりません', remedy: readAgain },
  kindUnknown: {
    summary: '前回の起動が再起動だったかどうか分かりません(種類は不明)',
    remedy: '不安なときは、受付の時間を避けて端末を再起動してください。',
  },
  marksUnknown: { summary: '再起動待ちの印を読み取れません', remedy: readAgain },
  markNames: {
    'component-servicing': 'Windows の部品の更新',
    'windows-update': 'Windows Update',
  } satisfies Record<RestartMark, string>,
};

export const deliveryTaskTexts = {
  ok: (name: string, lastRun: string) => `タスク「${name}」は ${lastRun} に動きました`,
  missing: (name: string): CheckText => ({
    summary: `タスク「${name}」がありません。このままでは何も配信されません`,
    remedy: askSupport,
  }),
  disabled: (name: string): CheckText => ({
    summary: `タスク「${name}」が無効です。このままでは何も配信されません`,
    remedy: 'タスク スケジューラでこのタスクを有効にしてください。',
  }),
  error: (name: string, result: string): CheckText => ({
    summary: `タスク「${name}」の前回の結果がエラーです(${result})`,
    remedy: `タスク スケジューラで「${name}」のユーザーとパスワードを確かめてください。`,
  }),
  neverRan: (name: string): CheckText => ({
    summary: `タスク「${name}」はまだ一度も動いていません`,
    remedy: '受付の時間を避けて端末を再起動し、もう一度調べてください。',
  }),
  silent: (name: string, lastRun: string, hours: number): CheckText => ({
    summary: `タスク「${name}」が${String(hours)}時間以上動いていません(前回: ${lastRun})`,
    remedy: '受付の時間を避けて端末を再起動し、もう一度調べてください。',
  }),
  ahead: (name: string): CheckText => ({
    summary: `タスク「${name}」が前に動いた時刻が、いまより先になっています`,
    remedy: '端末の日付と時刻が正しいか確かめ、1時間ほどあとで調べ直してください。',
  }),
  unreadable: (name: string): CheckText => ({
    summary: `タスク「${name}」の状態を一部読み取れません`,
    remedy: '管理者としてこのコンソールを開き直してください。',
  }),
};

export const powerTexts = {
  ok: 'スリープも高速スタートアップも切ってあります',
  sleep: (minutes: number, hasNights: boolean): CheckText => ({
    summary: `${String(minutes)}分でスリープします${hasNights ? '。夜のあいだに配信が止まります' : ''}`,
    remedy: 'Windows の「電源とスリープ」で、電源接続時のスリープを「なし」にしてください。',
  }),
  fastStartup: {
    summary: '高速スタートアップが有効です。シャットダウンしても再起動になりません',
    remedy: 'Windows の「電源オプション」で「高速スタートアップを有効にする」を外してください。',
  },
  unreadable: { summary: '電源の設定を一部読み取れません', remedy: readAgain },
};

export const networkTexts = {
  ok: '接続先の名前が引け、プロキシが答えます',
  okWithoutProxy: '接続先の名前が引けます',
  noHosts: {
    summary: '調べる接続先が設定にありません',
    remedy: '設定の「接続先」に、調べる名前を書いてください。',
  },
  edns: (host: string): CheckText => ({
    summary: `資格確認の接続先は引けますが、配信の接続先(${host})の名前が引けません`,
    remedy: 'ルーターの DNS(EDNS)の設定を、回線の業者に確かめてください。',
  }),
  base: (host: string): CheckText => ({
    summary: `配信の接続先(${host})の名前が引けません`,
    remedy: '回線とルーターの電源、配線を確かめ、回線の業者に連絡してください。',
  }),
  proxy: (host: string, port: number): CheckText => ({
    summary: `プロキシ(${host}:${String(port)})が答えません`,
    remedy: '回線を確かめ、プロキシの設定を回線の業者に確かめてください。',
  }),
  application: (host: string): CheckText => ({
    summary: `資格確認の接続先(${host})の名前が引けません`,
    remedy: '回線とルーターの電源、配線を確かめ、回線の業者に連絡してください。',
  }),
};

export const diskTexts = {
  ok: (free: string) => `空き容量は ${free} です`,
  low: (free: string, limit: string): CheckText => ({
    summary: `空き容量が ${free} しかありません(目安: ${limit} 以上)`,
    remedy: 'ごみ箱を空にし、「ディスク クリーンアップ」で空きを増やしてください。',
  }),
  unknown: { summary: '空き容量が分かりません', remedy: readAgain },
};

export const readerTexts = {
  ok: (names: readonly string[]) => `カードリーダー(${names.join('、')})が登録され、つながっています`,
  notConnected: {
    summary: 'カードリーダーがつながっていません',
    remedy: 'カードリーダーの電源とケーブルを確かめてください。',
  },
  notRegistered: {
    summary: 'カードリーダーが登録されていません',
    remedy: 'カードリーダーの登録を、端末を納入した業者に確かめてください。',
  },
  connectionUnknown: { summary: 'カードリーダーがつながっているか分かりません', remedy: readAgain },
  registrationUnreadable: (path: string): CheckText => ({
    summary: `${path} を読み取れません`,
    remedy: askSupport,
  }),
};

export const toolTexts = {
  ok: '「配信アプリケーション管理ツール」を開けます',
  missing: {
    summary: '「配信アプリケーション管理ツール」がありません',
    remedy: 'デスクトップにアイコンがあるか確かめ、ないときは端末を納入した業者に連絡してください。',
  },
  cannotOpen: {
    summary: '「配信アプリケーション管理ツール」の開き方が分かりません',
    remedy: 'デスクトップのアイコンから開いてください。',
  },
};

export const sessionTexts = {
  local: (user: string) => `${user} が端末の前で使っています`,
  remote: (user: string) => `${user} が遠隔操作で使っています`,
  nowhere: (user: string) => `${user} が使っています(遠隔操作かどうかは分かりません)`,
  somebody: '利用者(名前は分かりません)',
  signedIn: '端末にサインインしている利用者',
  otherUser: (user: string, desktopUser: string) => ({
    summary: `このコンソールは、画面の利用者(${desktopUser})とは別の利用者(${user})で動いています`,
    remedy:
      'このままでも使えます。再起動のあとは自動では開かないので、手で開いてください。' +
      'ほかに理由がなければ、閉じて、サインインしている利用者のまま開き直してください。',
  }),
  locked: {
    summary: '画面がロックされています。ボタンを押す操作ができません',
    remedy: 'ロックを解除してください。',
  },
  unknown: { summary: '画面の状態(ロック、遠隔操作)が分かりません', remedy: readAgain },
};
