import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { GARBAGE } from '../../src/ports/simulator/fault-injection.ts';
import type { Trouble } from './trouble.ts';

/** What is done to the real files of the data folder; `undo` leaves nothing mounted and nobody waiting. */
export interface BrokenFolder {
  readonly strike: () => void;
  readonly undo: () => void;
}

const nothing: BrokenFolder = { strike: () => undefined, undo: () => undefined };

/** The file whose bytes a row of the data folder is about. */
function fileOf(dataDir: string, trouble: Trouble): string {
  return join(dataDir, trouble.row === 'journal' ? 'journal.jsonl' : 'settings.json');
}

/** Breaks the folder of the console's own files as it is before the run, and says what is done to it during the run. */
export function breakFolder(dataDir: string, trouble: Trouble): BrokenFolder {
  if (trouble.row !== 'journal' && trouble.row !== 'data-folder') return nothing;
  const file = fileOf(dataDir, trouble);
  switch (trouble.kind) {
    case 'missing':
      rmSync(trouble.row === 'journal' ? file : dataDir, { recursive: true });
      return nothing;
    case 'hanging':
      return replaceByPipe(file);
    case 'garbage':
      writeFileSync(file, GARBAGE);
      return nothing;
    case 'partial':
      truncateSync(file, Math.floor(statSync(file).size / 2));
      return nothing;
    case 'disappearing':
      return { ...nothing, strike: () => rmSync(dataDir, { recursive: true }) };
    case 'changed':
      return { ...nothing, strike: () => changeByOthers(file, trouble) };
    case 'disk-full':
      return fillDisk(dataDir);
    default:
      return nothing;
  }
}

function changeByOthers(file: string, { row }: Trouble): void {
  if (row === 'journal') appendFileSync(file, '{"event":"by another hand"}\n');
  else writeFileSync(file, '{"limits":{"refreshSeconds":1800}}');
}

/** A pipe that nobody writes to: whoever opens it to read waits until somebody does. */
function replaceByPipe(file: string): BrokenFolder {
  rmSync(file, { force: true });
  execFileSync('mkfifo', [file]);
  return { ...nothing, undo: () => release(file) };
}

/** Lets those who still wait at a pipe go on. */
function release(pipe: string): void {
  if (!existsSync(pipe)) return;
  try {
    closeSync(openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK));
  } catch {
    // Nobody waits there.
  }
}

/** Room for what is there, and not for a byte more. Needs the rights to mount a file system. */
function fillDisk(dataDir: string): BrokenFolder {
  const aside = `${dataDir}.aside`;
  cpSync(dataDir, aside, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dataDir]);
  cpSync(aside, dataDir, { recursive: true });
  const filler = join(dataDir, 'filler');
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(4_096));
  } catch {
    // ENOSPC: that is the point.
  }
  return { ...nothing, undo: () => void execFileSync('umount', ['-l', dataDir]) };
}
