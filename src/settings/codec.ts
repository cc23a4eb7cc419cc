import { withoutIme } from '../tui/read-keys.ts';
import { settingProblems as problems } from './settings.ja.ts';
import { hoursFromText, hoursToText } from './hours-text.ts';
import { listFromText, listToText } from './list-text.ts';
import { isWholePath, pathFromText } from './terminal-path.ts';

/** What a text stands for, or why it stands for nothing; whether the value may be a setting is the schema's business. */
type Meant = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

/** How a setting is written on one line, and read back: `read(print(value))` means the same value. */
export interface Codec {
  readonly print: (value: unknown) => string;
  readonly read: (text: string) => Meant;
}

const meant = (value: unknown): Meant => ({ ok: true, value });
const printPlain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A text as it stands. */
export const textCodec: Codec = { print: printPlain, read: (text) => meant(text.trim()) };

/** Words of another program, with the spaces around them. */
export const wordsCodec: Codec = { print: printPlain, read: meant };

/** The name of a host, also as the Japanese input method types it. */
export const hostCodec: Codec = { print: printPlain, read: (text) => meant(text.normalize('NFKC').trim()) };

/** A file of the site's: somewhere on the terminal, or by its name in the data folder. */
export const siteFileCodec: Codec = { print: printPlain, read: (text) => meant(pathFromText(text)) };

/** A path of the terminal, whole: what it would begin from is not said anywhere. */
export const pathCodec: Codec = {
  print: printPlain,
  read(text) {
    const path = pathFromText(text);
    return path === '' || isWholePath(path) ? meant(path) : { ok: false, reason: problems.wholePath };
  },
};

/** A number. What is none goes on as a text, and the schema says so. */
export const numberCodec: Codec = {
  print: printPlain,
  read(text) {
    const typed = withoutIme(text).trim();
    const number = Number(typed.replaceAll(/(?<=\d),(?=\d{3})/g, ''));
    return meant(typed === '' || !Number.isFinite(number) ? typed : number);
  },
};

/** Several of these, a comma between them. */
export function listCodec(each: Codec): Codec {
  return {
    print: (value) => listToText(Array.isArray(value) ? value.map(each.print) : []),
    read(text) {
      const items = listFromText(text);
      if (items === null) return { ok: false, reason: problems.quotes };
      const values: unknown[] = [];
      for (const [index, item] of items.entries()) {
        const read = each.read(item);
        if (!read.ok) return { ok: false, reason: problems.item(index + 1, read.reason) };
        values.push(read.value);
      }
      return meant(values);
    },
  };
}

/** `host:port` */
export const proxyCodec: Codec = {
  print: (value) =>
    typeof value === 'object' && value !== null && 'host' in value && 'port' in value
      ? `${printPlain(value.host)}:${printPlain(value.port)}`
      : '',
  read(text) {
    const [, host, port] = /^(.+):([^:]+)$/.exec(withoutIme(text).trim()) ?? [];
    if (host === undefined || port === undefined) return { ok: false, reason: problems.proxy };
    const number = Number(port);
    return meant({ host: host.trim(), port: Number.isFinite(number) ? number : port });
  },
};

/** Hours of reception: `月-土 8:30-18:30`. */
export const hoursCodec: Codec = {
  print: (value) => hoursToText(value),
  read(text) {
    const hours = hoursFromText(text);
    return hours === null ? { ok: false, reason: problems.hours } : meant(hours);
  },
};

/** The same, where an empty field means that there is none (null). */
export function orNone(codec: Codec): Codec {
  return {
    print: codec.print,
    read: (text) => (text.trim() === '' ? meant(null) : codec.read(text)),
  };
}
