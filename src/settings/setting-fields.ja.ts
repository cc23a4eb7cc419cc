import type { SettingKey } from './setting-keys.ts';

/** A setting in words: what it is called on the screen, what it is for, and how it is written there. */
interface SettingText {
  readonly label: string;
  readonly meaning: string;
  readonly example: string;
}

/** Every setting, by its path in the settings file. Also the descriptions in the JSON Schema. */
export const settingTexts: Readonly<Record<SettingKey, SettingText>> = {
  receptionHours: {
    label: '受付時間',
    meaning:
      '患者さんの受付をする曜日と時間。この時間の中では、ダウンロードと再起動の前に確かめます。空にすると、いつも受付時間外です。',
    example: '月-金 8:30-12:30, 月-金 14:00-18:30, 土 8:30-12:30',
  },
  clinicId: {
    label: '医院の番号',
    meaning: 'サポート窓口が医院を見分けるための番号や記号。点検の結果(check --json)に入ります。',
    example: 'A-0123',
  },
  'paths.versionInfo.face-library': {
    label: 'Version.info(顔認証ライブラリ)',
    meaning: '顔認証ライブラリの版が書かれたファイルの場所。空にすると読みません。',
    example: 'C:\\Program Files\\OQS-Auth\\Version.info',
  },
  'paths.versionInfo.distribution-app': {
    label: 'Version.info(配信アプリ)',
    meaning: '配信アプリケーションの版が書かれたファイルの場所。空にすると読みません。',
    example: 'C:\\Program Files\\OQS\\OQSDistroApp\\Version.info',
  },
  'paths.versionInfo.link-app': {
    label: 'Version.info(連携アプリ)',
    meaning: '連携アプリケーションの版が書かれたファイルの場所。空にすると読みません。',
    example: 'C:\\Program Files\\OQS\\OQSComApp\\Version.info',
  },
  'paths.versionInfo.reader-app': {
    label: 'Version.info(リーダーアプリ)',
    meaning:
      '顔認証付きカードリーダーのアプリの版が書かれたファイルの場所。メーカーごとに違います。空にすると読みません。',
    example: 'D:\\Reader\\Version.info',
  },
  'paths.deliveryRecord': {
    label: '配信実績のファイル',
    meaning: '「配信実績の確認」で開くファイルの場所。空にすると、前に覚えた場所を使います。',
    example: 'C:\\ProgramData\\OQS\\record.csv',
  },
  'paths.readerInfo': {
    label: 'リーダー登録のファイル',
    meaning: 'カードリーダーの登録が書かれたファイル(ReaderInfo.ini)の場所。',
    example: 'C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini',
  },
  readerDevice: {
    label: 'カードリーダーの機器名',
    meaning: 'デバイスマネージャーに出るカードリーダーの名前の一部。空にすると、つながっているかどうかは調べません。',
    example: 'Smart Card Reader',
  },
  deliveryTask: {
    label: '配信のタスクの名前',
    meaning: '資材の配信を動かす、タスク スケジューラのタスクの名前。',
    example: 'OQS_exec_distroappstart',
  },
  plannedRestartTask: {
    label: '定刻の再起動のタスクの名前',
    meaning: '決まった時刻に端末を再起動するタスクの名前。ある端末では、夜のあいだのその再起動を途切れと数えません。',
    example: '定刻に再起動',
  },
  'paths.errorDetails': {
    label: '資料「発生エラー詳細」',
    meaning: '手元にある資料「発生エラー詳細」のファイルの場所。エラーの手引きから開けます。空にすると出ません。',
    example: 'C:\\Manual\\error-details.pdf',
  },
  notice: {
    label: 'お知らせのファイル',
    meaning:
      '使うお知らせのデータ(JSON)の場所。空にすると notices フォルダの新しいもの、なければ組み込みのものを使います。--notice があればそちらが先です。',
    example: 'notices/2026-07.json',
  },
  guide: {
    label: '手引きに足すファイル',
    meaning:
      'エラーの手引きに足す、または置き換える項目のファイル(JSON)の場所。空でも、データのフォルダに guide.json があれば使います。',
    example: 'guide.json',
  },
  'network.applicationHosts': {
    label: '資格確認の接続先',
    meaning: 'オンライン資格確認のサーバーの名前。名前が引けるかどうかを点検します。コンマで区切ります。',
    example: 'hweb.oqs.onshikaku.org, hweb-api.oqs.onshikaku.org',
  },
  'network.baseHosts': {
    label: '基盤の接続先',
    meaning: '基盤のサーバーの名前。名前が引けるかどうかを点検します。コンマで区切ります。',
    example: 'pweb.base.oqs-pdl.org',
  },
  'network.proxy': {
    label: 'プロキシ',
    meaning: '配信で使うプロキシの名前とポート番号。応答するかどうかを点検します。空にすると点検しません。',
    example: 'proxy.base.oqs-pdl.org:8080',
  },
  'managementTool.path': {
    label: '管理ツールの場所',
    meaning:
      '「配信アプリケーション管理ツール」のプログラムかショートカットの場所。空にすると、デスクトップと下のフォルダから探します。',
    example: 'C:\\Program Files\\OQS\\OQSDistroApp\\Tool.exe',
  },
  'managementTool.folders': {
    label: '管理ツールを探すフォルダ',
    meaning: '「配信アプリケーション管理ツール」を探すフォルダ。コンマで区切ります。',
    example: 'C:\\Program Files\\OQS\\OQSDistroApp',
  },
  'managementTool.automationIds.downloadNow': {
    label: '「今すぐダウンロード」の ID',
    meaning: '「今すぐダウンロード」のボタンの AutomationId。空にすると、ボタンの名前で探します。',
    example: 'btnDownload',
  },
  'managementTool.automationIds.showRecord': {
    label: '「配信実績の確認」の ID',
    meaning: '「配信実績の確認」のボタンの AutomationId。空にすると、ボタンの名前で探します。',
    example: 'btnRecord',
  },
  'managementTool.phrases.restartRequired': {
    label: '再起動を求める言葉',
    meaning: 'ダウンロードのあと、ツールが再起動を求めるときの言葉の一部。コンマで区切ります。',
    example: '再起動してください',
  },
  'managementTool.phrases.alreadyLatest': {
    label: '最新だと答える言葉',
    meaning: 'ツールが、すでに最新だと答えるときの言葉の一部。コンマで区切ります。',
    example: '最新です',
  },
  'managementTool.phrases.error': {
    label: 'エラーの言葉',
    meaning: 'ツールがエラーを知らせるときの言葉の一部。コンマで区切ります。',
    example: '失敗しました',
  },
  'limits.checkTimeoutSeconds': {
    label: '点検ごとの制限(秒)',
    meaning: '一つの点検が答えるまで待つ秒数。',
    example: '5',
  },
  'limits.refreshSeconds': {
    label: '読み直す間隔(秒)',
    meaning: '端末を自動で調べ直す間隔の秒数。',
    example: '60',
  },
  'limits.toolSilenceSeconds': {
    label: 'ツールを待つ時間(秒)',
    meaning: '「配信アプリケーション管理ツール」が何も言わないとき、待つのをやめるまでの秒数。',
    example: '600',
  },
  'limits.restartDelaySeconds': {
    label: '再起動までの秒読み(秒)',
    meaning:
      '再起動を指示してから始まるまでの秒数(1 から 600 の整数)。空にすると、端末の既定(60 秒、模擬端末では 15 秒)です。',
    example: '60',
  },
  'limits.uptimeWarnDays': {
    label: '再起動なしの警告(日)',
    meaning: '再起動せずにこの日数を超えて動いていると、注意を出します。',
    example: '14',
  },
  'limits.taskSilenceHours': {
    label: '配信タスクの警告(時間)',
    meaning: '配信のタスクがこの時間を超えて動いていないと、注意を出します。',
    example: '25',
  },
  'limits.clockToleranceMinutes': {
    label: '時計のずれの許容(分)',
    meaning: '時刻がこの分数を超えて未来になっていると、時計の誤りとします。',
    example: '5',
  },
  'limits.diskWarnBytes': {
    label: '空き容量の注意(バイト)',
    meaning: 'ドライブの空き容量がこれより少ないと、注意を出します。5000000000 は 5 GB です。',
    example: '5000000000',
  },
  'limits.diskFailBytes': {
    label: '空き容量の不足(バイト)',
    meaning: 'ドライブの空き容量がこれより少ないと、不足とします。1000000000 は 1 GB です。',
    example: '1000000000',
  },
};
