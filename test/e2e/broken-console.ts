/** The console with a bug: a port throws, which no port may. */
import process from 'node:process';
import { asProgram } from '../../src/as-program.ts';
import { main } from '../../src/main.ts';

await asProgram(process, { consoleVersion: 'test', neededNode: '22.13' }, async () =>
  main({
    folder: process.env['OQS_DIST'] ?? '',
    ports: (ports) => ({
      ...ports,
      files: {
        ...ports.files,
        watch: (paths, onChange) => {
          setTimeout(() => {
            throw new Error('a bug');
          }, 1_500);
          return ports.files.watch(paths, onChange);
        },
      },
    }),
  }),
);
