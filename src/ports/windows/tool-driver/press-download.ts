import type { DownloadOutcome } from '../../../domain/facts.ts';
import type { DriverTools } from './driver-tools.ts';
import { exitCodes, outcomeOf, type Met } from './obstacle.ts';
import { openTool } from './open-tool.ts';
import { startPressing, type Happening, type Pressing } from './pressing.ts';
import {
  createWindowsSeen,
  type WatchLine,
  type WindowLine,
  type WindowLook,
  type WindowsSeen,
} from './windows-seen.ts';
import { asOneText, outcomeInWords } from './words.ts';

/**
 * Presses 「今すぐダウンロード」 once and tells what the tool says, until its words, its silence or its end give an outcome.
 * Answers nothing that the tool asks. Gives the exit code; the last line is always `finished`.
 */
export async function pressDownload(tools: DriverTools): Promise<number> {
  const { say } = tools;
  say({ type: 'step', step: 'opening' });
  const opened = await openTool(tools);
  if (opened.type === 'obstacle') return notPressed(tools, opened, 'opening');

  const pressing = startPressing(tools, opened.processId);
  try {
    const there = await pressing.watching();
    if ('obstacle' in there) return notPressed(tools, there, 'opening');
    say({ type: 'step', step: 'pressing' });
    const seen = windowsOf(there);
    pressing.press(tools.config.buttons.downloadNow);
    const met = await followPress(tools, pressing, seen);
    return met === null ? exitCodes.answered : notPressed(tools, met, 'pressing');
  } finally {
    pressing.end();
  }
}

function notPressed({ say }: DriverTools, met: Met, where: 'opening' | 'pressing'): number {
  const { obstacle, detail } = met;
  const outcome = outcomeOf(obstacle, where);
  say({ type: 'finished', outcome, pressed: false, message: detail, obstacle });
  return exitCodes.answered;
}

function windowsOf(lines: readonly WatchLine[]): WindowsSeen {
  const seen = createWindowsSeen();
  for (const line of lines) {
    if (line.type === 'window') seen.look(line);
    if (line.type === 'window-closed') seen.close(line.id);
  }
  seen.press();
  return seen;
}

const SILENCE = 'silence';
const TOTAL = 'total';
const STANDING = 'standing ';

/** Follows the press to its outcome, and says that; or gives the obstacle that kept it from pressing. */
async function followPress(tools: DriverTools, pressing: Pressing, seen: WindowsSeen): Promise<Met | null> {
  const { say, config } = tools;
  const { limits, phrases } = config;
  // What comes before the word that the button is pressed may be an answer to the press all the same: two pipes keep no order.
  const early: Happening[] = [];
  const standing = new Map<string, WindowLook>();
  let mayHavePressed = false;
  let saidPressed = false;

  function finish(outcome: DownloadOutcome, message: string | null = null): null {
    say({ type: 'finished', outcome, pressed: true, message });
    return null;
  }

  function sayPressed(): void {
    if (!saidPressed) say({ type: 'step', step: 'pressed' });
    saidPressed = true;
  }

  /** Whether the words of this window gave the outcome. */
  function look(window: WindowLine): boolean {
    const it = seen.look(window);
    sayPressed();
    if (it.fresh.length > 0) {
      say({ type: 'says', text: asOneText(it.fresh) });
      pressing.alarm(SILENCE, limits.silenceMs);
    }
    const outcome = outcomeInWords(it.sincePress, phrases);
    if (outcome !== null) {
      finish(outcome, asOneText(window.isMain && it.fresh.length > 0 ? it.fresh : it.sincePress));
      return true;
    }
    mayStand(it);
    return false;
  }

  /** A dialog that waits for an answer stands still; one that only shows how far things are does not. */
  function mayStand(it: WindowLook): void {
    const { id, isMain, buttons } = it.window;
    if (isMain || buttons.length === 0 || it.sincePress.length === 0) {
      fallen(id);
      return;
    }
    standing.set(id, it);
    pressing.alarm(STANDING + id, limits.standingMs);
  }

  function fallen(id: string): void {
    standing.delete(id);
    pressing.silence(STANDING + id);
  }

  /** true: the end is said. */
  function happens(happening: Happening): boolean {
    switch (happening.type) {
      case 'pressed':
        sayPressed();
        return false;
      case 'watch':
        return watched(happening.line);
      case 'watch-lost':
        finish('hang');
        return true;
      case 'alarm': {
        const stood = happening.id.startsWith(STANDING) && standing.get(happening.id.slice(STANDING.length));
        if (stood) finish('unknown-dialog', asOneText(stood.words));
        else finish('hang');
        return true;
      }
      case 'pressing':
      case 'not-pressed':
        return false;
    }
  }

  function watched(line: WatchLine): boolean {
    switch (line.type) {
      case 'window':
        return look(line);
      case 'window-closed':
        seen.close(line.id);
        fallen(line.id);
        return false;
      case 'process-ended':
        finish('crash');
        return true;
      case 'viewer':
      case 'watching':
      case 'obstacle':
        return false;
    }
  }

  for (;;) {
    const happening = await pressing.next();
    if (happening.type === 'not-pressed') {
      sayBesideMain(tools, seen, early);
      return happening.met;
    }
    if (!mayHavePressed && happening.type !== 'pressing' && happening.type !== 'pressed') {
      early.push(happening);
      continue;
    }
    const now = mayHavePressed ? [happening] : [...early, happening];
    if (!mayHavePressed) {
      mayHavePressed = true;
      pressing.alarm(SILENCE, limits.silenceMs);
      pressing.alarm(TOTAL, limits.totalMs);
    }
    if (now.some(happens)) return null;
  }
}

/** A window that stands before the main one may be why the button cannot be pressed: its words are the tool's, so they are shown. */
function sayBesideMain({ say }: DriverTools, seen: WindowsSeen, early: readonly Happening[]): void {
  for (const happening of early) {
    if (happening.type !== 'watch') continue;
    if (happening.line.type === 'window') seen.look(happening.line);
    if (happening.line.type === 'window-closed') seen.close(happening.line.id);
  }
  for (const words of seen.besideMain()) {
    if (words.length > 0) say({ type: 'says', text: asOneText(words) });
  }
}
