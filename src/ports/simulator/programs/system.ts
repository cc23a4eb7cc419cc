import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toIso } from '../../../domain/time.ts';
import { asciiJsonLine } from '../../ascii-json.ts';
import { recordOf } from '../boot.ts';
import { hostPath } from '../workdir.ts';
import type { Program } from './program-context.ts';

/**
 * What takes PowerShell on Windows, each as one line of JSON: `report` (what one process tells about the machine),
 * `clipboard BASE64` (kept in the working folder's `clipboard.txt`), `open-document PATH` (nothing opens here; its path is noted in
 * `opened.txt`).
 */
export const systemProgram: Program = (context) => {
  const [verb, argument = ''] = context.args;
  switch (verb) {
    case 'report':
      return report(context);
    case 'clipboard': {
      const file = join(context.workdir, 'clipboard.txt');
      writeFileSync(file, Buffer.from(argument, 'base64'));
      context.write(asciiJsonLine({ type: 'clipboard', textBase64: readFileSync(file).toString('base64') }));
      return 0;
    }
    case 'open-document': {
      const host = hostPath(context.workdir, argument);
      if (host === null || !existsSync(host)) return 2;
      appendFileSync(join(context.workdir, 'opened.txt'), `${argument}\n`);
      context.write(asciiJsonLine({ type: 'opened' }));
      return 0;
    }
    case undefined:
    default:
      return 87;
  }
};

const report: Program = (context) => {
  const { spec, machine } = context;
  const told = {
    name: spec.terminal.name,
    os: spec.terminal.os,
    bootedAt: machine.bootedAt === null ? null : toIso(machine.bootedAt, spec.offsetMinutes),
    lastBootKind: machine.lastBootKind,
    record: recordOf(spec, machine),
    session: spec.session,
    freeBytes: spec.freeBytes,
    readerConnected: spec.reader?.connected ?? null,
  };
  context.write(asciiJsonLine(told));
  return 0;
};
