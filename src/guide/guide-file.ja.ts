/** The file as a whole. */
export const guideFileTexts = {
  remedy: 'ファイルを直すか外してください。書き方は「oqs-console schema guide」で確かめられます。',
  repeated: (id: string): string => `「${id}」が二度出ています`,
} as const;
