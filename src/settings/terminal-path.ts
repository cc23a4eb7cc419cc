/** A path of the terminal from its drive or share on: `C:\…`, `\\server\share\…`. Devices (`\\.\`, `\\?\`) are none. */
export function isWholePath(path: string): boolean {
  return /^[A-Za-z]:[\\/]./.test(path) || /^[\\/]{2}[^\\/.?][^\\/]*[\\/][^\\/]/.test(path);
}

/**
 * Whether the path leads into one of the exchange folders, `OQS\Req`, `OQS\Res` or `OQS\Face`, on whatever drive, and however it
 * is spelled: what lies there is patients' data, which this program never reads.
 */
export function isInExchangeFolder(path: string): boolean {
  const names = namesIn(path);
  return names.some((name, index) => name === 'oqs' && exchangeFolders.has(names[index + 1] ?? ''));
}

const exchangeFolders: ReadonlySet<string> = new Set(['req', 'res', 'face']);

/** The names along a path as Windows reads them: letter case, dots and spaces at the end, and streams mean nothing. */
function namesIn(path: string): readonly string[] {
  const names: string[] = [];
  for (const part of path.split(/[\\/]+/)) {
    if (part === '..') names.pop();
    else if (part !== '' && part !== '.')
      names.push(
        part
          .replace(/(?<=.):.*$/, '')
          .replace(/[. ]+$/, '')
          .toLowerCase(),
      );
  }
  return names;
}

/**
 * A path as it was typed or pasted: without the quotation marks that the Explorer copies with it, and as the keys mean it where
 * the Japanese input method was on (`Ｃ：￥`).
 */
export function pathFromText(text: string): string {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  if (isWholePath(bare)) return bare;
  const meant = bare
    .replaceAll(/[￥¥]/g, '\\')
    .replace(/^[Ａ-Ｚａ-ｚ][：:]/, (drive) => drive.normalize('NFKC'))
    .replace(/^([A-Za-z])：/, '$1:');
  return isWholePath(meant) ? meant : bare;
}
