import type { TestProject } from 'vitest/node';
import { installAutomation, type InstalledAutomation } from '../../scripts/automation/install.ts';
import { startBare, USUAL_START_MS } from '../../scripts/powershell/install.ts';
import { measurePace, paceOf } from '../pace/pace.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** null: what the lane needs cannot be had here. */
    automation: InstalledAutomation | null;
  }
}

/** Makes ready what the lane runs, and says why where it cannot. */
export default async function setup(project: TestProject): Promise<void> {
  const installed = await installAutomation();
  project.provide('automation', installed.there ? installed : null);
  if (installed.there) {
    project.provide('pace', await measurePace(() => startBare(installed.ownPowershell), USUAL_START_MS));
  } else {
    project.provide('pace', paceOf(0, USUAL_START_MS));
    process.stdout.write(`Skipped, for want of a Windows PowerShell: ${installed.reason}\n`);
  }
}
