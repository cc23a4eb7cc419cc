import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runInOwnNetwork, whyNoOwnNetwork } from '../harness/own-network.ts';
import { temporaryFolder } from './built.ts';

/** The largest answer that a router without EDNS lets through, and none. */
const SMALL = 576;
const ANY = 65_535;
const reader = join(import.meta.dirname, 'read-network.ts');
const resultSchema = z.object({
  status: z.string(),
  guideId: z.string().nullable(),
  durationMs: z.int(),
  hadMs: z.number(),
});

describe('a name server that answers small, behind a router that drops what is large', () => {
  const folder = temporaryFolder();
  const resolvConf = join(folder.path, 'resolv.conf');
  let whyNot: string | null = null;
  beforeAll(async () => {
    writeFileSync(resolvConf, 'nameserver 127.0.0.1\noptions edns0\n');
    whyNot = await whyNoOwnNetwork(resolvConf);
  });
  afterAll(() => folder[Symbol.dispose]());

  /** What the check comes to where starting a program takes so many seconds. */
  async function read(largest: number, startSeconds: number) {
    const said = await runInOwnNetwork(resolvConf, process.execPath, [reader, String(largest), String(startSeconds)]);
    return resultSchema.parse(JSON.parse(said));
  }

  it.for([0, 1.5])(
    'is told as EDNS within five seconds, where a program takes %d s to start',
    async (seconds, { skip }) => {
      if (whyNot !== null) skip(`no network of its own: ${whyNot}`);
      const result = await read(SMALL, seconds);
      expect(result).toMatchObject({ status: 'fail', guideId: 'network-edns' });
      expect(result.durationMs).toBeLessThan(result.hadMs);
    },
  );

  it('is no trouble where large answers come through', async ({ skip }) => {
    if (whyNot !== null) skip(`no network of its own: ${whyNot}`);
    expect(await read(ANY, 0)).toMatchObject({ status: 'ok', guideId: null });
  });
});
