/** Files that are to be carried away. */
export const carryTexts = {
  partMissing: {
    headline: 'プログラムのフォルダが読めないため、ZIP を作れません。',
    tryNext: 'USB メモリを挿し直すか、コンソールを閉じて開き直してください。',
  },
} as const;
