import type { Options } from './cli.ts';

/** Longer than any single check may take by default. */
const DEFAULT_SECONDS = 60;
/**
 * A plugin "has a very limited runtime, typically 10 seconds" (Monitoring Plugins Development Guidelines, section 5): its caller
 * ends it soon after. All checks run side by side and each within 5 seconds unless the settings say more, so it is enough.
 */
const PLUGIN_SECONDS = 10;

/** How long `check` may take, in seconds. */
export function limitSeconds(options: Pick<Options, 'timeout' | 'nagios'>): number {
  return options.timeout ?? (options.nagios === true ? PLUGIN_SECONDS : DEFAULT_SECONDS);
}
