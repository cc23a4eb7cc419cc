import type { FileHandle } from 'node:fs/promises';
import { refusal } from '../../domain/system-error.ts';
import { openToRead } from './open-file.ts';

/** How much is read at a time. */
const CHUNK_BYTES = 256 * 1024;
/** What may be appended before the bytes must move to a larger place. */
const ROOM_BYTES = 64 * 1024;

/** A file that mostly grows, as it was read last: what is there already is compared and not read into a new place. */
export interface GrowingFile {
  /**
   * The whole file as it is now. Rejects as `openToRead` does, also for a link, and with `too-large`. What was given
   * before stays as it was.
   */
  read(): Promise<Uint8Array>;
  /** What was read last, with the bytes behind it that have been appended since. */
  appended(bytes: Uint8Array): Uint8Array;
}

/**
 * The bytes that are known, with room behind them. They are never written over: a file that differs gets another place.
 */
interface Known {
  readonly place: Uint8Array;
  readonly length: number;
}

/** At most so many bytes are read: what is larger is refused at once, and costs no memory. */
export function createGrowingFile(path: string, mostBytes: number): GrowingFile {
  let known: Known = { place: new Uint8Array(), length: 0 };
  let readings = 0;

  function withMore({ place, length }: Known, bytes: Uint8Array): Known {
    if (place.length < length + bytes.length) {
      const larger = Buffer.allocUnsafeSlow(length + bytes.length + ROOM_BYTES);
      larger.set(place.subarray(0, length));
      return withMore({ place: larger, length }, bytes);
    }
    place.set(bytes, length);
    return { place, length: length + bytes.length };
  }

  return {
    async read() {
      const file = await openToRead(path, 'refused');
      try {
        // Taken out meanwhile: a reading that was given up and comes to its end later must not write where the next one
        // does.
        readings += 1;
        const reading = readings;
        const last = known;
        known = { place: new Uint8Array(), length: 0 };
        const { size } = await file.stat();
        if (size > mostBytes) throw refusal('too-large', path);
        const chunk = new Uint8Array(Math.max(1, Math.min(CHUNK_BYTES, size)));
        const isSame = last.length > 0 && (await beginsWith(file, last, chunk));
        let now = isSame ? last : { place: Buffer.allocUnsafeSlow(size + ROOM_BYTES), length: 0 };
        for (;;) {
          const { bytesRead } = await file.read(chunk, 0, chunk.length, now.length);
          if (bytesRead === 0) break;
          now = withMore(now, chunk.subarray(0, bytesRead));
          if (now.length > mostBytes) throw refusal('too-large', path);
        }
        if (reading === readings) known = now;
        return now.place.subarray(0, now.length);
      } finally {
        await file.close();
      }
    },
    appended(bytes) {
      known = withMore(known, bytes);
      return known.place.subarray(0, known.length);
    },
  };
}

async function beginsWith(file: FileHandle, { place, length }: Known, chunk: Uint8Array): Promise<boolean> {
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, length - at), at);
    const isSame = Buffer.compare(chunk.subarray(0, bytesRead), place.subarray(at, at + bytesRead)) === 0;
    if (bytesRead === 0 || !isSame) return false;
    at += bytesRead;
  }
  return true;
}
