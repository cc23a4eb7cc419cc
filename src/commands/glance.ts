import { join } from 'node:path';
import { fromIso, type Instant } from '../domain/time.ts';
import { endOfFile, holdsAnything, isThere } from '../ports/node/if-there.ts';
import { withinLimit } from '../ports/node/timers.ts';
import { readClock } from '../ports/simulator/clock.ts';
import { readMachine, readPrepared } from '../ports/simulator/machine.ts';
import { dataDirOf } from '../ports/simulator/workdir.ts';
import { chooseDataFolder, dataFolders, folderLook } from '../ports/windows/data-folder.ts';
import { localOffset } from '../ports/windows/zone.ts';
import { dataFiles } from '../settings/data-files.ts';
import { jsonIn } from '../text/json.ts';
import { decodeText } from '../text/text-file.ts';
import { cliTexts } from './cli.ja.ts';
import type { Options } from './options.ts';

/** What a terminal says at a glance, without being asked and without being relied on. */
export interface Glance {
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly label: string | null;
  /** The last bytes of its journal, at most 64 KiB; '' where it has none. */
  readonly journalEnd: string;
}

/** What says which terminal it is. */
type Which = Pick<Options, 'simulate' | 'workdir' | 'clock' | 'notice' | 'dataDir'>;

const JOURNAL_BYTES = 64 * 1024;
/** More than any settings file has. */
const MOST_SETTINGS_BYTES = 1024 * 1024;

/**
 * Looks at the terminal that a console is about to open on. null: it does not say at once, as a practice terminal that
 * must be made first or a drive that does not answer, or another notice than the built-in one may count, which must be
 * checked first. Rejects as the file system does.
 */
export async function glanceAt(
  which: Which,
  program: Pick<NodeJS.Process, 'platform' | 'env'>,
): Promise<Glance | null> {
  const terminal = terminalAt(which, program);
  return terminal && withinLimit(lookAt(terminal, which), GLANCE_MS, () => null);
}

/** A first frame that comes later is none, in milliseconds. */
const GLANCE_MS = 300;

async function lookAt(terminal: Place, which: Which): Promise<Glance | null> {
  if (await hasOwnNotice(which, terminal.dataDir)) return null;
  const end = await endOfFile(join(terminal.dataDir, dataFiles.journal.name), JOURNAL_BYTES);
  return { ...terminal, journalEnd: end === null ? '' : new TextDecoder().decode(end) };
}

type Place = Omit<Glance, 'journalEnd'> & { readonly dataDir: string };

function terminalAt(which: Which, { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): Place | null {
  if (platform === 'win32' && which.simulate === undefined) {
    const dataDir = which.dataDir ?? chooseDataFolder(dataFolders(env), folderLook, false).path;
    return { now: Date.now(), offsetMinutes: localOffset(), label: null, dataDir };
  }
  const { workdir } = which;
  const prepared = workdir === undefined ? null : readPrepared(workdir);
  if (workdir === undefined || prepared === null || readMachine(workdir).power !== 'on') return null;
  const asked = which.clock === undefined ? null : fromIso(which.clock);
  return {
    now: Math.max(readClock(workdir, Date.now()), asked ?? 0),
    offsetMinutes: prepared.spec.offsetMinutes,
    label: cliTexts.simulated,
    dataDir: which.dataDir ?? dataDirOf(workdir),
  };
}

/** Whether another notice than the built-in one may count: what it asks for is known when it is checked. */
async function hasOwnNotice({ notice }: Which, dataDir: string): Promise<boolean> {
  if (notice !== undefined || (await holdsAnything(join(dataDir, dataFiles.notices.name)))) return true;
  const settings = join(dataDir, dataFiles.settings.name);
  if (!(await isThere(settings))) return false;
  const bytes = (await endOfFile(settings, MOST_SETTINGS_BYTES)) ?? new Uint8Array();
  return mayName(decodeText(bytes)?.text ?? '');
}

/** Whether settings may name a notice: also where this cannot be told. */
function mayName(settings: string): boolean {
  const values = jsonIn(settings);
  return typeof values !== 'object' || values === null || 'notice' in values;
}
