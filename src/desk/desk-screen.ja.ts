/** What only the live screen of the desk says. */
export const deskScreenTexts = {
  looking: 'ファイルを探しています。',
  reading: (read: number, found: number, documents: number): string =>
    `読んでいます: ファイル ${String(read)}/${String(found)}、答え ${String(documents)} 件`,
  comparing: '比べる前の答えを読んでいます。',
  summary: (done: number, all: number): string => `済み ${String(done)}/${String(all)} 台`,
  clinics: (done: number, all: number): string => `全台済み ${String(done)}/${String(all)} か所`,
  counts: {
    failed: (count: number): string => `失敗 ${String(count)}`,
    untold: (count: number): string => `不明 ${String(count)}`,
    'newly-bad': (count: number): string => `悪化 ${String(count)}`,
    'newly-done': (count: number): string => `新しく済み ${String(count)}`,
    critical: (count: number): string => `CRITICAL ${String(count)}`,
    'no-answer': (count: number): string => `回答なし ${String(count)}`,
    stale: (count: number): string => `古い ${String(count)}`,
    ahead: (count: number): string => `未来 ${String(count)}`,
    superseded: (count: number): string => `数えない ${String(count)}`,
    twins: (count: number): string => `同時刻 ${String(count)}`,
    simulated: (count: number): string => `模擬 ${String(count)}`,
    bad: (count: number): string => `読めない ${String(count)}`,
  },
  narrowed: (narrowings: readonly string[]): string => `絞り込み: ${narrowings.join('、')}`,
  whole: '絞り込みなし',
  menu: 'ほかの操作を開く(絞り込み、書き出し、読めないファイル)',
  prompt: '言葉:',
  searching: '言葉を入力して Enter を押してください。Esc でやめます。',
  none: '答えが一つもありません。',
  noneFits: '当てはまる端末がありません。Esc で絞り込みを外せます。',
  noBad: '読めないファイルはありません。',
  gone: 'この端末の答えは、もうありません。Esc で戻ってください。',
  items: {
    search: '言葉で絞り込む',
    state: (state: string | null): string => `状態で絞り込む: ${state ?? 'すべて'}`,
    change: (change: string | null): string => `前の答えからの変化で絞り込む: ${change ?? 'すべて'}`,
    notice: 'お知らせで絞り込む(選ぶたびに次へ)',
    clear: '絞り込みを外す',
    terminals: 'すべての端末を見る',
    bad: (count: number): string => `読めないファイルや行を見る(${String(count)} 件)`,
    export: 'いま見えている端末を CSV に書き出す',
    read: 'すべてのファイルを読み直す',
    help: '説明を見る',
    leave: '終了する',
  },
  leaveByKey: '終わるには Ctrl+C を押すか、「ほかの操作」の「終了する」を選んでください。',
  exporting: 'CSV を書いています。',
  exported: (path: string, rows: number): string => `CSV に書き出しました(${String(rows)} 台): ${path}`,
  exportExists: (path: string): string =>
    `同じ名前のファイルがあるので書きませんでした。一分待って、もう一度お試しください: ${path}`,
  exportFailed: (path: string, reason: string): string =>
    `CSV を書けません: ${reason} 別の場所に書くには --csv を使ってください: ${path}`,
  rereading: 'すべてのファイルを読み直しています。',
  detail: {
    reading: '答えを読んでいます。',
    unreadable: (reason: string): string => `答えを読み直せません: ${reason}`,
    state: (state: string): string => `状態: ${state}`,
    urgency: (urgency: string, severity: string): string => `急ぐもの: ${urgency}(監視での重さ ${severity})`,
    step: (title: string): string => `次にすること: ${title}`,
    reason: '理由',
    components: '部品のバージョン',
    versions: (name: string, installed: string, required: string | null): string =>
      `${name}: ${installed}${required === null ? '' : `(必要: ${required} 以上)`}`,
    witness: (source: string, version: string, path: string | null): string =>
      `${source}: ${version}${path === null ? '' : ` (${path})`}`,
    unread: '読み取れません、または、ありません',
    checks: '済んでいない点検',
    allChecksFine: '失敗や注意の点検はありません。',
    check: (name: string, status: string, summary: string): string => `${name} [${status}] ${summary}`,
    statuses: { warn: '注意', fail: '失敗', unknown: '不明', skipped: '省略' } as Readonly<Record<string, string>>,
    remedy: (text: string): string => `-> ${text}`,
    facts: 'いつ',
    at: (time: string, age: string): string => `点検した時刻: ${time}(${age})`,
    stale: (hours: number): string =>
      `古い回答です(${String(hours)} 時間より前)。端末の電源と、答えの集まり方を確かめてください。`,
    ahead: '点検した時刻がこの機械の時計より先です。端末とこの機械の時計を確かめてください。',
    lastDelivery: (time: string): string => `最後の配信タスク: ${time}`,
    bootedAt: (time: string): string => `最後の起動: ${time}`,
    terminal: (name: string, os: string | null): string => `端末: ${name}${os === null ? '' : ` (${os})`}`,
    clinic: (name: string): string => `医療機関: ${name}`,
    errorPlace: (where: string): string => `場所: ${where}`,
    file: (place: string): string => `ファイル: ${place}`,
  },
  badReason: (reason: string): string => `理由: ${reason}`,
  helpIntro: [
    '集めた答え(check --json)から、済んでいない端末を急ぐ順に示します。',
    'ファイルの変化は 10 秒ごとに調べ、変わったものだけを読み直します。書き出しのほかは何も書きません。',
  ],
} as const;

/** What the desk's own keys do, besides those that every program has. */
export const deskKeyTexts = {
  narrow: { label: '検索', help: '言葉で絞り込む' },
  'next-state': { label: '状態', help: '次の状態の端末だけにする' },
  export: { label: null, help: 'いま見えている端末を CSV に書き出す' },
  'read-files': { label: '再読込', help: 'すべてのファイルを読み直す' },
} as const;

/** The screens by name. */
export const deskScreenNames = {
  'desk-clinics': '医療機関',
  'desk-terminals': '端末',
  'desk-detail': '詳細',
  'desk-bad': '読めないファイル',
  'desk-menu': 'ほかの操作',
  'desk-help': '説明',
} as const;
