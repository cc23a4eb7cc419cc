/** What is wrong with a part of the program. */
export const partTexts = {
  otherLength: (part: string): string => `ファイルの大きさが違います(${part})`,
} as const;
