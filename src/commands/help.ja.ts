/** What `--help` says of: the program, called by its name alone, and each command. */
const topics = [
  'oqs-console',
  'check',
  'report',
  'guide',
  'history',
  'card',
  'bundle',
  'selftest',
  'code',
  'notice',
  'desk',
  'schema',
  'scenarios',
  'completion',
  'help',
] as const;
export type HelpTopic = (typeof topics)[number];

type Row = readonly [said: string, words: string];

const done: readonly Row[] = [['0', '出した']];

/** Examples and exit codes, under what the grammar says. */
export const helpTexts = {
  topics,
  examples: '例:',
  exitCodes: '終了コード:',
  calls: {
    'oqs-console': [
      ['oqs-console', 'コンソールを開く。画面のないところでは check と同じ'],
      ['oqs-console --simulate outdated-morning', '模擬端末で練習する'],
      ['oqs-console check --json', '結果をほかのプログラムに渡す'],
      ['oqs-console help check', '一つのコマンドの使い方を見る'],
    ],
    check: [
      ['oqs-console check', '端末を調べて、結果を読む'],
      ['oqs-console check --json > answer.json', '結果を一つの文書として残す'],
      ['oqs-console check --nagios --timeout 20', '監視プラグインとして呼ぶ'],
    ],
    report: [
      ['oqs-console report', '完了報告に書く値を見る'],
      ['oqs-console report sent', '送ったことを記録する'],
    ],
    guide: [
      ['oqs-console guide カードリーダーが反応しない', '言葉で探す'],
      ['oqs-console guide network-edns', '一つの項目を、名前で開く'],
    ],
    history: [
      ['oqs-console history --html --out history.html', '印刷して署名するページを作る'],
      ['oqs-console history --json', '作業記録をほかのプログラムに渡す'],
    ],
    card: [
      ['oqs-console card --html --out card.html', '技術者が持つ紙を作る'],
      ['oqs-console card --staff --html --out staff.html', '職員に渡す紙を作る'],
    ],
    bundle: [
      ['oqs-console bundle --preview', '何が入るかだけを見る'],
      ['oqs-console bundle --out bundle.zip', '名前を決めて作る'],
      ['oqs-console bundle --out - | ssh desk "cat > bundle.zip"', 'ファイルを残さずに渡す'],
    ],
    selftest: [
      ['oqs-console selftest', '端末とつながる道を一つずつ試し、結果を保存する'],
      ['oqs-console selftest --read-only', '何も変えず、保存もしない'],
      ['oqs-console selftest --json --out selftest.json', '名前を決めて保存し、文書でも表示する'],
    ],
    code: [['oqs-console code 34F7-YTK7-HCAR', '電話で聞いたコードを読み解く']],
    notice: [
      ['oqs-console notice new --out notice.json', '質問に答えて作る'],
      ['oqs-console notice notice.json', '確かめて、いつ何と言うかを見る'],
    ],
    desk: [
      ['oqs-console desk answers', '画面で見る'],
      ['oqs-console desk answers --list --state failed', '失敗した端末だけを表で見る'],
      ['oqs-console desk answers --csv desk.csv', 'Excel で開くファイルを作る'],
      ['oqs-console desk answers --html desk.html', '印刷するページを作る'],
    ],
    schema: [['oqs-console schema check > check.schema.json', 'check --json の答えの書式を残す']],
    scenarios: [['oqs-console scenarios', '練習用の模擬端末の名前を見る']],
    completion: [
      [
        'oqs-console completion bash > ~/.local/share/bash-completion/completions/oqs-console',
        'bash で使えるようにする',
      ],
      ['oqs-console completion powershell | Out-String | Invoke-Expression', '今の PowerShell で使えるようにする'],
    ],
    help: [['oqs-console help desk', 'desk の使い方を見る']],
  } satisfies Readonly<Record<HelpTopic, readonly Row[]>>,
  codes: {
    'oqs-console': [['0', 'コンソールを閉じた(画面のないところでは check の終了コード)']],
    check: [
      ['0', '済み'],
      ['1', '作業が必要(--nagios: 期限を過ぎていれば 2)'],
      ['2', '失敗(問い合わせる)'],
      ['3', '不明(--nagios: 誤りのときも)'],
    ],
    report: [
      ['0', '送れる、送った。sent: 記録した'],
      ['1', 'まだ送れない。sent: まだ記録できない'],
      ['3', 'バージョンが不明'],
    ],
    guide: [
      ['0', '見つかった'],
      ['1', 'ぴったりの項がない'],
    ],
    history: done,
    card: done,
    bundle: [['0', '作った。--preview: 一覧を出した']],
    selftest: [
      ['0', 'すべての道が分かった(使えないと分かったものも含む)'],
      ['3', '分からない道がある'],
    ],
    code: [['0', '読み解けた']],
    notice: [['0', '使える。new: 書いた']],
    desk: [
      ['0', '全台済み。画面を終えた'],
      ['1', '済んでいない端末がある'],
      ['2', '失敗した端末がある'],
      ['3', '不明、回答なし、問題のあるファイルがある'],
    ],
    schema: done,
    scenarios: done,
    completion: done,
    help: done,
  } satisfies Readonly<Record<HelpTopic, readonly Row[]>>,
  everyCode: [
    ['64', '指定やファイルの誤り、書けない、ほかのコンソールが操作中'],
    ['70', 'プログラムの誤り'],
    ['130', 'Ctrl+C で途中でやめた'],
  ] satisfies readonly Row[],
} as const;
