import { tryLock } from '../shared-files.ts';
import { readMachine, readScheduled, schedule, takeTry, unschedule } from '../machine.ts';
import { systemTexts } from '../simulator.ja.ts';
import { workdirFiles } from '../workdir.ts';
import { BAD_PARAMETER, FAILED_EXIT, type Program, type ProgramContext } from './context.ts';

const ACCEPTED = 0;
const DENIED = 5;
const GOING_DOWN = 1115;
const NOTHING_TO_CANCEL = 1116;
const ALREADY_SCHEDULED = 1190;

/** What the parameters of `/r` may be. */
const parameters: ReadonlyMap<string, RegExp> = new Map([
  ['/t', /^\d{1,9}$/],
  ['/d', /^([pu]:)?\d{1,3}:\d{1,5}$/i],
  ['/c', /^.{0,512}$/s],
]);
/** Ten years. */
const LONGEST_SECONDS = 315_360_000;

/** shutdown.exe: `/r /t SECONDS /d REASON /c COMMENT` and `/a`. Its countdown runs in a process of its own. */
export const shutdownProgram: Program = async (context) => {
  const exitCode = await answer(context);
  if (exitCode !== ACCEPTED) context.print([systemTexts.shutdown(exitCode)]);
  return exitCode;
};

async function answer(context: ProgramContext): Promise<number> {
  const { workdir } = context;
  const request = requestOf(context.args);
  if (request === null) return BAD_PARAMETER;
  const release = tryLock(workdirFiles(workdir).powerLock);
  if (!release) return GOING_DOWN;
  try {
    if (readMachine(workdir).power !== 'on') return GOING_DOWN;
    const isScheduled = readScheduled(workdir) !== null;
    if (request === 'cancel') {
      unschedule(workdir);
      return isScheduled ? ACCEPTED : NOTHING_TO_CANCEL;
    }
    return isScheduled ? ALREADY_SCHEDULED : await restart(context, request.seconds);
  } finally {
    release();
  }
}

async function restart({ workdir, spec, startApart }: ProgramContext, seconds: number): Promise<number> {
  const entry = takeTry(workdir, 'shutdown', spec.shutdown);
  if (entry?.exitCode !== ACCEPTED) return entry?.exitCode ?? DENIED;
  const id = crypto.randomUUID();
  schedule(workdir, { id, dueAtReal: Date.now() + seconds * 1_000 });
  await startApart(['count-down', id]);
  return ACCEPTED;
}

/** null: a parameter is wrong. Without `/t` Windows waits 30 seconds. */
function requestOf([verb, ...rest]: readonly string[]): 'cancel' | { readonly seconds: number } | null {
  if (verb?.toLowerCase() === '/a') return rest.length === 0 ? 'cancel' : null;
  if (verb?.toLowerCase() !== '/r') return null;
  let seconds = 30;
  for (let index = 0; index < rest.length; index += 2) {
    const name = rest[index]?.toLowerCase() ?? '';
    const value = rest[index + 1];
    if (value === undefined || parameters.get(name)?.test(value) !== true) return null;
    if (name === '/t') seconds = Number(value);
  }
  return seconds > LONGEST_SECONDS ? null : { seconds };
}

const SLEEP_QUERY = '/query scheme_current sub_sleep standbyidle';

/** powercfg.exe: the sleep timer, as a Japanese Windows writes it; the last two numbers are AC and DC, in seconds. */
export const powerProgram: Program = (context) => {
  const minutes = context.spec.power.sleepMinutesOnAc;
  if (context.args.join(' ').toLowerCase() !== SLEEP_QUERY || minutes === null) return FAILED_EXIT;
  const seconds = `0x${(minutes * 60).toString(16).padStart(8, '0')}`;
  context.print([
    '電源設定の GUID: 381b4222-f694-41f0-9685-ff5bb260df2e  (バランス)',
    '  GUID エイリアス: SCHEME_BALANCED',
    '  サブグループの GUID: 238c9fa8-0aad-41ed-83f4-97be242c8f20  (スリープ)',
    '    GUID エイリアス: SUB_SLEEP',
    '    電源設定の GUID: 29f6c1db-86da-48c5-9fdb-f2b67b1f44da  (次の時間が経過後スリープ状態にする)',
    '      GUID エイリアス: STANDBYIDLE',
    '      利用可能な設定の最小値: 0x00000000',
    '      利用可能な設定の最大値: 0xffffffff',
    '      利用可能な設定の増分: 0x00000001',
    '      利用可能な設定の単位: 秒',
    `    現在の AC 電源設定のインデックス: ${seconds}`,
    `    現在の DC 電源設定のインデックス: ${seconds}`,
    '',
  ]);
  return 0;
};
