/** Why a file that the operator wrote cannot be used. */
export const configFileTexts = {
  notAFile: 'ファイルではありません(フォルダなど)。',
  notText: '文字のファイルとして読めません(UTF-8 で保存し直してください)。',
  noticeRemedy:
    'ファイルを直すか、外してください。--notice か設定の notice で指定したときは、その指定を外すと組み込みのお知らせを使います。',
  namedNoticeRemedy: 'ファイルを直すか、設定ファイル(settings.json)の notice を消してください。',
  settingsRemedy: 'ファイルを直すか、別の場所へ移してください(既定の設定で動きます)。',
  clinicRemedy: 'ファイルを直すか、別の場所へ移してください(医療機関名と電話番号を入力し直せます)。',
} as const;
