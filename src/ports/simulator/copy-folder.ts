import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import type { Instant } from '../../domain/time.ts';
import { simulatorTexts } from './simulator.ja.ts';

/**
 * Copies a folder with its file times, so that the copy can be written to. Files newer than `now` get the time `old`
 * instead: they were made by whoever wrote the scenario, not on the terminal. Links are followed. Throws InputError for what is
 * neither file nor folder.
 */
export function copyFolder(from: string, to: string, times: { readonly now: Instant; readonly old: Instant }): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    const target = join(to, name);
    const stats = statSync(source);
    if (stats.isDirectory()) copyFolder(source, target, times);
    else if (stats.isFile()) {
      copyFileSync(source, target);
      chmodSync(target, 0o644);
      const changed = new Date(stats.mtimeMs > times.now ? times.old : stats.mtimeMs);
      utimesSync(target, changed, changed);
    } else {
      throw new InputError({
        code: 'bad-scenario',
        message: simulatorTexts.notAFile,
        where: source,
        remedy: simulatorTexts.mendScenario,
      });
    }
  }
}
