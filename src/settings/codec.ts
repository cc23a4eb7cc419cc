import { withoutIme } from '../tui/read-keys.ts';
import { settingProblems as problems } from './settings.ja.ts';
import { hoursFromText, hoursToText } from './hours-text.ts';
import type { SettingKey } from './setting-keys.ts';
import { isWholePath, pathFromText } from './terminal-path.ts';

/** What a text stands for, or why it stands for nothing; whether the value may be a setting is the schema's business. */
type Meant = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

/** How a setting is written on one line, and read back: `read(print(value))` means the same value. */
interface Codec {
  readonly print: (value: unknown) => string;
  readonly read: (text: string) => Meant;
}

const meant = (value: unknown): Meant => ({ ok: true, value });
const printPlain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A text as it stands. */
const textCodec: Codec = { print: printPlain, read: (text) => meant(text.trim()) };

/** Words of another program, with the spaces around them. */
const wordsCodec: Codec = { print: printPlain, read: meant };

/** The name of a host, also as the Japanese input method types it. */
const hostCodec: Codec = { print: printPlain, read: (text) => meant(text.normalize('NFKC').trim()) };

/** A file of the site's: somewhere on the terminal, or by its name in the data folder. */
const siteFileCodec: Codec = { print: printPlain, read: (text) => meant(pathFromText(text)) };

/** A path of the terminal, whole: what it would begin from is not said anywhere. */
const pathCodec: Codec = {
  print: printPlain,
  read(text) {
    const path = pathFromText(text);
    return path === '' || isWholePath(path) ? meant(path) : { ok: false, reason: problems.wholePath };
  },
};

/** A number. What is none goes on as a text, and the schema says so. */
const numberCodec: Codec = {
  print: printPlain,
  read(text) {
    const typed = withoutIme(text).trim();
    const number = Number(typed.replaceAll(/(?<=\d),(?=\d{3})/g, ''));
    return meant(typed === '' || !Number.isFinite(number) ? typed : number);
  },
};

/** Several of these, a comma between them. */
function listCodec(each: Codec): Codec {
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
const proxyCodec: Codec = {
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
const hoursCodec: Codec = {
  print: (value) => hoursToText(value),
  read(text) {
    const hours = hoursFromText(text);
    return hours === null ? { ok: false, reason: problems.hours } : meant(hours);
  },
};

/** The same, where an empty field means that there is none (null). */
function orNone(codec: Codec): Codec {
  return {
    print: codec.print,
    read: (text) => (text.trim() === '' ? meant(null) : codec.read(text)),
  };
}

const hosts = listCodec(hostCodec);
const words = listCodec(wordsCodec);
const pathOrNone = orNone(pathCodec);
const textOrNone = orNone(textCodec);

/** How each setting is written on the screen. */
export const codecs: Readonly<Record<SettingKey, Codec>> = {
  receptionHours: hoursCodec,
  clinicId: textOrNone,
  'paths.versionInfo.face-library': pathOrNone,
  'paths.versionInfo.distribution-app': pathOrNone,
  'paths.versionInfo.link-app': pathOrNone,
  'paths.versionInfo.reader-app': pathOrNone,
  'paths.deliveryRecord': pathOrNone,
  'paths.readerInfo': pathCodec,
  readerDevice: textOrNone,
  deliveryTask: textCodec,
  plannedRestartTask: textCodec,
  'paths.errorDetails': pathOrNone,
  notice: orNone(siteFileCodec),
  guide: orNone(siteFileCodec),
  'network.applicationHosts': hosts,
  'network.baseHosts': hosts,
  'network.proxy': orNone(proxyCodec),
  'managementTool.path': pathOrNone,
  'managementTool.folders': listCodec(pathCodec),
  'managementTool.automationIds.downloadNow': textOrNone,
  'managementTool.automationIds.showRecord': textOrNone,
  'managementTool.phrases.restartRequired': words,
  'managementTool.phrases.alreadyLatest': words,
  'managementTool.phrases.error': words,
  'limits.checkTimeoutSeconds': numberCodec,
  'limits.refreshSeconds': numberCodec,
  'limits.toolSilenceSeconds': numberCodec,
  'limits.restartDelaySeconds': orNone(numberCodec),
  'limits.uptimeWarnDays': numberCodec,
  'limits.taskSilenceHours': numberCodec,
  'limits.clockToleranceMinutes': numberCodec,
  'limits.diskWarnBytes': numberCodec,
  'limits.diskFailBytes': numberCodec,
};

/** Texts with a comma between them; one that would be misread so stands in quotation marks, as in CSV. */
export function listToText(items: readonly string[]): string {
  return items.map((item) => (isPlain(item) ? item : `"${item.replaceAll('"', '""')}"`)).join(', ');
}

/** The texts between the commas (`,`, or what the Japanese input method types for it), without the spaces around; null: a quotation mark is not closed. */
export function listFromText(text: string): readonly string[] | null {
  const items: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [whole, quoted, bare] = ITEM.exec(rest) ?? [];
    if (whole === undefined) return null;
    const item = quoted === undefined ? (bare ?? '').trim() : quoted.replaceAll('""', '"');
    if (quoted !== undefined || item !== '') items.push(item);
    rest = rest.slice(whole.length).trimStart();
  }
  return items;
}

/** An item and the comma after it. */
const ITEM = /^(?:"((?:[^"]|"")*)"\s*|([^",，、]*))(?:[,，、]|$)/;

function isPlain(item: string): boolean {
  return item !== '' && item === item.trim() && !/[",，、]/.test(item);
}
