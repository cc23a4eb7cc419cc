import { systemTexts } from '../simulator.ja.ts';
import { encodeCp932 } from '../cp932.ts';
import { tryLock } from '../lock.ts';
import { entryForTry, readMachine, readPending, removePending, takeTry, writePending } from '../machine-state.ts';
import { workdirFiles } from '../workdir.ts';
import type { Program, ProgramContext } from './program-context.ts';

const ACCEPTED = 0;
const DENIED = 5;
const BAD_PARAMETER = 87;
const GOING_DOWN = 1115;
const NOTHING_TO_CANCEL = 1116;
const ALREADY_SCHEDULED = 1190;

/** shutdown.exe: `/r /t SECONDS /d REASON /c COMMENT` and `/a`. Its countdown runs in a process of its own. */
export const shutdownProgram: Program = (context) => {
  const exitCode = answer(context);
  if (exitCode !== ACCEPTED) context.write(encodeCp932(`${systemTexts.shutdown(exitCode)}\r\n`));
  return exitCode;
};

function answer(context: ProgramContext): number {
  const request = requestOf(context.args);
  if (request === null) return BAD_PARAMETER;
  const release = tryLock(workdirFiles(context.workdir).powerLock);
  if (!release) return GOING_DOWN;
  try {
    if (readMachine(context.workdir).power !== 'on') return GOING_DOWN;
    return request.cancels ? cancel(context) : schedule(context, request.seconds);
  } finally {
    release();
  }
}

function cancel({ workdir }: ProgramContext): number {
  if (!readPending(workdir)) return NOTHING_TO_CANCEL;
  removePending(workdir);
  return ACCEPTED;
}

function schedule(context: ProgramContext, seconds: number): number {
  const { workdir, spec } = context;
  if (readPending(workdir)) return ALREADY_SCHEDULED;
  const entry = entryForTry(spec.shutdown, takeTry(workdir, 'shutdown'));
  if (entry?.exitCode !== ACCEPTED) return entry?.exitCode ?? DENIED;
  const id = crypto.randomUUID();
  writePending(workdir, { id, dueAtReal: Date.now() + seconds * 1_000 });
  context.startApart(['count-down', id]);
  return ACCEPTED;
}

type Request = { readonly cancels: true } | { readonly cancels: false; readonly seconds: number };

/** null: a parameter is wrong. Without `/t` Windows waits 30 seconds. */
function requestOf(args: readonly string[]): Request | null {
  const [verb, ...rest] = args;
  if (verb?.toLowerCase() === '/a') return rest.length === 0 ? { cancels: true } : null;
  if (verb?.toLowerCase() !== '/r') return null;
  let seconds = 30;
  for (let index = 0; index < rest.length; index += 2) {
    const value = rest[index + 1];
    if (value === undefined) return null;
    switch (rest[index]?.toLowerCase()) {
      case '/t':
        if (!/^\d{1,9}$/.test(value) || Number(value) > 315_360_000) return null;
        seconds = Number(value);
        break;
      case '/d':
        if (!/^([pu]:)?\d{1,3}:\d{1,5}$/i.test(value)) return null;
        break;
      case '/c':
        if (value.length > 512) return null;
        break;
      case undefined:
      default:
        return null;
    }
  }
  return { cancels: false, seconds };
}
