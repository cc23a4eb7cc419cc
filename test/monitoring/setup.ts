import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { buildInto } from '../../scripts/build.ts';
import type { Bench, ExtraPackage } from './bench.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Debian's Prometheus, Alertmanager, node_exporter, Nagios, Ansible and monitoring plugins; null where they cannot
     * be had.
     */
    bench: Bench | null;
    /** The built program, apart from dist/. */
    built: string;
  }
}

const scripts = join(import.meta.dirname, '../../scripts/debian');

const PACKAGES = 'prometheus prometheus-node-exporter ansible unzip monitoring-plugins-basic monitoring-plugins-common';
/** Beside those, each by itself: where one cannot be had only its own tests are skipped. */
const EXTRAS: Readonly<Record<ExtraPackage, string>> = {
  'prometheus-alertmanager': 'usr/bin/prometheus-alertmanager',
  'nagios4-core': 'usr/sbin/nagios4',
  'ansible-lint': 'usr/bin/ansible-lint',
  'libreoffice-calc-nogui': 'usr/bin/soffice',
};
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
    await promisify(execFile)(join(scripts, 'make-root.sh'), [root, 'bookworm', PACKAGES]);
    return { root, folder, lacking: await lackingIn(root) };
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code !== CANNOT_BE_MADE) throw error;
    process.stdout.write(`Skipped, for want of Debian's packages: ${stderr?.trim().split('\n').at(-1) ?? ''}\n`);
    return null;
  }
}

/** Adds the extra packages that are not there yet, and says why where one cannot be had. */
async function lackingIn(root: string): Promise<readonly string[]> {
  const lacking: string[] = [];
  for (const [name, program] of Object.entries(EXTRAS)) {
    if (existsSync(join(root, program))) continue;
    const install = `DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${name}`;
    const command = `apt-get update -qq && ${install} && apt-get clean`;
    const reason = await promisify(execFile)(join(scripts, 'in-root.sh'), [root, 'sh', '-c', command]).then(
      () => null,
      ({ stderr = '' }: { readonly stderr?: string }) => stderr.trim().split('\n').at(-1) ?? '',
    );
    if (reason === null) continue;
    lacking.push(name);
    process.stdout.write(`Skipped, for want of ${name}: ${reason}\n`);
  }
  return lacking;
}
