import { win32 } from 'node:path';
import { limitSignal } from '../../domain/limit.ts';
import type { Files } from '../ports.ts';

/** A shortcut has a few kilobytes. */
const MAX_BYTES = 64 * 1024;
/** How long one may take to be read, in milliseconds: a desktop can lie on a server. */
const READ_MS = 1_500;
const HEADER_BYTES = 0x4c;
const CLASS_ID = '0114020000000000c000000000000046';
/** Which parts follow the header (LinkFlags, [MS-SHLLINK] 2.1.1). */
const HAS_ID_LIST = 0x01;
const HAS_LINK_INFO = 0x02;
const HAS_NAME = 0x04;
const HAS_RELATIVE_PATH = 0x08;
const IS_UNICODE = 0x80;
const IGNORES_LINK_INFO = 0x100;
/** Windows Installer advertises the program: what the link names is a picture of it. */
const HAS_DARWIN_ID = 0x1000;
/** LinkInfoFlags: the target is on a local drive ([MS-SHLLINK] 2.3). */
const HAS_LOCAL_PATH = 0x01;
/** From this size on the header of LinkInfo tells where its paths stand in UTF-16 as well. */
const HEADER_WITH_UNICODE = 0x24;

/**
 * The program that starts with this path: itself, or the one that a shortcut names; null where that is no program that
 * is there. A shortcut that Windows Installer advertises names a picture of its own in the Installer folder, which is
 * not the program.
 */
export async function programBehind(path: string, files: Pick<Files, 'read' | 'stat'>): Promise<string | null> {
  if (isProgram(path)) return path;
  const signal = limitSignal(READ_MS);
  const read = await files.read(path, { maxBytes: MAX_BYTES, signal });
  const target = read.ok ? shortcutTarget(read.value.bytes, path) : null;
  if (target === null || !isProgram(target) || /\\Windows\\Installer\\/i.test(target)) return null;
  return (await files.stat(target, signal)).ok ? target : null;
}

function isProgram(path: string): boolean {
  return /\.exe$/i.test(path);
}

/**
 * The absolute path that a shortcut's bytes name, by the fields of [MS-SHLLINK] (learn.microsoft.com): the local path,
 * else the path relative to where the shortcut stands. null where there is neither, and for whatever is no shortcut;
 * never throws.
 */
export function shortcutTarget(bytes: Uint8Array, shortcut: string): string | null {
  const link = fieldsOf(bytes);
  const classId = Buffer.from(bytes.subarray(4, 20)).toString('hex');
  if (link.u32(0) !== HEADER_BYTES || classId !== CLASS_ID) return null;
  const flags = link.u32(20);
  if (flags & HAS_DARWIN_ID) return null;
  const infoAt = HEADER_BYTES + (flags & HAS_ID_LIST ? 2 + link.u16(HEADER_BYTES) : 0);
  const nameAt = infoAt + (flags & HAS_LINK_INFO ? link.u32(infoAt) : 0);
  const local = localPath(bytes.subarray(infoAt, nameAt));
  if (!(flags & IGNORES_LINK_INFO) && isAbsolute(local)) return local;
  if (!(flags & HAS_RELATIVE_PATH)) return null;
  const width = flags & IS_UNICODE ? 2 : 1;
  const pathAt = nameAt + (flags & HAS_NAME ? 2 + width * link.u16(nameAt) : 0);
  const relative = link.text(pathAt + 2, width, link.u16(pathAt));
  const path = win32.join(win32.dirname(shortcut), relative);
  return relative !== '' && isAbsolute(path) ? path : null;
}

/** The path in a LinkInfo, which stands there in two parts; in UTF-16 where it has it so. Empty where it has none. */
function localPath(info: Uint8Array): string {
  const { u32, text } = fieldsOf(info);
  if (!(u32(8) & HAS_LOCAL_PATH)) return '';
  const unicode = u32(4) >= HEADER_WITH_UNICODE ? text(u32(28), 2) + text(u32(32), 2) : '';
  return unicode === '' ? text(u32(16), 1) + text(u32(24), 1) : unicode;
}

function isAbsolute(path: string): boolean {
  return /^[A-Za-z]:\\/.test(path);
}

/** Reads little-endian fields. What lies beyond the bytes is 0, and no text. */
function fieldsOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number): number => (at + 2 <= bytes.length ? view.getUint16(at, true) : 0);
  return {
    u16,
    u32: (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : 0),
    /** Text of so many characters of one byte (CP932) or two (UTF-16); it ends with its first NUL. */
    text: (at: number, width: 1 | 2, length = bytes.length): string => {
      if (at === 0) return '';
      const encoding = width === 2 ? 'utf-16le' : 'shift_jis';
      const text = new TextDecoder(encoding).decode(bytes.subarray(at, at + width * length));
      return text.split('\0', 1)[0] ?? '';
    },
  };
}
