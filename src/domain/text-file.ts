const BYTE_ORDER_MARK = '\uFEFF';

/** A text as a file for Windows: UTF-8 with a byte order mark, so that every editor there knows it, and CRLF. */
export function textFile(text: string): Uint8Array {
  return new TextEncoder().encode(BYTE_ORDER_MARK + text.replace(/\r?\n/g, '\r\n'));
}

/** A name with the time in it that sorts: `20260120-081000`, in the given zone. */
export function timeInName(at: number, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * 60_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 19).replaceAll(':', '')}`;
}
