/** The screen on which the operator tells what they see of the delivery record. */
export const byHandTexts = {
  intro: [
    '「配信アプリケーション管理ツール」の「配信実績の確認」を開き、',
    '表示されたファイルの「{component}」のバージョンを読み取って入力します。',
  ],
  /** Of what is replaced by hand nothing is delivered, so that the record may not list it. */
  introByHand: [
    '「{component}」のバージョンを、その部品の画面などで見て入力します。',
    '配信実績に出る部品なら、「配信実績の確認」でも見られます。',
  ],
  itemShow: '「配信実績の確認」を開く',
  itemType: (component: string | null): string =>
    `${component === null ? '' : `${component}の`}見えたバージョンを入力する`,
  blockedByDownload: 'ダウンロードの途中です。終わってから開いてください。',
  required: (version: string): string => `必要: ${version} 以上`,
  prompt: (component: string): string => `${component}のバージョン:`,
  promptAgain: '間違いを防ぐため、同じバージョンをもう一度入力してください:',
  notAVersion: '数字を点で区切って入力してください(例: 5.0.3)。',
  different: '一度目と違います。バージョンを見直して、最初から入力してください。',
  ask: {
    title: (component: string | null, version: string): string =>
      `${component === null ? '' : `${component}の`}バージョン ${version} を記録しますか`,
    body: ['目で見たバージョンと同じであることを確かめてください。'],
    no: 'やめる',
    yes: '記録する',
  },
} as const;
