import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { buildInto } from '../../scripts/build.ts';
import type { Bench } from './bench.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Debian's Prometheus, Alertmanager, node_exporter, Nagios, Ansible and monitoring plugins; null where they cannot be had. */
    bench: Bench | null;
    /** The built program, apart from dist/. */
    built: string;
  }
}

const PACKAGES =
  'prometheus prometheus-node-exporter prometheus-alertmanager nagios4-core ansible ansible-lint unzip monitoring-plugins-basic monitoring-plugins-common';
/** What make-root.sh ends with where the folder cannot be made on this machine. */
const CANNOT_BE_MADE = 75;

/** Makes ready the programs that a support desk runs, and says why where they cannot be had. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'oqs-deploy-'));
  const built = join(folder, 'built');
  await buildInto(built);
  // Programs of that Debian run ours, which lies beside it.
  await copyFile(process.execPath, join(folder, 'node'));
  project.provide('built', built);
  project.provide('bench', await benchIn(folder));
  return () => rm(folder, { recursive: true, force: true });
}

async function benchIn(folder: string): Promise<Bench | null> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'oqs-console');
  const root = join(cache, 'desk');
  await mkdir(cache, { recursive: true });
  try {
    await promisify(execFile)(join(import.meta.dirname, '../../scripts/debian/make-root.sh'), [
      root,
      'bookworm',
      PACKAGES,
    ]);
    return { root, folder };
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code !== CANNOT_BE_MADE) throw error;
    process.stdout.write(`Skipped, for want of Debian's packages: ${stderr?.trim().split('\n').at(-1) ?? ''}\n`);
    return null;
  }
}
