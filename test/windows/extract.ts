import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** Extracts a zip into a folder, as Explorer does. */
export async function extract(zip: string, folder: string): Promise<void> {
  const reader = await fromBufferPromise(await readFile(zip), { strictFileNames: true });
  for await (const entry of reader.eachEntry()) {
    const path = join(folder, entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await buffer(await reader.openReadStreamPromise(entry)));
  }
}
