import type { SettingGroup } from './setting-keys.ts';

/** The settings screen, and what is said of settings elsewhere. */
export const settingsTexts = {
  groups: {
    reception: '受付時間',
    clinic: '医院',
    places: '場所',
    guidance: 'お知らせと手引き',
  } satisfies Record<SettingGroup, string>,
  marks: { standard: '[既定]', changed: '[変更]' },
  none: '(なし)',
  reset: 'この設定を既定に戻す',
  others: {
    label: 'ほかの設定(接続先、ツールの言葉、限度など)',
    told: (path: string): readonly string[] => [
      `設定ファイルに書きます: ${path}`,
      '項目と書き方: oqs-console schema settings',
      '書いたあとは、コンソールを開き直してください。',
    ],
  },
  detail: {
    value: (text: string): string => `今: ${text}`,
    standard: (text: string): string => `既定: ${text}`,
    learned: (path: string): string => `前に覚えた場所: ${path}`,
    example: (text: string): string => `例: ${text}`,
    key: (key: string): string => `設定ファイルの項目: ${key}`,
    fromFile: (path: string): string => `決めているファイル: ${path}`,
    fromDefault: '決めているファイル: なし(既定のまま)',
  },
  editHint: 'Enter で決定、Esc でやめる。',
  askTitle: (label: string): string => `「${label}」の設定を変えますか`,
  askOld: (text: string): string => `今: ${text}`,
  askNew: (text: string): string => `新: ${text}`,
  askNewDefault: (text: string): string => `新: ${text}(既定)`,
  askEffect: '保存すると、コンソールを開き直して新しい設定で動きます。',
  askNo: 'やめる',
  askYes: '保存する',
  unchanged: '今の設定と同じです。',
  saving: '設定を保存しています。',
  saved: '設定を保存しました。',
  notSaved: (reason: string): string => `設定を保存できませんでした。${reason}`,
  changedByHand: {
    headline: (key: string): string => `設定ファイルの ${key} が、開いたあとに書き換えられています。`,
    tryNext: 'Ctrl+C で終了して開き直し、今の値を確かめてください。',
  },
  blocked: {
    downloading: 'ダウンロードの途中です。終わってから変えてください。',
    answering: '「今すぐダウンロード」の答えを選び終えてから変えてください。',
    restarting: '再起動の途中です。終わるか、取り消してから変えてください。',
    badFile: (place: string): string =>
      `設定ファイルに誤りがあります(${place})。先にメモ帳などで直し、コンソールを開き直してください。`,
  },
  /** Files of the site's that others may have written: nothing of them counts until the operator has agreed to it. */
  doubt: {
    reasons: {
      owner: 'ほかの利用者が置いたファイルのため、使っていません。',
      writable: 'ほかの利用者も書き換えられるファイルのため、使っていません。',
      link: 'リンクのため、使っていません。',
      unknown: 'だれが置いたか分からないため、使っていません。',
    },
    wayForward: '使うなら、コンソールの「設定」(s)で中身を確かめるか、管理者が置き直してください。',
    remedy: '中身に心当たりがあれば、Enter で使えます。なければ管理者か業者に聞いてください。',
    notice: (place: string): string => `${place} は確かめるまで使いません。「設定」(s)の一番上で確かめられます`,
    heading: (place: string): string => `${place} は、確かめるまで使いません。`,
    owner: (owner: string): string => `持ち主: ${owner}`,
    says: (tells: readonly string[]): readonly string[] => ['書いてあること:', ...tells.map((each) => `  ${each}`)],
    known: (sha256: string): string => `中身の番号(SHA-256): ${sha256.slice(0, 16)}`,
    entries: (count: number): string => `手引きの項目 ${String(count)} 件`,
    target: (component: string, version: string): string => `求めるバージョン: ${component} ${version}`,
    askTitle: (place: string): string => `${place} を使いますか`,
    askEffect: '使うと、次からは聞きません。中身が変われば、また確かめます。',
    askNo: '使わない',
    askYes: '使う',
    agreeing: '覚えています。',
    agreed: '次からこのファイルを使います。',
    blocked: (place: string): string => `${place} をまだ確かめていません。先に一番上の行で確かめてください。`,
    program: {
      message:
        'このプログラムのフォルダかファイルを、ほかの利用者も書き換えられます。フォルダごと自分のフォルダか Program Files に移してください。',
      remedy: 'フォルダごと、自分だけか管理者だけが書ける場所(自分のフォルダ、Program Files)に移してください。',
    },
    changedMeanwhile: {
      headline: '設定ファイルが、開いたあとにほかの利用者に書き換えられています。',
      tryNext: 'Ctrl+C で終了して開き直し、中身を確かめてください。',
    },
  },
  problem: {
    heading: {
      settings: '設定ファイルを使えません(既定の設定で動作中)。',
      guide: '手引きのファイルを使えません(組み込みの手引きで動作中)。',
      clinic: '医院の名前のファイルを使えません(空のまま動作中)。',
      notice: 'お知らせのファイルを使えません(ほかのお知らせで動作中)。',
      program: 'このプログラムを、ほかの利用者も書き換えられます。',
    },
    where: (where: string): string => `場所: ${where}`,
    reason: (message: string): string => `内容: ${message}`,
    remedy: (remedy: string): string => `対応: ${remedy}`,
    /** In the line above the keys, on every screen. */
    notice: {
      settings: (place: string): string => `${place} に誤り。既定で動作中。詳しくは「設定」(s)`,
      guide: (place: string): string => `${place} に誤り。足した手引きは使えません。詳しくは「設定」(s)`,
      clinic: (place: string): string => `${place} に誤り。医院の名前は空です。詳しくは「設定」(s)`,
      notice: (place: string): string => `${place} に誤り。このお知らせは使えません。詳しくは「設定」(s)`,
      program: (): string => 'このプログラムを、ほかの利用者も書き換えられます。詳しくは「設定」(s)',
    },
  },
} as const;

/** Why a value cannot be a setting. */
export const settingProblems = {
  text: '文字で書いてください',
  empty: '空にはできません',
  list: '一つずつ並べて書いてください',
  number: '数字で書いてください',
  wholeNumber: '整数で書いてください',
  seconds: (least: number, most: number): string => `${String(least)} から ${String(most)} までの秒数を書いてください`,
  blank: '空白だけにはできません',
  positive: '0 より大きい数を書いてください',
  port: 'ポート番号は 1 から 65535 までの整数です',
  proxy: '「名前:ポート番号」の形で書いてください(例 proxy.example.jp:8080)',
  restartDelay: '1 から 600 までの整数を書いてください',
  exchangeFolder: 'OQS フォルダの Req、Res、Face の中は読みません。ほかの場所を指定してください',
  network: 'ほかのコンピューター(\\\\ で始まる場所)は使えません。この端末のドライブに置いて、C: などから書いてください',
  document:
    '文書(PDF、テキスト、画像、Word、Excel など)を、ドライブから書いてください(例 C:\\OQS\\errors.pdf)。プログラムかもしれないファイルは開きません',
  wholePath: 'ドライブから始まる場所を書いてください(例 C:\\OQS\\record.csv)',
  hours: '曜日と時間を「月-土 08:30-18:30」の形で書いてください',
  item: (index: number, reason: string): string => `${String(index)} 番目: ${reason}`,
} as const;

/** Why a file that the operator wrote cannot be used. */
export const configFileTexts = {
  notAFolder: 'フォルダであるはずの場所が、フォルダではありません。',
  tooLarge: (megabytes: number): string =>
    `大きすぎます(${megabytes.toFixed(1)} MB、上限 4 MB)。別のファイルかもしれません。`,
  tooMany: (count: number, most: number): string =>
    `お知らせのファイルが多すぎます(${String(count)} 個、上限 ${String(most)} 個)。ほかの利用者が置いたものは使いません。`,
  tooManyRemedy: '要らないファイルを、このフォルダから別の場所へ移してください。',
  notText: 'テキストファイルとして読めません(UTF-8 で保存し直してください)。',
  noticeRemedy:
    'ファイルを直すか、外してください。--notice か設定の notice で指定したときは、その指定を外すと組み込みのお知らせを使います。',
  namedNoticeRemedy: 'ファイルを直すか、設定ファイル(settings.json)の notice を消してください。',
  settingsRemedy: 'ファイルを直すか、別の場所へ移してください(既定の設定で動きます)。',
  clinicRemedy: 'ファイルを直すか、別の場所へ移してください(医療機関名と電話番号を入力し直せます)。',
} as const;
