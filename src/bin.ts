import { setUpEngine } from './ports/node/engine.ts';

setUpEngine(process.argv.slice(2));
const { main } = await import('./main.tsx');
process.exitCode = await main({ folder: import.meta.dirname, ports: (ports) => ports });
