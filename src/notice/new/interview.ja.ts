/** How a question is put on a terminal, and what is said around an interview. */
export const putTexts = {
  intro: [
    'お知らせを作ります。質問に答えて Enter を押してください。',
    '[ ] の中は、Enter だけを押したときの答えです。ないものは「なし」と入力します。',
    '? で説明、< で一つ前の質問に戻ります。Ctrl+C でやめます(何も書きません)。',
  ],
  example: (example: string): string => ` 例 ${example}`,
  standard: (standard: string): string => ` [${standard}]`,
  prompt: (text: string): string => `${text}: `,
  problem: (problem: string): string => `もう一度: ${problem}`,
  help: (help: string): string => `? ${help}`,
  interrupted: 'やめました。何も書いていません。',
  ended: '入力が終わったので、やめました。何も書いていません。',
  notWritten: '何も書いていません。',
  cannotWrite: (path: string, reason: string): string => `${path} には書けません: ${reason}`,
  exists: '同じ名前のファイルかフォルダがすでにあります。',
  written: (path: string): readonly string[] => [
    `書きました: ${path}`,
    'このファイルを、データフォルダの中の notices フォルダに置くと使われます。',
    'その場所はコンソールのヘルプの画面に出ます(Windows では C:\\ProgramData\\oqs-console)。',
    `試すだけなら「oqs-console --notice ${path}」です。`,
  ],
} as const;

/** Why an answer cannot be used. */
export const answerTexts = {
  empty: '答えを入力してください。',
  choice: (most: number): string => `1 から ${String(most)} までの番号で答えてください。`,
  yesNo: '「はい」か「いいえ」で答えてください(y、n でもかまいません)。',
  date: '日付として読めません。1/19、2026/1/19、R8.1.19 のように入力してください。',
  time: '時刻として読めません。20:00 のように入力してください。',
  hole: '1/22 3:00-4:00 のように、日付と時刻を入力してください。',
  hours: '月-金 8:00-18:00, 土 8:00-16:00 のように入力してください。',
  json: '名前の終わりは .json にしてください。ほかの名前のファイルは使われません。',
  phone: '数字とハイフンで入力してください。',
  count: (most: number): string => `1 から ${String(most)} までの数字で入力してください。`,
  version: '数字を点で区切って入力してください。例 4.2.0',
} as const;

/** The words that people type for yes, no and nothing. */
export const answerWords = { yes: 'はい', no: 'いいえ', none: 'なし' } as const;
