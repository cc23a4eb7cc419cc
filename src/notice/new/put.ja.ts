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
