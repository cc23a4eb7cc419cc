/** What is said when the program ends before it has an answer. */
export const lastWordTexts = {
  heading: 'エラー(bug)',
  failed: (reason: string): string => `プログラムを最後まで動かせませんでした: ${reason}`,
  unfinished: '答えを出さないまま終わりました',
  remedy:
    'プログラムのファイルが足りないか、壊れているおそれがあります。ウイルス対策ソフトの記録を確かめ、配布された ZIP をもう一度展開してください。',
  oldNode: (found: string, needed: string): string =>
    `Node.js ${found} では動かないので、Node.js ${needed} 以上か、配布された ZIP の oqs-console.cmd で開いてください。`,
  remedyLine: (remedy: string): string => `対応: ${remedy}`,
} as const;
