/** What monitoring is told: the meaning of each metric, the plugin's line, and what is wrong with a call of `check`. */
export const monitoringTexts = {
  /** One line each; the collectors want the same words in every file. */
  help: {
    oqs_check_success: '端末を調べて答えを出せたら 1、出せなかったら 0',
    oqs_check_timestamp_seconds: '調べた時刻(端末の時計)',
    oqs_check_duration_seconds: '調べるのにかかった時間',
    oqs_console_info: 'oqs-console のバージョン、お知らせ、必要な部品とバージョン、模擬端末かどうか',
    oqs_verdict: '判定。あてはまるものが 1',
    oqs_next_step: '次にすること',
    oqs_next_step_check: '先に直す点検',
    oqs_component_status: '部品の状態、今のバージョン、必要なバージョン。空は不明、または今回の対象外',
    oqs_check_status: '点検の結果',
    oqs_check_probe_duration_seconds: '点検にかかった時間',
    oqs_disk_free_bytes: 'システムのドライブの空き容量',
    oqs_last_delivery_timestamp_seconds: '配信タスクが前回動いた時刻',
    oqs_last_boot_timestamp_seconds: '前回の再起動の時刻',
    oqs_last_boot_full: '直前の起動が再起動なら 1、高速スタートアップや休止からの復帰なら 0',
    oqs_restart_required: '再起動が必要なら 1',
    oqs_notice_deadline_timestamp_seconds: 'お知らせの期限が終わる時刻',
    oqs_notice_first_night_timestamp_seconds: '最初の配信の夜が始まる時刻',
    oqs_notice_delivery_phase: '配信の時期',
    oqs_notice_nights_left: 'まだ終わっていない配信の夜の数',
    oqs_journal_state: '作業記録の状態',
    oqs_site_file_problems: '使えない設定やお知らせなど、問題のあるファイルの数',
  },
  nagios: {
    versions: (component: string, installed: string, required: string): string =>
      `${component} ${installed}(必要 ${required} 以上)`,
    byEye: '目視',
    nextStep: (title: string): string => `次にすること: ${title}`,
    detail: (detail: string): string => `(${detail})`,
    /** Between the parts of the line. */
    between: '、',
    simulated: '模擬端末',
    problems: (count: number): string => `使えないファイル ${String(count)} 件`,
    /** Behind the verdict. */
    overdue: '(期限を過ぎています)',
  },
  stages: {
    opening: '端末を開く途中',
    reading: (checks: readonly string[]): string => `端末を調べる途中(終わっていない点検: ${checks.join('、')})`,
    deciding: '判定の途中',
    writing: '結果を書く途中',
    starting: '起動の途中',
  },
  timedOut: (seconds: number, stage: string): string =>
    `制限時間(${String(seconds)} 秒)までに終わりませんでした: ${stage}`,
  timedOutRemedy:
    '終わっていない点検の相手(ネットワーク、共有フォルダなど)を確かめるか、--timeout で制限時間を延ばしてください。',
  crashed: (how: string): string => `調べる途中でプログラムが異常終了しました(${how})。`,
  cannotWrite: (reason: string): string => `監視用のファイルを書けません: ${reason}`,
  cannotWriteRemedy: '--prometheus で指定したフォルダがあること、権限と空き容量を確かめて、もう一度実行してください。',
  promFile: '名前が .prom で終わるファイルを指定してください(ほかの名前は、読み取る側が読みません)。',
  nagiosAlone: '--nagios と --json は一緒に使えません。',
  labelAlone: '--label は --prometheus と一緒に使ってください。',
  labels: {
    form: (text: string): string => `「NAME=VALUE」の形で指定してください(${text})。`,
    name: (name: string): string =>
      `名前は英字か _ で始め、英数字と _ だけにしてください。__ で始まる名前は使えません(${name})。`,
    reserved: (name: string): string => `この名前は oqs-console が使っています(${name})。`,
    twice: (name: string): string => `同じ名前を二度指定しています(${name})。`,
    value: (name: string): string => `値が空か、改行のほかの制御文字を含んでいます(${name})。`,
  },
} as const;
