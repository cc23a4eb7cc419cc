import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok } from '../../domain/fault.ts';
import { errorCode } from '../../domain/system-error.ts';
import { fault } from '../command-faults.ts';
import type { SiteTrust } from '../ports.ts';
import { agreementTexts } from './file-faults.ja.ts';
import { replaceDurably } from './file-writer.ts';

/** The contents that a user has agreed to, by their SHA-256. */
export interface Agreements {
  read(): ReadonlySet<string>;
  /** Gives the error's code where they could not be kept; null: they are. */
  add(sha256: readonly string[]): Promise<string | null>;
}

const FILE = 'agreed.json';
const MAX_BYTES = 1_000_000;
const SHA256 = /^[0-9a-f]{64}$/;
const FOR_THE_USER = 0o600;

/**
 * Kept in a folder of the user's own, where nobody else can write; null: there is none. What is not as this wrote it
 * counts for nothing: then the operator is asked once more. `uid` null: the system has no such owners.
 */
export function createAgreements(folder: (makes: boolean) => string | null, uid: number | null): Agreements {
  function read(): ReadonlySet<string> {
    const place = folder(false);
    if (place === null) return new Set();
    try {
      const path = join(place, FILE);
      const stats = lstatSync(path);
      const isOurs = uid === null || (stats.uid === uid && (stats.mode & 0o022) === 0);
      if (!stats.isFile() || !isOurs || stats.size > MAX_BYTES) return new Set();
      const lines: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return new Set(Array.isArray(lines) ? lines.filter((line) => typeof line === 'string' && SHA256.test(line)) : []);
    } catch {
      // None yet, or no list: nothing was agreed to.
      return new Set();
    }
  }
  return {
    read,
    async add(sha256) {
      try {
        const place = folder(true);
        if (place === null) return 'EPERM';
        const all = [...new Set([...read(), ...sha256])];
        const text = `${JSON.stringify(all, null, 2)}\n`;
        await replaceDurably(join(place, FILE), new TextEncoder().encode(text), { mode: FOR_THE_USER });
        return null;
      } catch (error) {
        return errorCode(error);
      }
    },
  };
}

/** A trust in which a file that was agreed to counts whoever wrote it; only of the others is asked whose they are. */
export function onlyAsAgreed(agreements: Agreements, { doubtsOf, programDoubt }: Omit<SiteTrust, 'agree'>): SiteTrust {
  return {
    programDoubt,
    async doubtsOf(files) {
      if (files.length === 0) return [];
      const agreed = agreements.read();
      const open = files.filter(({ sha256 }) => !agreed.has(sha256));
      const doubts = open.length === 0 ? [] : await doubtsOf(open);
      return files.map((file) => doubts[open.indexOf(file)] ?? null);
    },
    async agree(sha256) {
      const code = await agreements.add([sha256]);
      return code === null ? ok(null) : failed(fault('denied', agreementTexts.notKept(code)));
    },
  };
}
