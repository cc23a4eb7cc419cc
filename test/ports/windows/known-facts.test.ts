import { hostname, tmpdir, uptime } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readKnownFacts } from '../../../src/ports/windows/known-facts.ts';

describe('readKnownFacts', () => {
  it('tells the machine that it runs on', async () => {
    const before = uptime();
    const facts = await readKnownFacts(tmpdir(), 1_000_000_000_000);
    expect(facts.name).toBe(hostname());
    expect(facts.freeBytes).toBeGreaterThan(0);
    expect(facts.bootedAt).toBeLessThanOrEqual(1_000_000_000_000 - Math.floor(before * 1_000));
    expect(facts.bootedAt).toBeGreaterThan(1_000_000_000_000 - before * 1_000 - 60_000);
  });

  it('makes no space up for a drive that is not there', async () => {
    expect((await readKnownFacts('/no-such-drive', 0)).freeBytes).toBeNull();
  });
});
