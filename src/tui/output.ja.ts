/** The answer cannot be written where it was asked for. */
export const outputTexts = {
  cannotWrite: (reason: string): string => `結果を書き出せません: ${reason}`,
  outputRemedy: '出力先の空き容量と権限を確かめるか、別の出力先を指定して、もう一度実行してください。',
} as const;
