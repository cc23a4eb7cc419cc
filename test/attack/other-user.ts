import { join } from 'node:path';
import process from 'node:process';

/** Somebody else: nobody of this machine has that number. */
export const OTHER_USER = 12_345;
/** Only root can give files to others. */
export const isRoot = process.getuid?.() === 0;
/** A notice as a site would put it into its folder. */
export const EXAMPLE = join(import.meta.dirname, '../../notices/examples/2024-11-connect.json');
