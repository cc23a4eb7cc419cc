import { statfs } from 'node:fs/promises';
import { hostname, uptime, userInfo, version } from 'node:os';
import { SECOND, type Instant } from '../../domain/time.ts';

/** What Node tells about the machine by itself, at once. What it cannot tell is null. */
export interface KnownFacts {
  readonly name: string | null;
  readonly os: string | null;
  /** By the uptime, which goes on through fast startup, sleep and hibernation: the last full boot. */
  readonly bootedAt: Instant;
  readonly freeBytes: number | null;
  readonly user: string | null;
}

/** Asks Node. `systemDrive` is `C:\`. */
export async function readKnownFacts(systemDrive: string, now: Instant): Promise<KnownFacts> {
  return {
    name: textOr(hostname),
    os: textOr(version),
    bootedAt: Math.round(now - uptime() * SECOND),
    freeBytes: await freeBytesOf(systemDrive),
    user: textOr(() => userInfo().username),
  };
}

async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // The drive cannot be asked: not known, which the check says.
    return null;
  }
}

function textOr(ask: () => string): string | null {
  try {
    return ask() || null;
  } catch {
    // `userInfo` throws for a user without a profile.
    return null;
  }
}
