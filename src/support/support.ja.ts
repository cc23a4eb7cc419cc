import type { CodeProblem } from './code-numbers.ts';

/** The screen with the sheet "before you call", and the sheet itself. */
export const supportTexts = {
  // The code.
  code: '電話で伝えるコード',
  reading: '端末を調べています。コードと控えは、読み終わると出ます。',
  readAloud: '読み方',
  // The rows that do something.
  itemBundle: '問い合わせの資料(ZIP)を作る',
  itemClinic: (ticked: boolean): string =>
    `資料と控えに医療機関名・電話番号・端末名を入れる: ${ticked ? 'はい' : 'いいえ'}`,
  itemSheet: 'この控えをファイルに保存する',
  itemGuide: '電話する前に読む手引きを開く',
  itemOpen: '問い合わせの控えを見る',
  blockedReading: '端末を調べています。終わるまでお待ちください。',
  saved: (path: string): string => `保存しました: ${path}`,
  carry: 'USB メモリなどで渡してください。',
  // The question before a bundle is made.
  askTitle: '次のものを入れた資料を作りますか',
  askEntry: (name: string, words: string): string => `${name}: ${words}`,
  askNo: 'やめる',
  askYes: '作る',
} as const;

export const sheetTexts = {
  title: '問い合わせの控え',
  printed: (time: string, version: string): string => `作成: ${time}  oqs-console ${version}`,
  sections: {
    contacts: '問い合わせ先',
    verdict: '判定と理由',
    terminal: 'この端末',
    versions: '部品のバージョン',
    checks: '問題のある点検',
    work: 'これまでの作業(新しい順)',
    words: '画面に出ている言葉(見えるとおりに書き取る)',
  },
  verdict: '判定',
  step: '次にすること',
  reason: '理由',
  clinic: '医療機関名',
  phone: '電話番号',
  terminal: '端末名',
  os: 'Windows',
  remote: '遠隔操作',
  remoteStates: { yes: '遠隔操作中', no: 'していない' },
  notice: 'お知らせ',
  noticeWords: (title: string, id: string): string => `${title}(${id})`,
  delivery: '配信',
  bootedAt: '最後の再起動',
  unknown: '不明',
  /** `canBe`: the report of this notice asks for it. */
  notEntered: (canBe: boolean): string => (canBe ? '未入力(完了報告の画面で入力できます)' : '未入力'),
  notWritten: '(書いていません)',
  noProblem: '問題のある点検はありません。',
  noWork: 'まだ何も記録していません。',
  readerScreen: 'カードリーダーの画面',
  pcScreen: '端末の画面',
  line: '____________________________',
} as const;

/** The support bundle: what it holds, in words, and what is said around it. */
export const bundleTexts = {
  files: {
    'naiyo.txt': 'この一覧と、判定のまとめ',
    'check.json': '判定、バージョン、点検の結果、配信の予定',
    'journal.jsonl': '作業記録(ツールの言葉と場所は除く)',
    'environment.json': 'Windows、お知らせ、変えた設定',
    'clinic.json': '医療機関の名前・番号・電話番号、端末名',
  },
  title: '問い合わせの資料',
  madeAt: (time: string, version: string): string => `作成: ${time}  oqs-console ${version}`,
  holds: '入っているもの',
  entry: (name: string, words: string): string => `${name}  ${words}`,
  never: '患者さんの情報、受け渡しのフォルダの中身、ログ、利用者名は入りません。',
  withoutClinic: '医療機関名、電話番号、端末名も入れていません。',
  preview: '資料(ZIP)に入るもの:',
  made: (path: string): string => `資料を作りました: ${path}`,
  clinicUnknown: ({ name, phone }: { readonly name: boolean; readonly phone: boolean }): string => {
    const which = name && phone ? '' : name ? '医療機関名は' : '電話番号は';
    const where = name || phone ? `(${which}完了報告の画面で入力できます)` : '';
    return `医療機関名と電話番号は、まだ入力されていません${where}。`;
  },
  exists: '同じ名前のファイルかフォルダがすでにあります。上書きはしません。',
  existsRemedy: '別の名前を --out で指定するか、そのファイルを別の場所へ移してください。',
  readOnly: '参照専用(--read-only)では、データフォルダに書きません。',
  notKept: '練習用の端末は終了すると消えるため、資料も残りません。',
  toTerminal: 'ZIP は画面に出せません。',
  outRemedy: '--out で、作る場所(例 E:\\oqs-bundle.zip)を指定してください。',
  writeRemedy: '--out で、書き込めるフォルダのファイル名(例 E:\\oqs-bundle.zip)を指定してください。',
} as const;

/** How the characters of a code are read out on the phone; the letters that sound like another have a word for it. */
export const codeReadings: Readonly<Record<string, { readonly kana: string; readonly word: string | null }>> = {
  '3': { kana: 'さん', word: null },
  '4': { kana: 'よん', word: null },
  '6': { kana: 'ろく', word: null },
  '7': { kana: 'なな', word: null },
  '9': { kana: 'きゅう', word: null },
  A: { kana: 'エー', word: 'アメリカ' },
  C: { kana: 'シー', word: 'カナダ' },
  E: { kana: 'イー', word: '英語' },
  F: { kana: 'エフ', word: null },
  H: { kana: 'エイチ', word: null },
  J: { kana: 'ジェー', word: 'ジャパン' },
  K: { kana: 'ケー', word: '京都' },
  M: { kana: 'エム', word: null },
  P: { kana: 'ピー', word: 'パリ' },
  R: { kana: 'アール', word: null },
  T: { kana: 'ティー', word: '東京' },
  W: { kana: 'ダブリュー', word: null },
  X: { kana: 'エックス', word: null },
  Y: { kana: 'ワイ', word: null },
};

/** The code, and what `oqs-console code` says of one. */
export const codeTexts = {
  reading: (kana: string, word: string | null): string => (word === null ? kana : `${kana}(${word})`),
  verdict: (word: string): string => `判定: ${word}`,
  step: (title: string): string => `次にすること: ${title}`,
  check: (name: string): string => `先に直す点検: ${name}`,
  version: (component: string, version: string): string => `${component}: ${version}`,
  unknownVersion: '不明(読み取れない)',
  otherVersion: '読み取れているが、コードでは表せない',
  /** A component that only the terminal's notice names. */
  component: (place: number): string => `お知らせの ${String(place)} 番目の部品`,
  /** The last place that a code tells stands for all from there on. */
  componentFrom: (place: number): string => `お知らせの ${String(place)} 番目以降の部品`,
  rule: (id: string): string => `規則: ${id} 番`,
  head: (digits: string): string =>
    `作業記録の末尾: ${digits}(最後の行のハッシュの先頭五桁。記録がまだないときは 00000)`,
  code: (code: string): string => `コード: ${code}`,
  problems: {
    length: '十二文字でも、前のバージョンの八文字でもありません。',
    character: 'コードに使わない文字があります。',
    unlike: '聞き間違いか、打ち間違いがあります。',
    format: '聞き間違いか、この oqs-console より新しいバージョンのコードです。',
  } satisfies Record<CodeProblem, string>,
  remedy: (alphabet: string): string =>
    `一文字ずつ、もう一度聞いてください。使う文字は ${alphabet} です。0 と O、1 と I などは使いません。`,
} as const;
