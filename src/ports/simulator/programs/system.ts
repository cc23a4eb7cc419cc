import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toIso } from '../../../domain/time.ts';
import { toolTexts } from '../simulator.ja.ts';
import { hostPath } from '../workdir.ts';
import type { Program, ProgramContext } from './context.ts';

/**
 * What takes PowerShell on Windows, in lines of JSON: `report` (what one process tells about the machine, and where the management tool is),
 * `clipboard BASE64` (kept in the working folder's `clipboard.txt`), `open-document PATH` (nothing opens here; its path is noted in
 * `opened.txt`).
 */
export const systemProgram: Program = (context) => {
  const { workdir, say } = context;
  const [verb, argument = ''] = context.args;
  switch (verb) {
    case 'report':
      say(reportOf(context));
      if (context.spec.tool.installed) say({ type: 'found', by: 'shortcut', path: toolTexts.shortcut });
      say({ type: 'end' });
      return 0;
    case 'clipboard': {
      const file = join(workdir, 'clipboard.txt');
      writeFileSync(file, Buffer.from(argument, 'base64'));
      say({ type: 'clipboard', textBase64: readFileSync(file).toString('base64') });
      return 0;
    }
    case 'open-document':
      if (!existsSync(hostPath(workdir, argument))) return 2;
      appendFileSync(join(workdir, 'opened.txt'), `${argument}\n`);
      say({ type: 'opened' });
      return 0;
    case undefined:
    default:
      return 87;
  }
};

function sessionOf(told: ProgramContext['spec']['session']) {
  if (told?.desktopUser === undefined) return told;
  const { desktopUser, ...session } = told;
  return { ...session, desktop: { isOurs: false, user: desktopUser } };
}

function reportOf({ spec, machine }: ProgramContext) {
  return {
    type: 'report',
    name: spec.terminal.name,
    os: spec.terminal.os,
    bootedAt: machine.bootedAt === null ? null : toIso(machine.bootedAt, spec.offsetMinutes),
    lastBootKind: machine.lastBootKind,
    // One more for each full boot.
    record: spec.boot.record === null ? null : spec.boot.record + machine.bootCount,
    session: sessionOf(spec.session),
    readerConnected: spec.reader?.connected ?? null,
  };
}
