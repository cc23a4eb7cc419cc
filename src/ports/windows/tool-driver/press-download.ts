import type { DownloadOutcome } from '../../../domain/facts.ts';
import { createBeforePress } from './before-press.ts';
import type { DriverTools } from './config.ts';
import { outcomeOf, type Met } from './obstacle.ts';
import { openTool } from './open-tool.ts';
import { startPressing, type Happening, type Pressing } from './pressing.ts';
import {
  asOneText,
  createWindowsSeen,
  outcomeInWords,
  type WatchLine,
  type WindowLine,
  type WindowLook,
  type WindowsSeen,
} from './windows-seen.ts';

/**
 * Presses 「今すぐダウンロード」 once and tells what the tool says, until its words, its silence or its end give an
 * outcome. Answers nothing that the tool asks. The last line is always `finished`.
 */
export async function pressDownload(tools: DriverTools): Promise<void> {
  const { say } = tools;
  say({ type: 'step', step: 'opening' });
  const opened = await openTool(tools);
  if (opened.type === 'obstacle') return notPressed(tools, opened, 'opening');

  const pressing = startPressing(tools, opened.processId);
  try {
    const there = await pressing.watching();
    if ('obstacle' in there) return notPressed(tools, there, 'opening');
    say({ type: 'step', step: 'pressing' });
    const seen = createWindowsSeen();
    for (const line of there) seen.take(line);
    seen.press();
    pressing.press(tools.config.buttons.downloadNow);
    const met = await followPress(tools, pressing, seen);
    if (met !== null) notPressed(tools, met, 'pressing');
  } finally {
    pressing.end();
  }
}

function notPressed({ say }: DriverTools, { obstacle, detail }: Met, where: 'opening' | 'pressing'): void {
  say({ type: 'finished', outcome: outcomeOf(obstacle, where), pressed: false, message: detail, obstacle });
}

const SILENCE = 'silence';
const TOTAL = 'total';
const STANDING = 'standing ';

/** Follows the press to its outcome, and says that; or gives the obstacle that kept it from pressing. */
async function followPress(tools: DriverTools, pressing: Pressing, seen: WindowsSeen): Promise<Met | null> {
  const { say, config } = tools;
  const { limits, phrases } = config;
  const early = createBeforePress(seen);
  const standing = new Map<string, WindowLook>();
  let mayHavePressed = false;
  let saidPressed = false;

  /** Says the outcome: nothing comes after it. */
  function finish(outcome: DownloadOutcome, message: string | null = null): true {
    say({ type: 'finished', outcome, pressed: true, message });
    return true;
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
    if (outcome !== null)
      return finish(outcome, asOneText(window.isMain && it.fresh.length > 0 ? it.fresh : it.sincePress));
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

  /** Whether the end is said. */
  function happens(happening: Happening): boolean {
    switch (happening.type) {
      case 'pressed':
        sayPressed();
        return false;
      case 'watch':
        return watched(happening.line);
      case 'watch-lost':
        return finish('hang');
      case 'alarm': {
        const stood = happening.id.startsWith(STANDING) && standing.get(happening.id.slice(STANDING.length));
        return stood ? finish('unknown-dialog', asOneText(stood.words)) : finish('hang');
      }
      case 'before':
      case 'second-way':
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
        seen.take(line);
        fallen(line.id);
        return false;
      case 'process-ended':
        return finish('crash');
      case 'viewer':
      case 'watching':
      case 'obstacle':
        return false;
    }
  }

  for (;;) {
    const happening = await pressing.next();
    if (happening.type === 'not-pressed') {
      early.settle();
      sayBesideMain(tools, seen);
      return happening.met;
    }
    if (happening.type === 'before') early.stood(happening.window);
    else if (happening.type === 'second-way') early.settle();
    else if (mayHavePressed) {
      if (happens(happening)) return null;
    } else if (happening.type === 'pressing' || happening.type === 'pressed') {
      mayHavePressed = true;
      pressing.alarm(SILENCE, limits.silenceMs);
      pressing.alarm(TOTAL, limits.totalMs);
      if ([...early.press(), happening].some(happens)) return null;
    } else early.put(happening);
  }
}

/**
 * A window that stands before the main one may be why the button cannot be pressed: its words are the tool's, so they
 * are shown.
 */
function sayBesideMain({ say }: DriverTools, seen: WindowsSeen): void {
  for (const words of seen.besideMain()) if (words.length > 0) say({ type: 'says', text: asOneText(words) });
}
