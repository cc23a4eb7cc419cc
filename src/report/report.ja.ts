/** What is wrong with a field of the completion report, while it is typed. */
export const fieldProblems = {
  empty: '入力してください。',
  dayWaits: 'バージョンを確かめると、その日が入ります。',
  replaced: 'この端末で表示できない文字が 〓 になっています。打ち直すか、近い字にしてください。',
  sample: 'お知らせの記入例です。この医院のものを入力してください。',
  notADigit: (char: string): string => `数字だけで入力してください(「${char}」は使えません)。`,
  digitsLength: (length: number, now: number): string =>
    `${String(length)} 桁で入力してください(いま ${String(now)} 桁)。`,
  dateLength: (length: number): string => `西暦から 8 桁で入力してください(いま ${String(length)} 桁)。`,
  noSuchDay: 'カレンダーにない日付です。',
  future: '今日より後の日付です。',
  phoneStart: '0 から始まる番号を入力してください。',
  phoneLength: (length: number): string => `10 桁か 11 桁で入力してください(いま ${String(length)} 桁)。`,
} as const;

/** What is strange about a field, but may be right. */
export const fieldWarnings = {
  beforeDelivery: '配信が始まる前の日付です。間違いがないか確かめてください。',
  holdsSample: (sample: string): string =>
    `お知らせの記入例「${sample}」が入っています。間違いがないか確かめてください。`,
} as const;

/** Why the report must not be sent yet. */
export const reasonTexts = {
  notRead: '端末を調べています。',
  notCounted: '医院の端末の台数を、まだ答えていません。',
  notAllDone: (done: number, count: number): string =>
    `使う端末 ${String(count)} 台のうち、済んだのは ${String(done)} 台です。増えたら、済んだ台数を直してください。`,
  field: (label: string, problem: string): string => `${label}: ${problem}`,
} as const;

/** The same beside a row that is blocked. */
export const shortReasons = {
  'version-not-read': '端末を調べています。',
  'version-unknown': 'この端末のバージョンを確かめられていません。',
  'version-not-proven': 'この端末のバージョンアップが済んでいません。',
  'terminals-not-counted': '先に、医院の端末の台数を答えてください。',
  'terminals-not-all-done': 'まだ済んでいない端末があります。',
  field: (label: string): string => `先に「${label}」を入力してください。`,
} as const;

/** The page to read out and to carry away, and what `report` prints. */
export const pageTexts = {
  title: (notice: string): string => `完了報告: ${notice}`,
  label: (label: string, hint: string | null): string => (hint === null ? label : `${label} (${hint})`),
  noValue: '(未入力)',
  way: 'フォームの開き方',
  step: (number: number, text: string): string => `${String(number)}. ${text}`,
  ready: '[済] 送る準備ができました。',
  notReady: '[要] まだ送れません。',
  reason: (text: string): string => `  - ${text}`,
  warning: (label: string, text: string): string => `注意 ${label}: ${text}`,
  sent: (at: string): string => `[済] ${at} に、送ったことを記録しました。`,
  sentElsewhere: (at: string): string => `[済] ${at} に、別の端末から報告済みと記録しました。`,
} as const;

/** The screen of the completion report. */
export const reportTexts = {
  terminals: '端末の台数',
  notCounted: '(まだ答えていません)',
  counted: (count: number, done: number, spare: number): string =>
    `${String(count)} 台(${done >= count ? 'すべて済み' : `済み ${String(done)} 台`}${spare === 0 ? '' : `、予備 ${String(spare)} 台`})`,
  terminalsHint: [
    'カードリーダーのつながった、使う端末を数えて入力します。',
    '予備の端末があれば 3+1 のように続けます。予備はあとからでかまいません。',
    'この答えは、フォームには送りません。',
  ],
  terminalsDone: '済んだ台数',
  doneHint: (count: number): string =>
    `使う端末 ${String(count)} 台のうち、{tool:「配信実績の確認」}{no-tool:部品の画面}かこのコンソールで確かめた台数です。この端末も数えます。`,
  badCount: '1 から 999 までの数字で入力してください。',
  badDone: (count: number): string => `0 から ${String(count)} までの数字で入力してください。`,
  rowsFirst: '下の [要] の行を済ませてください。',
  hints: {
    fixed: 'お知らせの番号です。変えられません。',
    date: '空にすると、バージョンを確かめた日に戻ります。',
    text: null,
    digits: '全角のまま入力できます。数字だけが残ります。',
    phone: '全角やハイフンのまま入力できます。数字だけが残ります。',
  },
  itemPage: 'フォームに写す値を見る(読み上げ、マウスで選ぶ、コピー)',
  itemSave: 'テキストファイルに保存する(報告を別のパソコンから送るとき)',
  askWhereTitle: 'どこに保存しますか',
  askWhereBody: ['同じ名前のファイルがあれば、上書きせずに番号を付けます。'],
  places: { stick: 'このプログラムのあるドライブ', desktop: 'デスクトップ', data: 'データフォルダ' },

  askWhereNot: 'やめる',
  savedTo: (path: string): string => `保存した場所: ${path}`,
  itemGuide: '送り方の手引きを見る',
  itemSent: '送ったことを記録する',
  itemSentAgain: 'もう一度、送ったことを記録する',
  itemElsewhere: '別の端末から報告済みと記録する',
  itemForm: '入力の画面に戻る',
  pageIntro: 'フォームに入れる値です。選んだ値をコピーして、次の値に進みます。',
  nth: (label: string, place: number): string => `${label}(${String(place)} つ目)`,
  answeredNotAll: 'ほかの端末が済むまで、報告は送れません。増えたら、済んだ台数を直してください。',
  answeredAll: (count: number): string => `端末 ${String(count)} 台がすべて済みと記録しました。`,
  askSentTitle: '完了報告を送ったことを記録しますか',
  askSentBody: (label: string): readonly string[] => [
    `「{form}」で、${label}の報告を送信したあとに記録します。`,
    'この記録で、このお知らせの作業は完了になります。',
  ],
  askElsewhereTitle: '別の端末から報告済みと記録しますか',
  askElsewhereBody: (label: string): readonly string[] => [
    `この医院の${label}の報告を、別の端末からもう送ってあるときに記録します。`,
    'この端末からは送りません。',
  ],
  number: (label: string | null, number: string | null): string =>
    number === null ? 'このお知らせ' : `${label ?? '番号'} ${number} `,
  nothingToReport: 'このお知らせに完了報告はありません。',
  sentBefore: (at: string): string => `すでに ${at} に送信済みと記録されています。`,
  askSentNo: 'やめる',
  askSentYes: '記録する',
  sentRecorded: '完了報告を送ったことを記録しました。',
  elsewhereRecorded: '別の端末から報告済みと記録しました。',
} as const;

/** What `report` and `report sent` say on the command line. */
export const reportCliTexts = {
  noReportRemedy: 'バージョンは「oqs-console check」で確かめられます。',
  elsewhereAlone: '--elsewhere は「report sent --elsewhere」と使います',
  readOnly: '参照専用(--read-only)では記録できません。',
  readOnlyRemedy: '--read-only を外して、もう一度実行してください。',
  locked: (pid: number | null): string =>
    `別の oqs-console${pid === null ? '' : `(プロセス ${String(pid)})`} がこの端末を操作中なので、記録できません。`,
  lockedRemedy: 'その画面の「完了報告」で記録するか、その画面を終えてから、もう一度実行してください。',
  refused: '記録していません。',
  already: 'すでに記録されています。何も書き加えていません。',
} as const;
