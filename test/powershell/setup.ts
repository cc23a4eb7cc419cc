import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { installPowerShell, quietEnvironment } from '../../scripts/powershell/install.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The real PowerShell, and the stand-in for UI Automation as an assembly; null where they cannot be had. */
    powershell: { readonly file: string; readonly assembly: string } | null;
  }
}

/** Installs PowerShell where it can be had, and says why where it cannot. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'oqs-powershell-'));
  const installed = await installPowerShell();
  if (installed.there) {
    const assembly = join(folder, 'stand-in.dll');
    const sources = join(import.meta.dirname, 'stand-in');
    const args = ['-NoLogo', '-NoProfile', '-File', join(sources, 'compile.ps1')];
    await promisify(execFile)(installed.file, [...args, join(sources, 'automation.cs'), assembly], {
      env: { ...process.env, ...quietEnvironment },
    });
    project.provide('powershell', { file: installed.file, assembly });
  } else {
    project.provide('powershell', null);
    process.stdout.write(`Skipped, for want of PowerShell: ${installed.reason}\n`);
  }
  return () => rm(folder, { recursive: true, force: true });
}
