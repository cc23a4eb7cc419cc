/** The samples of a filled-in template. */
export const templateTexts = {
  title: '(例) ここに題名を書く',
  part: '(例) 足した部品の名前',
  path: 'C:\\(例)\\Version.info',
  recordName: '(例) 配信実績での名前',
  formPath: ['(例) システムにログインする', '(例) 「完了報告フォーム」を開く'],
  number: '識別番号',
  date: '完了年月日',
  name: '医療機関名',
  code: '医療機関コード',
  phone: '電話番号',
  hint: 'ハイフンなしの数字だけ',
  sample: '0000000000',
  contact: '(例) 問い合わせ先の名前',
  hoursNote: '(例) 祝日は休み',
  question: '(例) 次に配信がある夜はいつですか。',
  answer: '(例) 次に配信がある夜は {nextNight} です。',
  /** On stderr, beside it. */
  told: [
    '画面がないので、質問の代わりに見本を出しました。',
    '次のところを、お知らせに合わせて書き換えてください。',
    '・「(例)」のある言葉、9.9.9 のバージョン、番号 999、電話番号 0000-000-000、日付。',
    '・要らないもの: components は [] に、delivery、deadline、report は null に、faq は [] に。',
    '書き換えたら「oqs-console notice ファイル」で確かめ、データフォルダの notices に置きます。',
  ],
} as const;
