import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoOrNull } from '../../../domain/time.ts';
import { toolTexts } from '../simulator.ja.ts';
import { hostPath } from '../workdir.ts';
import { BAD_PARAMETER, type Program, type ProgramContext } from './context.ts';

/**
 * What takes PowerShell on Windows, in lines of JSON: `report` (what one process tells about the machine, and where the
 * management tool is), `clipboard BASE64` (kept in the working folder's `clipboard.txt`), `open-document PATH` (nothing
 * opens here; its path is noted in `opened.txt`); and for the selftest `selftest`, `selftest-windows`, `rights PATH…`,
 * `file-holders PATH`, whose answers are made up.
 */
export const systemProgram: Program = (context) => {
  const { workdir, say } = context;
  const [verb, argument = ''] = context.args;
  const sayWays = (ways: Ways): void => {
    for (const [way, facts] of Object.entries(ways))
      say({ type: 'way', way, facts, unknown: null, error: null, milliseconds: 0 });
  };
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
    case 'rights':
      say({ type: 'self', sid: ADMINISTRATORS });
      context.args
        .slice(1)
        .forEach(() => say({ type: 'rights', owner: null, sddl: `O:${ADMINISTRATORS}D:PAI(A;;FA;;;BA)` }));
      return 0;
    case 'file-holders':
      say({ type: 'holders', names: ['node.exe'] });
      return 0;
    case 'selftest':
      sayWays(waysOf(context));
      return 0;
    case 'selftest-windows':
      sayWays(desktopWays);
      return 0;
    case undefined:
    default:
      return BAD_PARAMETER;
  }
};

function sessionOf(told: ProgramContext['spec']['session']) {
  if (told?.desktopUser === undefined) return told;
  const { desktopUser, ...session } = told;
  return { ...session, desktop: { isOurs: false, user: desktopUser } };
}

/** The well-known group of administrators. */
const ADMINISTRATORS = 'S-1-5-32-544';

type Ways = Readonly<Record<string, object>>;

/** The same of its desktop. */
const desktopWays: Ways = {
  automation: { registered: true, desktop: 'ControlType.Pane', button: 'ControlType.Button', canPress: true },
  font: { codePage: 932, font: 'MS Gothic', fontHeight: 16 },
};

/** What the selftest's script learns of each way, on a terminal where all of them work. */
function waysOf({ spec }: ProgramContext): Ways {
  const { session } = spec;
  return {
    powershell: { version: '5.1.19041.1', languageMode: 'FullLanguage', apartment: 'MTA' },
    'event-log': { starts: 1 },
    devices: { devices: 1 },
    session: {
      session: 1,
      state: 0,
      flags: 1,
      screenSession: 1,
      lockScreens: 0,
      administrator: session?.elevated ?? null,
    },
    clipboard: { wasEmpty: true },
  };
}

function reportOf({ spec, machine }: ProgramContext) {
  return {
    type: 'report',
    name: spec.terminal.name,
    os: spec.terminal.os,
    bootedAt: isoOrNull(machine.bootedAt, spec.offsetMinutes),
    lastBootKind: machine.lastBootKind,
    // One more for each full boot.
    record: spec.boot.record === null ? null : spec.boot.record + machine.bootCount,
    session: sessionOf(spec.session),
    readerConnected: spec.reader?.connected ?? null,
  };
}
