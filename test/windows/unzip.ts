import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** What stands in an archive, by name, in its order. */
export async function filesInZip(bytes: Uint8Array | null): Promise<Readonly<Record<string, string>>> {
  const zip = await fromBufferPromise(Buffer.from(bytes ?? []), { strictFileNames: true });
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  return files;
}
