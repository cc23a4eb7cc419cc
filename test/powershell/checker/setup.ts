import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { installReference } from '../../../scripts/powershell/reference.ts';
import type { CheckerParts } from './check.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What scripts are checked against Windows PowerShell 5.1 with; null where it cannot be had. */
    checker: CheckerParts | null;
  }
}

/**
 * After the setup that brings PowerShell: brings what Windows PowerShell 5.1 stands on, and says why where that cannot
 * be had.
 */
export default async function setup(project: TestProject): Promise<void> {
  const { powershell } = project.getProvidedContext();
  project.provide('checker', powershell === null ? null : await partsFor(powershell.file));
}

async function partsFor(file: string): Promise<CheckerParts | null> {
  const reference = await installReference();
  if (reference.there) return { file, framework: reference.framework, standard: reference.standard };
  process.stdout.write(`Skipped, for want of what .NET Framework has: ${reference.reason}\n`);
  return null;
}
