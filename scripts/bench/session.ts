import process from 'node:process';
import { join } from 'node:path';
import { writeScenario } from '../../test/e2e/built.ts';
import { SETTINGS } from '../../test/e2e/prepared.ts';
import { confirm } from '../../test/e2e/robot.ts';
import { startInPty, type PtyProgram } from '../../test/harness/pty.ts';
import type { Bench } from './bench.ts';
import type { Found } from './metrics.ts';
import { peakMemoryOf } from './process-cost.ts';

/** What Ink puts around each frame: a terminal that knows it draws the frame at once (synchronized output). */
const FRAME = '\u001B[?2026h';
const LARGEST = 3;

const scenario = { formatVersion: 1, now: '2026-01-20T08:10:00+09:00' };
const settings = { limits: { restartDelaySeconds: 5 } };

/** Where in the session a frame was drawn. */
interface Frame {
  readonly during: string;
  readonly bytes: number;
}

/**
 * A whole working session at 80x24, by arrows, Enter and typing: start, status, download, restart, report. Counts the
 * bytes that a remote line carries, frame by frame, and the most memory the console had.
 */
export async function session({ main, folder }: Bench): Promise<Found> {
  const source = writeScenario(join(folder, 'session-scenario'), scenario, {
    [SETTINGS]: JSON.stringify(settings),
  });
  const args = [main, '--simulate', source, '--workdir', join(folder, 'session')];
  await using program = startInPty(process.execPath, args, { columns: 80, rows: 24 });
  const parts: { readonly name: string; readonly output: string; readonly peakMemory: number }[] = [];
  let from = 0;
  const done = async (name: string): Promise<void> => {
    const peakMemory = await peakMemoryOf(program.pid);
    parts.push({ name, output: program.output.slice(from), peakMemory });
    from = program.output.length;
  };
  await start(program, done);
  await download(program, done);
  await restart(program, done);
  await report(program, done);
  program.press('ctrl-c');
  await program.waitForExit();
  const frames = parts.flatMap(({ name, output }) => framesOf(name, output));
  const largest = frames.toSorted((one, other) => other.bytes - one.bytes).slice(0, LARGEST);
  return {
    values: {
      'memory.peak': Math.max(...parts.map(({ peakMemory }) => peakMemory)),
      'session.bytes': bytes(program.output),
      'session.largest-frame': largest[0]?.bytes ?? 0,
    },
    details: {
      parts: parts.map(({ name, output, peakMemory }) => ({ name, bytes: bytes(output), peakMemory })),
      frames: frames.length,
      largest,
    },
  };
}

type Done = (name: string) => Promise<void>;

async function start(program: PtyProgram, done: Done): Promise<void> {
  await program.waitFor(
    ({ text }) => text.includes('次にすること: 「今すぐダウンロード」を押す') && text.includes('問題のない点検'),
  );
  await done('start and status');
}

async function download(program: PtyProgram, done: Done): Promise<void> {
  program.press('enter');
  await program.waitFor('> 「今すぐダウンロード」を押す');
  await program.waitFor('一度だけ');
  program.press('enter');
  await confirm(program, '押す', (key) => program.press(key));
  await program.waitFor('> 再起動へ進む', { timeout: 30_000 });
  await done('download');
}

async function restart(program: PtyProgram, done: Done): Promise<void> {
  program.press('enter');
  await program.waitFor('> 再起動する');
  program.press('enter');
  await confirm(program, '再起動する', (key) => program.press(key));
  await program.waitFor('再起動しています', { timeout: 60_000 });
  await program.waitFor('次にすること: 「完了報告フォーム」で完了報告を送る', { timeout: 60_000 });
  await done('restart');
}

async function report(program: PtyProgram, done: Done): Promise<void> {
  program.press('enter');
  await program.waitFor('> 端末の台数: [ ]');
  program.type('1');
  await program.waitFor('> 端末の台数: [1 ]');
  program.press('enter');
  await program.waitFor('端末 1 台がすべて済みと記録しました');
  await program.waitFor('> 医療機関名: [');
  program.type('霞が関第一医院');
  await program.waitFor('> 医療機関名: [霞が関第一医院 ]');
  program.press('escape');
  await program.waitFor(({ text }) => !text.includes('> 医療機関名: ['));
  await done('report');
}

function framesOf(during: string, output: string): readonly Frame[] {
  return output
    .split(FRAME)
    .slice(1)
    .map((frame) => ({ during, bytes: bytes(FRAME + frame) }));
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
