/** The questions of `notice new`: what is asked, an example, and what a question mark answers. */
export const scriptTexts = {
  what: {
    text: 'どの部品ですか(番号。いくつもあるときはコンマで区切る)',
    example: '3',
    help: 'バージョンを上げる部品です。四つは、どの端末にもある部品です。それ以外(拡張機能など)は「ほかの部品」です。',
    other: 'ほかの部品(名前と場所を聞きます)',
    choice: (number: number, name: string): string => `  ${String(number)}  ${name}`,
  },
  ownName: {
    text: 'ほかの部品の名前',
    example: 'ブラウザ拡張機能',
    help: '画面に出る名前です。お知らせにあるとおりに書きます。',
  },
  ownId: {
    text: '中で使う名前(英小文字、数字、ハイフン)',
    example: 'browser-extension',
    help: '作業記録と --json に出る、変わらない名前です。前のお知らせと同じ部品なら、同じ名前にします。',
  },
  ownPath: {
    text: 'その Version.info の場所',
    example: 'C:\\Program Files\\...\\Version.info',
    help: 'バージョンを読み取るファイルです。分からなければ「なし」とします。そのときは配信実績か、画面で見た値で確かめます。',
  },
  ownRecordNames: {
    text: '配信実績に出るほかの名前(コンマで区切る)',
    example: '拡張プラグイン',
    help: '配信実績の表で、この部品が別の名前になっているときに書きます。',
  },
  anotherOwn: { text: 'ほかの部品を、もう一つ足しますか', help: '「はい」で、次の部品の名前を聞きます。' },
  version: {
    text: (name: string): string => `「${name}」の必要なバージョン`,
    example: '4.2.0',
    help: 'これ以上のバージョンになったら済みです。数字を点で区切って書きます。',
  },
  by: {
    text: '更新のしかた(番号)',
    choices: ['「配信アプリケーション管理ツール」で受け取る(今すぐダウンロード)', '手で行う(手順をこれから書く)'],
    example: '1',
    help: '夜の配信や「今すぐダウンロード」で届くものは 1、人が画面で入れ替えるものは 2 です。',
  },
  step: {
    text: (number: number): string => `手順 ${String(number)}`,
    more: (number: number): string => `手順 ${String(number)}(「なし」で終わり)`,
    example: 'ブラウザを閉じる',
    help: '一つの手順に一つの動作を書きます。端末の前の人が、上から順に行って印を付けます。',
  },
  nights: { text: '夜の配信がありますか', help: '決まった期間の夜、点けておくと自動で届くものなら「はい」です。' },
  firstNight: {
    text: '最初の夜が始まる日',
    example: '1/19',
    help: '20 時に始まるなら、その日です。1/19 は次の 1 月 19 日です。2026/1/19、R8.1.19 とも書けます。',
  },
  lastNight: { text: '最後の夜が始まる日', example: '5/22', help: '翌朝に終わる夜なら、始まった日です。' },
  excluded: {
    text: '配信のない夜(コンマで区切る)',
    example: '1/25, 1/26',
    help: '期間のうち配信を休む夜を、始まる日で書きます。',
  },
  from: { text: '夜の配信が始まる時刻', example: '20:00', help: '毎晩この時刻に始まります。' },
  to: { text: '夜の配信が終わる時刻', example: '5:00', help: '始まる時刻より前なら、翌朝のことです。' },
  hole: {
    text: '夜のうち、配信がない時間',
    more: 'ほかにも配信がない時間(「なし」で終わり)',
    example: '1/22 3:00-4:00',
    help: 'メンテナンスなどで、ある夜の一部だけ止まるときに、実際の日付と時刻で書きます。一晩ぜんぶは「配信のない夜」です。',
  },
  allDay: {
    text: '一日中の配信が始まる日(なければ「なし」)',
    example: '1/31',
    help: '夜の期間のあと、昼も配信されるときの最初の日です。',
  },
  restart: {
    text: '再起動して完了しますか',
    help: '届いたもの(手で行ったもの)が、再起動のあとで入るなら「はい」です。要らないなら「いいえ」です。',
  },
  deadline: {
    text: '期限の日(なければ「なし」)',
    example: '5/22',
    help: 'この日までに済ませる日です。夜の配信があるとき「なし」なら、最後の夜が期限です。',
  },
  report: { text: '完了報告がありますか', help: '済んだことをフォームなどで報告するなら「はい」です。' },
  number: {
    text: 'お知らせの番号(なければ「なし」)',
    example: '150、A-12',
    help: 'フォームで、どのお知らせの報告かを示す番号です(識別番号など)。',
  },
  formPath: {
    text: (number: number): string => `フォームの開き方 ${String(number)}`,
    more: (number: number): string => `フォームの開き方 ${String(number)}(「なし」で終わり)`,
    example: '「完了報告フォーム」を開く',
    help: '一つずつ書きます。最後の「 」の中が、フォームの名前として画面に出ます。',
  },
  usual: {
    text: 'フォームの項目(番号)',
    choices: (number: string | null): readonly string[] => [
      `${number === null ? '' : '識別番号、'}完了年月日、医療機関名、電話番号`,
      '自分で一つずつ書く',
    ],
    example: '1',
    help: '1 は、2026 年 1 月のお知らせと同じ項目です。',
    labels: { number: '識別番号', date: '完了年月日', clinic: '医療機関名', phone: '電話番号' },
    hints: { date: '西暦8桁の数字(YYYYMMDD)', phone: 'ハイフンなしの数字だけ' },
  },
  field: {
    text: (number: number): string => `項目 ${String(number)} の名前`,
    more: (number: number): string => `項目 ${String(number)} の名前(「なし」で終わり)`,
    example: '医療機関コード',
    help: 'フォームに書いてある項目の名前を、そのまま書きます。',
  },
  kind: {
    text: (label: string): string => `「${label}」に入れるもの(番号)`,
    example: '4',
    help: '番号は先ほどのお知らせの番号が、日付は済んだ日が、自動で入ります。数字と電話番号は、数字だけが残ります。',
  },
  length: {
    text: (label: string): string => `「${label}」の桁数`,
    example: '10',
    help: '桁数が違うと、送る前に知らせます。',
  },
  required: {
    text: (label: string): string => `「${label}」は必須ですか`,
    help: '必須の項目が空のあいだは、報告を送れません。',
  },
  hint: {
    text: (label: string): string => `「${label}」の書き方の説明`,
    example: '左から詰めて 10 桁',
    help: '入力するときに、項目のそばに出ます。',
  },
  sample: {
    text: (label: string): string => `「${label}」の記入例`,
    help: 'お知らせにある見本です。これと同じ値は、そのまま送れないようにします。',
  },
  contact: { text: '問い合わせ先の名前', example: 'サポート窓口', help: '困ったときに電話する先です。' },
  phone: { text: 'その電話番号', example: '0800-080-4583', help: '数字とハイフンで書きます。' },
  hours: {
    text: 'その受付時間(分からなければ「なし」)',
    example: '月-金 8:00-18:00, 土 8:00-16:00',
    help: '曜日と時刻を書きます。いくつかあるときはコンマで区切ります。',
  },
  hoursNote: {
    text: '受付時間の補足(なければ「なし」)',
    example: '祝日は休み',
    help: '受付時間のそばに出る一言です。',
  },
  anotherContact: { text: '問い合わせ先を、もう一つ足しますか', help: '二つ目からは、一つ目に続けて出ます。' },
  title: {
    text: '題名',
    help: '画面とページに出る題名です。',
    proposed: (year: string, month: string, targets: string): string =>
      `${year}年${month}月 ${targets} へのバージョンアップ`,
    target: (name: string, version: string): string => `${name} ${version}`,
    and: ' と ',
  },
  id: {
    text: 'お知らせの ID(英小文字、数字、ハイフン)',
    example: '2026-01-face-library',
    help: '作業記録に残る名前です。出したあとは変えないでください。同じ ID のお知らせは、新しいほうに替わります。',
  },
  write: {
    text: 'この内容で書きますか',
    help: '「いいえ」なら、何も書かずに終わります。直すところがあれば、< で戻れます。',
  },
  path: { text: '書くファイルの名前', help: 'フォルダも書けます。すでにあるファイルには書きません。' },
} as const;
