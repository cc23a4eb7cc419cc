/** Builds dist/: the console and the simulator's programs as bundles for production, and the built-in scenarios beside them. */
import { cp, rm } from 'node:fs/promises';
import { bundle } from './bundle.ts';

await rm('dist', { recursive: true, force: true });
await bundle({ main: 'src/bin.ts', program: 'src/ports/simulator/program.ts' }, 'dist');
await cp('scenarios', 'dist/scenarios', { recursive: true });
