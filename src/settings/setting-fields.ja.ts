import type { SettingKey } from './setting-keys.ts';

/** A setting on the screen: what it is called, and how it is written there. */
interface SettingText {
  readonly label: string;
  readonly example: string;
}

/** The settings of the screen. */
export const settingTexts: Readonly<Record<SettingKey, SettingText>> = {
  receptionHours: { label: '受付時間', example: '月-金 8:30-12:30, 月-金 14:00-18:30, 土 8:30-12:30' },
  clinicId: { label: '医院の番号', example: 'A-0123' },
  'paths.versionInfo.face-library': {
    label: 'Version.info(顔認証ライブラリ)',
    example: 'C:\\Program Files\\OQS-Auth\\Version.info',
  },
  'paths.versionInfo.distribution-app': {
    label: 'Version.info(配信アプリ)',
    example: 'C:\\Program Files\\OQS\\OQSDistroApp\\Version.info',
  },
  'paths.versionInfo.link-app': {
    label: 'Version.info(連携アプリ)',
    example: 'C:\\Program Files\\OQS\\OQSComApp\\Version.info',
  },
  'paths.versionInfo.reader-app': { label: 'Version.info(リーダーアプリ)', example: 'D:\\Reader\\Version.info' },
  'paths.deliveryRecord': { label: '配信実績のファイル', example: 'C:\\ProgramData\\OQS\\record.csv' },
  'paths.errorDetails': { label: '資料「発生エラー詳細」', example: 'C:\\Manual\\error-details.pdf' },
  notice: { label: 'お知らせのファイル', example: 'notices/2026-07.json' },
  guide: { label: '手引きに足すファイル', example: 'guide.json' },
  'managementTool.path': { label: '管理ツールの場所', example: 'C:\\Program Files\\OQS\\OQSDistroApp\\Tool.exe' },
};

/** What each setting is for, by its path in the file: on the screen, and in the JSON Schema. */
export const settingMeanings = {
  receptionHours:
    '患者さんの受付をする曜日と時間。この時間の中では、ダウンロードと再起動の前に確かめます。空にすると、いつも受付時間外です。',
  clinicId: 'サポート窓口が医院を見分けるための番号や記号。点検の結果(check --json)に入ります。',
  'paths.versionInfo.face-library': '顔認証ライブラリのバージョンが書かれたファイルの場所。空にすると読みません。',
  'paths.versionInfo.distribution-app':
    '配信アプリケーションのバージョンが書かれたファイルの場所。空にすると読みません。',
  'paths.versionInfo.link-app': '連携アプリケーションのバージョンが書かれたファイルの場所。空にすると読みません。',
  'paths.versionInfo.reader-app':
    '顔認証付きカードリーダーのアプリのバージョンが書かれたファイルの場所。メーカーごとに違います。空にすると読みません。',
  'paths.deliveryRecord': '「配信実績の確認」で開くファイルの場所。空にすると、前に覚えた場所を使います。',
  'paths.errorDetails':
    '手元にある資料「発生エラー詳細」のファイルの場所。エラーの手引きから開けます。空にすると出ません。',
  notice:
    '使うお知らせのデータ(JSON)の場所。空にすると notices フォルダの新しいもの、なければ組み込みのものを使います。--notice があればそちらが先です。',
  guide:
    'エラーの手引きに足す、または置き換える項目のファイル(JSON)の場所。空でも、データのフォルダに guide.json があれば使います。',
  'managementTool.path':
    '「配信アプリケーション管理ツール」のプログラムかショートカットの場所。空にすると、デスクトップと、設定ファイルの managementTool.folders のフォルダから探します。',
  'paths.readerInfo': 'カードリーダーの登録が書かれたファイル(ReaderInfo.ini)の場所。',
  readerDevice: 'デバイスマネージャーに出るカードリーダーの名前の一部。null なら、つながっているかどうかは調べません。',
  deliveryTask: '資材の配信を動かす、タスク スケジューラのタスクの名前。',
  plannedRestartTask:
    '決まった時刻に端末を再起動するタスクの名前。ある端末では、夜のあいだのその再起動を途切れと数えません。',
  'network.applicationHosts': 'オンライン資格確認のサーバーの名前。名前が引けるかどうかを点検します。',
  'network.baseHosts': '基盤のサーバーの名前。名前が引けるかどうかを点検します。',
  'network.proxy': '配信で使うプロキシの名前とポート番号。応答するかどうかを点検します。null なら点検しません。',
  'managementTool.folders': '「配信アプリケーション管理ツール」を探すフォルダ。',
  'managementTool.automationIds.downloadNow':
    '「今すぐダウンロード」のボタンの AutomationId。null なら、ボタンの名前で探します。',
  'managementTool.automationIds.showRecord':
    '「配信実績の確認」のボタンの AutomationId。null なら、ボタンの名前で探します。',
  'managementTool.phrases.restartRequired': 'ダウンロードのあと、ツールが再起動を求めるときの言葉の一部。',
  'managementTool.phrases.alreadyLatest': 'ツールが、すでに最新だと答えるときの言葉の一部。',
  'managementTool.phrases.error': 'ツールがエラーを知らせるときの言葉の一部。',
  'limits.checkTimeoutSeconds': '一つの点検が答えるまで待つ秒数。',
  'limits.refreshSeconds': '端末を自動で調べ直す間隔の秒数。',
  'limits.toolSilenceSeconds': '「配信アプリケーション管理ツール」が何も言わないとき、待つのをやめるまでの秒数。',
  'limits.restartDelaySeconds':
    '再起動を指示してから始まるまでの秒数(1 から 600 の整数)。null なら、端末の既定(60 秒、模擬端末では 15 秒)です。',
  'limits.uptimeWarnDays': '再起動せずにこの日数を超えて動いていると、注意を出します。',
  'limits.taskSilenceHours': '配信のタスクがこの時間を超えて動いていないと、注意を出します。',
  'limits.clockToleranceMinutes': '時刻がこの分数を超えて未来になっていると、時計の誤りとします。',
  'limits.diskWarnBytes': 'ドライブの空き容量がこれより少ないと、注意を出します。5000000000 は 5 GB です。',
  'limits.diskFailBytes': 'ドライブの空き容量がこれより少ないと、不足とします。1000000000 は 1 GB です。',
} as const;
