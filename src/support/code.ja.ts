import type { CodeProblem } from './code-facts.ts';

/** How the characters of a code are read out on the phone; the letters that sound like another have a word for it. */
export const codeReadings: Readonly<Record<string, { readonly kana: string; readonly word: string | null }>> = {
  '3': { kana: 'さん', word: null },
  '4': { kana: 'よん', word: null },
  '6': { kana: 'ろく', word: null },
  '7': { kana: 'なな', word: null },
  '9': { kana: 'きゅう', word: null },
  A: { kana: 'エー', word: 'アメリカ' },
  C: { kana: 'シー', word: 'カナダ' },
  E: { kana: 'イー', word: '英語' },
  F: { kana: 'エフ', word: null },
  H: { kana: 'エイチ', word: null },
  J: { kana: 'ジェー', word: 'ジャパン' },
  K: { kana: 'ケー', word: '京都' },
  M: { kana: 'エム', word: null },
  P: { kana: 'ピー', word: 'パリ' },
  R: { kana: 'アール', word: null },
  T: { kana: 'ティー', word: '東京' },
  W: { kana: 'ダブリュー', word: null },
  X: { kana: 'エックス', word: null },
  Y: { kana: 'ワイ', word: null },
};

/** The code, and what `oqs-console code` says of one. */
export const codeTexts = {
  reading: (kana: string, word: string | null): string => (word === null ? kana : `${kana}(${word})`),
  verdict: (word: string): string => `判定: ${word}`,
  step: (title: string): string => `次にすること: ${title}`,
  check: (name: string): string => `先に直す点検: ${name}`,
  version: (component: string, version: string): string => `${component}: ${version}`,
  unknownVersion: '不明(読み取れない)',
  otherVersion: '読み取れているが、コードでは表せない',
  /** A component that only the terminal's notice names. */
  component: (place: number): string => `お知らせの ${String(place)} 番目の部品`,
  rule: (id: string): string => `規則: ${id} 番`,
  head: (digits: string): string =>
    `作業記録の末尾: ${digits}(最後の行のハッシュの先頭五桁。記録がまだないときは 00000)`,
  code: (code: string): string => `コード: ${code}`,
  problems: {
    length: '十二文字でも、前の版の八文字でもありません。',
    character: 'コードに使わない文字があります。',
    unlike: '聞き間違いか、打ち間違いがあります。',
    format: '聞き間違いか、この oqs-console より新しい版のコードです。',
  } satisfies Record<CodeProblem, string>,
  remedy: (alphabet: string): string =>
    `一文字ずつ、もう一度聞いてください。使う文字は ${alphabet} です。0 と O、1 と I などは使いません。`,
} as const;
