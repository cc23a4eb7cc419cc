import { main } from './main.tsx';

process.exitCode = await main({ folder: import.meta.dirname, ports: (ports) => ports });
