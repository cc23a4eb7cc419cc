import { createHash } from 'node:crypto';

/** Lines of a journal whose chain fits, whoever made them: what an event leaves out is filled in. */
export function chainOf(events: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  let prev: string | null = null;
  return events.map((event, at) => {
    const own = { at: '2026-01-20T09:00:00+09:00', notice: '2026-01-face-library', event: 'console-started' };
    const line = JSON.stringify({ ...own, version: '0.2.0', seq: at + 1, ...event, prev });
    prev = sha256(line);
    return line;
  });
}

/** A journal of so many plain lines; what tells it from another one stands in each. */
export function plainChain(lines: number, version = '0.2.0'): readonly string[] {
  return chainOf(Array.from({ length: lines }, () => ({ version })));
}

/** The head that fits the last of these lines. */
export function headOf(lines: readonly string[]): string {
  const last = lines.at(-1) ?? '';
  const { seq }: { readonly seq?: unknown } = JSON.parse(last);
  return JSON.stringify({ seq, sha256: sha256(last) });
}

export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
