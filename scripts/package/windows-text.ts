const BOM = '\u{FEFF}';

/** CRLF at the end of every line, whatever the text had. */
export function crlf(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}

/** A text that every editor of Windows shows rightly: UTF-8 with BOM, CRLF. */
export function windowsText(text: string): Uint8Array {
  return Buffer.from(BOM + crlf(text), 'utf8');
}

/**
 * A batch file: CRLF, and nothing but ASCII, because cmd.exe reads it in the machine's own code page. (With LF alone
 * cmd.exe misses labels.)
 */
export function batchFile(text: string): Uint8Array {
  // eslint-disable-next-line no-control-regex
  const odd = /[^\n\r\t\x20-\x7E]/u.exec(text);
  if (odd) throw new Error(`a batch file holds ${JSON.stringify(odd[0])}, which is not ASCII`);
  return Buffer.from(crlf(text), 'ascii');
}
