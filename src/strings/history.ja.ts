/** The history screen. */
export const historyTexts = {
  toCommands: '実行したコマンドを見る',
  toJournal: '作業記録を見る',
  nothing: '記録はまだありません。',
  nothingRun: 'コマンドはまだ実行していません。',
} as const;
