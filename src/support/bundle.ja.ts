/** The support bundle: what it holds, in words, and what is said around it. */
export const bundleTexts = {
  entries: {
    'naiyo.txt': 'この一覧と、判定のまとめ',
    'check.json': '判定、部品の版、点検の結果、配信の予定',
    'journal.jsonl': '作業記録(ツールの言葉と場所は除く)',
    'environment.json': 'Windows の版、お知らせ、変えた設定',
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
  clinicUnknown: '医療機関名と電話番号は、まだ入力されていません(完了報告の画面で入力できます)。',
  exists: '同じ名前のファイルかフォルダがすでにあります。上書きはしません。',
  existsRemedy: '別の名前を --out で指定するか、そのファイルを別の場所へ移してください。',
  readOnly: '参照専用(--read-only)では、データフォルダに書きません。',
  notKept: '練習用の端末は終了すると消えるため、資料も残りません。',
  outRemedy: '--out で、作る場所(例 E:\\oqs-bundle.zip)を指定してください。',
  writeRemedy: '--out で、書き込めるフォルダのファイル名(例 E:\\oqs-bundle.zip)を指定してください。',
} as const;

export type BundleEntryName = keyof typeof bundleTexts.entries;
