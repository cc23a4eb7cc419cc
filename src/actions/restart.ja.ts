/** Shown by the system beside its own countdown. */
export const restartComment = 'オンライン資格確認端末のバージョンアップのため再起動します(oqs-console)';
