/**
 * The keys as footer and help name them, and what those do that every program has. `label` is at most 12 columns wide.
 */
export const keyTexts = {
  names: {
    up: '上',
    down: '下',
    left: '左',
    right: '右',
    'page-up': 'PageUp',
    'page-down': 'PageDown',
    home: 'Home',
    end: 'End',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    'ctrl-c': 'Ctrl+C',
    'ctrl-u': 'Ctrl+U',
    'ctrl-w': 'Ctrl+W',
  },
  bindings: {
    select: { label: '選ぶ', help: '行を選ぶ' },
    do: { label: '実行', help: '選んだ行を実行する、開く' },
    back: { label: '戻る', help: '前の画面に戻る' },
    decide: { label: '決定', help: '選んだ答えに決める、入力を終える' },
    cancel: { label: 'やめる', help: '問いや入力をやめる' },
    choose: { label: '選ぶ', help: '問いの答えを選ぶ' },
    screen: {
      label: '画面',
      help: (name: string): string => `「${name}」の画面を開く`,
    },
    help: { label: '説明', help: 'この説明を開く' },
    'page-up': { label: null, help: '一画面分、上へ動かす' },
    'page-down': { label: null, help: '一画面分、下へ動かす' },
    'next-field': { label: null, help: '次の入力欄へ進む' },
    top: { label: null, help: '先頭へ動かす' },
    bottom: { label: null, help: '末尾へ動かす' },
    leave: { label: '終了', help: 'このプログラムを終える' },
  },
  /** Below the keys on the help screen. */
  notes: [
    '入力欄では、Ctrl+U でカーソルの前をすべて、Ctrl+W で前の語を消せます。Home と End で端へ動きます。',
    '文字のキーが効かないときは「半角/全角」で日本語入力を切ってください。',
    '画面をクリックして表示が止まったときは Enter を押すと動き出します。',
  ],
} as const;

/** What is said to a press that means nothing where it came. */
export const noKeyTexts = {
  kana: 'かな入力になっています。「半角/全角」キーで切り替えるか、矢印と Enter で操作してください。',
  paste: '貼り付けた文字は入力欄でだけ使えます。キーは1つずつ押してください。',
  unknownKey: 'このキーには働きがありません。? で説明が出ます。',
} as const;

/** The marks that say a state in words. */
export const markTexts = {
  done: '[済]',
  needed: '[要]',
  failed: '[異常]',
  unknown: '[不明]',
  none: '[-]',
  pending: '[..]',
} as const;

/** What the frame around every screen says. */
export const frameTexts = {
  moreAbove: (lines: number): string => `上に続きあり (${String(lines)} 行)`,
  moreBelow: (lines: number): string => `下に続きあり (${String(lines)} 行)`,
  blocked: (reason: string): string => `できません: ${reason}`,
  /** For a screen reader, in place of the mark before the selected row or around the selected answer. */
  selected: (label: string): string => `選択中: ${label}`,
  tooSmall: (columns: number, rows: number): string =>
    `画面を ${String(columns)}x${String(rows)} 以上に広げてください(小さすぎます)。`,
} as const;

/** The answer cannot be written where it was asked for. */
export const outputTexts = {
  cannotWrite: (reason: string): string => `結果を書き出せません: ${reason}`,
  outputRemedy: '出力先の空き容量と権限を確かめるか、別の出力先を指定して、もう一度実行してください。',
} as const;
