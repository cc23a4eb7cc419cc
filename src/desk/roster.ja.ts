/** What is wrong with a line of the roster, or with an answer's ids by it. */
export const rosterTexts = {
  badRosterLine: '名簿のこの行には、医療機関か端末がありません',
  unclosedRosterLine: '名簿のこの行には、閉じていない引用符(")があります。引用符を消すか、閉じてください',
  rosterLineEnd:
    '名簿のこの行には、改行を含む欄があります。欄の中の行は、欄の数が名簿と同じものだけを端末として数えました。欄の中の改行や引用符(")を消してください',
  oddRosterLine: '名簿のこの行には、置けないところに引用符(")があります。引用符を消すか、欄の全体を囲んでください',
  badSpare: (written: string): string =>
    `名簿の予備機の欄の「${written}」が分かりません。使っている端末として数えました。「はい」か空欄にしてください`,
  spoiledAnswer: (written: string, meant: string): string =>
    `答えの「${written}」は、名簿の「${meant}」が表計算ソフトで変わったものです(先頭の 0 が消える、日付になるなど)。「${meant}」として数えました。端末の設定(clinicId)やフォルダの名前を直してください`,
  doubtfulAnswer: (written: string): string =>
    `答えの「${written}」は、表計算ソフトで変わっていて、名簿のどの行か決められません。別の端末として数えました。端末の設定(clinicId)やフォルダの名前を直してください`,
  otherFolder: (folder: string, asked: string): string =>
    `フォルダの名前「${folder}」は名簿にないので、名簿の「${asked}」とは別の端末として数えました。同じ端末なら、端末の設定(clinicId)、フォルダの名前、名簿のどれかを直してください`,
  spoiledRosterLine: (written: string, meant: string): string =>
    `名簿の「${written}」は、表計算ソフトで「${meant}」から変わっています(先頭の 0 が消える、日付になるなど)。「${meant}」として数えました。名簿を直してください`,
  doubtfulRosterLine: (written: string): string =>
    `名簿の「${written}」は、表計算ソフトで変わっていて、どの医療機関や端末か決められません。数えていません。名簿を直してください`,
  badRosterHeader: '名簿の見出しの行に、医療機関か端末の見出しがありません。',
  rosterHeaderRemedy: '見出しの行に「医療機関」と「端末」を書くか、見出しの行を消してください。',
} as const;
