import type { Contradiction } from './contradictions.ts';
import type { Severity } from '../domain/severity.ts';
import type { Change, DeskState, Urgency } from './states.ts';

/** What of an answer does not go with the rest. */
const contradictions: Readonly<Record<Contradiction, string>> = {
  doubled: '同じ項目が二度ある',
  targets: 'お知らせの目標',
  components: '目標と部品の必要なバージョン',
  witnesses: 'バージョンの読み取り元',
  status: '部品の状態と、読み取ったバージョン',
  check: 'バージョンの点検の結果',
  verdict: '判定と次にすること',
  journal: '判定と作業記録',
};

/** The states of the terminals, in words short enough for a column of 26. */
const states: Readonly<Record<DeskState, string>> = {
  failed: '失敗(問い合わせる)',
  'check-failed': '点検できず',
  'no-answer': '回答なし',
  contradictory: '答えが食い違う',
  unknown: '不明(目で確かめる)',
  simulated: '模擬(数えません)',
  'fix-first': '点検を先に直す',
  restart: '再起動が必要',
  'download-now': 'ダウンロードが必要',
  'by-hand-steps': 'お知らせの手順が必要',
  'leave-on-overnight': '夜に点けたままにする',
  'other-step': 'そのほかの作業が必要',
  'send-report': '済み(報告がまだ)',
  'all-done': 'すべて済み',
};

/** What must happen, and by when, in words short enough for a column of 20. */
const urgencies: Readonly<Record<Urgency, string>> = {
  restart: '開院前に再起動',
  failed: '開院前に問い合わせ',
  late: 'すぐに済ませる',
  contradictory: '答えを確かめる',
  unknown: '端末を確かめる',
  silent: '答えがない',
  later: '期限までに済ませる',
  spare: '予備機(急がない)',
  report: '報告を送る',
  done: 'なし',
};

/** As the monitoring programs call them. */
const severities: Readonly<Record<Severity, string>> = {
  critical: 'CRITICAL',
  warning: 'WARNING',
  unknown: 'UNKNOWN',
  ok: 'OK',
};

const changes: Readonly<Record<Change, string>> = {
  'newly-bad': '悪化',
  'newly-done': '新しく済み',
  moved: '状態が変わった',
  unchanged: '変わらず',
  new: '前の答えなし',
};

/** What the desk says in its table, its CSV and on its screen alike. */
export const deskTexts = {
  states,
  urgencies,
  severities,
  changes,
  count: (what: string, count: number): string => `${what} ${String(count)}`,
  between: '、',
  spare: '予備機',
  called: '電話済み',
  notCalled: '電話がまだ',
  calledAt: (time: string): string => `電話済み ${time}`,
  overdue: '期限を過ぎています',
  nearDeadline: '期限が近い',
  unchangedFor: (days: number): string => (days === 0 ? changes.unchanged : `${String(days)}日前から`),
  /** The clinic's name behind its code. */
  named: (code: string, name: string): string => `${code} ${name}`,
  contact: {
    phone: (phone: string): string => `電話 ${phone}`,
    person: (person: string): string => `担当 ${person}`,
    opens: (time: string): string => `開院 ${time}`,
  },
  deadline: (time: string): string => `期限: ${time}`,
  unknownClinic: '不明(医療機関がわからない)',
  stale: '古い回答',
  ahead: '未来の時刻',
  unknown: '不明',
  noVersion: '-',
  betweenVersions: ' / ',
  underNotice: (id: string): string => `お知らせ ${id}`,
  otherNotices: (ids: readonly string[]): string => `ほかに開いているお知らせ: ${ids.join('、')}`,
  clinicDone: (done: number, all: number, allDone: boolean): string =>
    allDone ? `全台済み ${String(done)}/${String(all)}` : `${String(done)}/${String(all)}`,
  /** Where it is not known whose they are, they are never all. */
  unknownClinicDone: (done: number, all: number): string => `不明 ${String(done)}/${String(all)}`,
  /** null: ahead of this machine's clock. */
  age: (minutes: number | null): string => {
    if (minutes === null) return '未来';
    if (minutes < 60) return `${String(minutes)}分前`;
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? `${String(hours)}時間前` : `${String(Math.floor(hours / 24))}日前`;
  },
  noAge: '-',
  simulated: '模擬',
  outdated: '古いお知らせ',
  aheadReason: '点検した時刻がこの機械の時計より先なので、済みとは数えません。端末とこの機械の時計を確かめてください。',
  outdatedReason: (versions: string): string =>
    `古いお知らせ(${versions} 以上)への答えです。新しいお知らせで点検し直すまで、済みとは数えません。`,
  simulatedReason: '模擬端末の答えです。本物の端末としては数えません。',
  namesake: (place: string): string => `同じ名前の端末がほかにもあります。この端末のファイル: ${place}`,
  errorFile: (place: string): string => `ファイル: ${place}`,
  sameTime: '同じ時刻の答えが複数',
  journalWentBack: '作業記録が戻った',
  firstFails: (check: string): string => `先に直す点検: ${check}`,
  failing: (checks: readonly string[]): string => `異常のある点検: ${checks.join('、')}`,
  place: (path: string, line: number | null): string => (line === null ? path : `${path} の ${String(line)} 行目`),
  noAnswerReason: '名簿にありますが、答えのファイルがありません。',
  /** Where there are answers from before to compare with. */
  noAnswerNow: '名簿か前の答えにありますが、今回の答えのファイルがありません。',
  twins: (places: readonly string[]): string => `同じ時刻の答えがほかにもあります: ${places.join('、')}`,
  wentBack: (earlier: string, later: string): string =>
    `作業記録が前の答えより戻っています(前: ${earlier}、あと: ${later})。古い作業記録や別の作業記録に置き換えられたか、時計を戻しました。端末の作業記録を確かめてください。`,
  superseded: (count: number): string => `ほかの答え(古い、または未来の時刻。数えていません): ${String(count)} 件`,
} as const;

/** The table of `desk --list`. */
export const deskListTexts = {
  title: (time: string): string => `端末のとりまとめ(${time} 現在)`,
  terminals: (done: number, all: number): string => `端末: ${String(done)}/${String(all)} 台が済み`,
  clinics: (done: number, all: number): string => `医療機関: ${String(done)}/${String(all)} か所が全台済み`,
  severities: (counts: readonly string[]): string => `監視での重さ: ${counts.join('、')}`,
  changes: (counts: readonly string[], open: number): string =>
    `前の答えから: ${counts.join('、')}(変わらずのうち、済んでいない ${String(open)})`,
  spare: (count: number): string => `予備機: ${String(count)} 台`,
  stale: (count: number, hours: number): string => `古い回答(${String(hours)} 時間より前): ${String(count)} 台`,
  ahead: (count: number): string => `未来の時刻の回答(端末かこの機械の時計を確かめる): ${String(count)} 台`,
  superseded: (count: number): string =>
    `ほかの答えがあるので数えなかった答え(古い、または未来の時刻): ${String(count)} 件`,
  twins: (count: number): string => `同じ端末の同じ時刻の答え(悪いほうを表示): ${String(count)} 件`,
  wentBack: (count: number): string => `作業記録が前の答えより戻っている端末: ${String(count)} 台`,
  namesakes: (count: number): string => `同じ名前で、ファイルの場所で分けた端末: ${String(count)} 台`,
  simulated: (count: number): string => `模擬端末の答え: ${String(count)} 台`,
  allSimulated: 'すべて模擬端末です',
  notice: (
    id: string,
    targets: readonly string[],
    { clinics, done, terminals }: { readonly clinics: number; readonly done: number; readonly terminals: number },
  ): string =>
    `お知らせ ${id}(${targets.join('、')}): 医療機関 ${String(clinics)} か所、端末 ${String(done)}/${String(terminals)} 台が済み`,
  target: (component: string, version: string): string => `${component} ${version} 以上`,
  withOthers: (count: number): string => `ほかにも開いているお知らせがある端末: ${String(count)} 台`,
  bad: (count: number): string => `問題のあるファイルや行: ${String(count)} 件`,
  state: (state: string, count: number): string => `  ${state}: ${String(count)} 台`,
  narrowed: (narrowings: readonly string[], shown: number): string =>
    `絞り込み: ${narrowings.join('、')}(${String(shown)} 台を表示)`,
  narrowings: {
    words: (words: string): string => `言葉「${words}」`,
    state: (state: string): string => `状態「${state}」`,
    change: (change: string): string => `前の答えから「${change}」`,
    called: (is: string): string => `「${is}」`,
  },
  headings: { open: '済んでいない端末(急ぐ順)', shown: '端末(急ぐ順)', bad: '問題のあるファイルや行' },
  nothing: '答えが一つもありません。',
  noneOpen: 'すべての端末が済んでいます。',
  noneFits: '当てはまる端末がありません。',
} as const;

/** Why a gathered file, a line of one or of the roster cannot be used. */
export const deskReading = {
  empty: '空です',
  notText: 'テキストファイルとして読めません',
  notJson: 'JSON として読めません(書きかけか、壊れています)',
  tooDeep: 'かっこの重なりが深すぎます。端末の点検が出した答えではありません',
  notAnAnswer: '点検の答え(check --json)ではありません',
  otherFormat: (version: string): string =>
    `この oqs-console が知らない書式です(formatVersion ${version})。新しい oqs-console で開いてください`,
  contradictory: (what: Contradiction): string =>
    `答えの中身が食い違っていて、端末の点検が出した答えではありません(${contradictions[what]})。何も信じず、済みとは数えません。端末で点検し直してください。`,
  wrongField: (field: string): string => `点検の答えとして読めない項目があります: ${field}`,
  longLine: '一行が長すぎます',
  moreLines: (named: number, more: number): string =>
    `はじめの ${String(named)} 行のほかにも、問題のある行が ${String(more)} 行あります`,
  goneLine: 'この行はもうありません',
} as const;

/** A file or folder named on the command line that cannot be used: the call ends. */
export const deskInput = {
  absent: 'フォルダまたはファイルがありません。',
  remedy: '集めた答えのフォルダか、*.json、*.jsonl のファイルを指定してください。',
  rosterRemedy: '医療機関と端末の CSV(UTF-8 または CP932)を指定してください。',
  emptyRoster: '名簿に端末が一つもありません。',
  written: {
    csv: (path: string): string => `CSV を作りました: ${path}`,
    xlsx: (path: string): string => `Excel のファイルを作りました: ${path}`,
    html: (path: string): string => `印刷するページを作りました: ${path}`,
  },
  sameOutput: (options: readonly string[]): string => `${options.join(' と ')} に同じファイルは指定できません。`,
  sameOutputRemedy: '別々のファイル名を指定してください。',
  xlsxToTerminal: 'Excel のファイルは画面に出せません。',
  xlsxToTerminalRemedy: 'ファイル名を指定するか、ほかのプログラムかファイルへ渡してください。',
  csvExists: '同じ名前のファイルがすでにあります(上書きしません)。',
  csvExistsRemedy: '別のファイル名を指定するか、元のファイルを別の場所へ移してください。',
} as const;
