/** Around what `--out` names. */
export const outTexts = {
  written: (path: string): string => `書きました: ${path}`,
  exists: '同じ名前のファイルかフォルダがすでにあります。上書きはしません。',
  existsRemedy: '--out に別の名前を指定してください。',
  writeRemedy: '書けるフォルダを --out に指定してください。',
} as const;
