import { parseArgs } from 'node:util';
import { firstModel } from '../console/first-model.ts';
import { builtInNotice } from '../domain/notice/built-in.ts';
import { calendarOf } from '../domain/notice/calendar.ts';
import { wordsOf } from '../domain/notice/words.ts';
import { fromIso } from '../domain/time.ts';
import { glanceAtJournal } from '../journal/glance.ts';
import type { Model } from '../screens/model.ts';
import { status } from '../screens/status/status.ts';
import { wholeScreen } from '../screens/whole-screen.ts';
import { defaults } from '../settings/defaults.ts';
import { sizeOf, type Screen, type Size } from '../tui/screen.ts';
import { glanceAt, type Glance } from './glance.ts';
import type { Options } from './options.ts';

export { createPainter } from '../tui/painter.ts';

/** What a call that opens the console may name; every other call is none of ours. */
const known = {
  simulate: { type: 'string' },
  workdir: { type: 'string' },
  clock: { type: 'string' },
  notice: { type: 'string' },
  'data-dir': { type: 'string' },
  'read-only': { type: 'boolean' },
} as const;

/** The options of a call that opens the console, as they count. */
export type ConsoleOptions = Pick<Options, 'simulate' | 'workdir' | 'clock' | 'notice' | 'dataDir' | 'readOnly'>;

/**
 * The options of a call that opens the console; null for every other one, and for one that is wrong in any way: the
 * real reading of the command line says how.
 */
export function consoleCall(args: readonly string[]): ConsoleOptions | null {
  try {
    const { values } = parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false });
    const { 'data-dir': dataDir, 'read-only': readOnly, ...others } = values;
    const isWrong = [dataDir, ...Object.values(others)].includes('');
    if (isWrong || (others.clock !== undefined && fromIso(others.clock) === null)) return null;
    return { ...others, ...(dataDir === undefined ? {} : { dataDir }), ...(readOnly === true ? { readOnly } : {}) };
  } catch {
    return null;
  }
}

/**
 * Draws the first frame: all that stands on it before anything is read, and what the journal's end says of the last
 * time. Nothing of it is relied on; what the files say is checked when the console opens. Where this cannot be told at
 * once, nothing is drawn.
 */
export async function drawFirstFrame(
  call: ConsoleOptions,
  program: Pick<NodeJS.Process, 'platform' | 'env'>,
  version: string,
  screen: Screen,
): Promise<void> {
  if (screen.isReadOut) return;
  try {
    const glance = await glanceAt(call, program);
    if (glance === null) return;
    const model = modelOf(glance, call.readOnly === true, version, sizeOf(screen.stdout));
    const shown = { page: status.page(model), place: 'status' } as const;
    screen.painter.paint(wholeScreen(model, screen.ambiguous, shown), model.size);
  } catch {
    // A journal of another kind, a folder without rights: whoever opens it says so.
  }
}

function modelOf(
  { now, offsetMinutes, label, journalEnd }: Glance,
  readOnly: boolean,
  version: string,
  size: Size,
): Model {
  const notice = builtInNotice();
  return firstModel({
    about: {
      consoleVersion: version,
      label,
      readOnly,
      notice,
      others: [],
      done: [],
      known: [notice],
      ownComponents: notice.components,
      calendar: calendarOf(notice),
      words: wordsOf(notice),
      settings: defaults,
      settingsFile: { path: '', decides: [] },
      problems: [],
      ownGuide: [],
      guide: () => [],
      clinic: { formatVersion: 1, name: null, phone: null },
      offsetMinutes,
      restartDelaySeconds: 0,
      journalPath: '',
      places: [],
      paths: [],
    },
    size,
    now,
    journal: glanceAtJournal(journalEnd),
    lock: { held: true },
    message: null,
  });
}
