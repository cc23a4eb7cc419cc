/** Why a gathered file, a line of one or of the roster cannot be used. */
export const deskReading = {
  empty: '空です',
  notText: '文字のファイルとして読めません',
  notJson: 'JSON として読めません(書きかけか、壊れています)',
  notAnAnswer: '点検の答え(check --json)ではありません',
  otherFormat: (version: string): string =>
    `この oqs-console が知らない書式です(formatVersion ${version})。新しい oqs-console で開いてください`,
  wrongField: (field: string): string => `点検の答えとして読めない項目があります: ${field}`,
  longLine: '一行が長すぎます',
  badRosterLine: '名簿のこの行には、医療機関か端末がありません',
  spoiledRosterLine: (written: string, meant: string): string =>
    `名簿の「${written}」は、表計算ソフトで「${meant}」から変わっています(先頭の 0 が消える、日付になるなど)。「${meant}」として数えました。名簿を直してください`,
  doubtfulRosterLine: (written: string): string =>
    `名簿の「${written}」は、表計算ソフトで変わっていて、どの医療機関や端末か決められません。数えていません。名簿を直してください`,
  badRosterHeader: '名簿の見出しの行に、医療機関か端末の見出しがありません。',
  rosterHeaderRemedy: '見出しの行に「医療機関」と「端末」を書くか、見出しの行を消してください。',
  goneLine: 'この行はもうありません',
} as const;

/** A file or folder named on the command line that cannot be used: the call ends. */
export const deskInput = {
  absent: 'フォルダまたはファイルがありません。',
  remedy: '集めた答えのフォルダか、*.json、*.jsonl のファイルを指定してください。',
  rosterRemedy: '医療機関と端末の CSV(UTF-8 または CP932)を指定してください。',
  emptyRoster: '名簿に端末が一つもありません。',
  csvWritten: (path: string): string => `CSV を作りました: ${path}`,
  csvExists: '同じ名前のファイルがすでにあります(上書きしません)。',
  csvExistsRemedy: '別のファイル名を指定するか、元のファイルを別の場所へ移してください。',
} as const;
