import { ok } from '../../src/domain/fault.ts';
import type { Agreements } from '../../src/ports/node/agreements.ts';
import type { SiteTrust } from '../../src/ports/ports.ts';
import type { Doubt } from '../../src/settings/data-files.ts';

/** Every file counts, but for those of these paths, until their content is agreed to. */
export function fakeTrust(doubts: Readonly<Record<string, Doubt>> = {}): SiteTrust {
  const agreed = new Set<string>();
  return {
    programDoubt: () => null,
    doubtsOf: (files) =>
      Promise.resolve(files.map(({ path, sha256 }) => (agreed.has(sha256) ? null : (doubts[path] ?? null)))),
    agree(sha256) {
      agreed.add(sha256);
      return Promise.resolve(ok(null));
    },
  };
}

/** Nobody has agreed to anything, and nothing is kept. */
export const noAgreements: Agreements = { read: () => new Set(), add: () => Promise.resolve('EPERM') };
