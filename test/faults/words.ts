import type { FaultKind } from './kinds.ts';
import type { RowId } from './rows.ts';

export const rowNames: Readonly<Record<RowId, string>> = {
  files: '端末のファイル',
  'command:registry': 'reg.exe',
  'command:tasks': 'schtasks.exe',
  'command:power': 'powercfg.exe',
  'command:shutdown': 'shutdown.exe',
  'command:system': 'PowerShell',
  'command:network': '通信の確認',
  'command:tool': 'ツールの操作プログラム',
  clock: '時計',
  machine: '機械の状態',
  tasks: 'タスク',
  network: 'ネットワーク',
  tool: '管理ツール',
  power: '再起動',
  clipboard: 'クリップボード',
  documents: '資料を開く',
  'data-folder': 'データフォルダ',
  journal: '作業記録',
};

export const kindNames: Readonly<Record<FaultKind, string>> = {
  missing: 'ない',
  denied: '権限がない',
  slow: '遅い',
  late: '遅すぎる',
  hanging: '答えない',
  garbage: '壊れた中身',
  partial: '途中まで',
  disappearing: '途中で消える',
  'disk-full': 'ディスク満杯',
  changed: '途中で変わる',
  'clock-forward': '時計が6時間進む',
  'clock-back': '時計が6時間戻る',
  zone: '別の時間帯',
};

export const legend: readonly string[] = [
  '各マスは「`check` で起きたこと / 画面で起きたこと」です。どのマスも実際に動かした結果で、`npm run faults` が書き直します。',
  '',
  '- 同じ: 故障がないときと変わらない。-: `check` はこれを使わない(故障させて動かし、変わらないことを確かめた)',
  '- 不明、注意、失敗: 当たる点検がそう変わる(判定は故障がないときより良くならない)',
  '- 断る、開かない: 理由と次にすることを示して終わる(終了コード 64)。記録あり: 作業記録の書き換えとして示す',
  '- できた: 操作が済んだ。伝えた: できなかったことと次にすることが画面に出る',
  '- 操作の結果は作業記録に残った言葉: 押さず、押せず、応答なし、異常終了、エラー、見慣れぬ画面、予約、断られた、答えなし',
  '',
  '「遅い」は時間内、「遅すぎる」はどの制限も超える遅れです。「途中で」は、動いていたものが使われている間に変わります。',
  '「別の時間帯」は環境変数 TZ をほかの国にします(時計の行では端末の時計も)。時計の飛びはその行のものが使われた直後に起こします。',
];
