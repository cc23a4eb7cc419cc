/** A path of the terminal from its drive on: `C:\…`. Shares and devices are none. */
export function isWholePath(path: string): boolean {
  return /^[A-Za-z]:[\\/]./.test(path);
}

/**
 * Whether the path leads to another computer or to a device, however it is spelled: `\\server\share`, `//server/share`,
 * `\\?\UNC\…`, `\??\UNC\…`. Windows signs in to a server that it is only asked to look at, so whoever may name one
 * gets the user's credentials.
 */
export function isNetworkPath(path: string): boolean {
  return /^\s*[\\/](?:[\\/]|\?\?[\\/])/.test(path);
}

/** What is read, never run: the terminal's own programs for documents open these. Everything else may be a program. */
const documentKinds: ReadonlySet<string> = new Set(
  (
    'pdf xps oxps txt log csv tsv rtf doc docx xls xlsx ppt pptx odt ods odp jtd jtdc xdw xbd md ' +
    'png jpg jpeg gif bmp tif tiff webp'
  ).split(' '),
);

/**
 * Whether a file may be handed to Windows to be opened: a document on a drive of the terminal. Its kind is what Windows
 * takes for it, which leaves out dots and spaces at the end of a name; a stream (`a.pdf:b.exe`) is none.
 */
export function isDocumentPath(path: string): boolean {
  if (!isWholePath(path) || /[:<>"|?*\p{Cc}]/u.test(path.slice(2))) return false;
  const kind = /[^.\\/]\.([^.\\/]+)$/.exec(path.replace(/[. ]+$/, ''))?.[1] ?? '';
  return documentKinds.has(kind.toLowerCase());
}

/**
 * Whether the path leads into one of the exchange folders, `OQS\Req`, `OQS\Res` or `OQS\Face`, on whatever drive, and
 * however it is spelled: what lies there is patients' data, which this program never reads.
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
 * A path as it was typed or pasted: without the quotation marks that the Explorer copies with it, and as the keys mean
 * it where the Japanese input method was on (`Ｃ：￥`).
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
