import type { CommandEvent } from '../../ports.ts';
import { jsonOf } from '../ask.ts';
import { watchToolLineSchema } from '../powershell/script-lines.ts';
import type { DriverTools, ToolDriverConfig } from './config.ts';
import { met, metByEnd, metByScript, type Met } from './obstacle.ts';
import type { PowershellRun } from './powershell-process.ts';
import { createPressWays, type PressNews, type PressWays } from './press-ways.ts';
import type { WatchLine } from './windows-seen.ts';

/** What happens while a button is looked for and pressed. */
export type Happening =
  | { readonly type: 'watch'; readonly line: WatchLine }
  /** The watch is over without having seen the process end: nothing more will be seen. */
  | { readonly type: 'watch-lost'; readonly end: CommandEvent }
  | PressNews
  | { readonly type: 'alarm'; readonly id: string };

type Raw = Happening | { readonly type: 'press-script'; readonly event: CommandEvent };

/** A button of the tool's window, watched and pressed at most once. */
export interface Pressing {
  /** Waits until the watch has seen what is there. Gives the lines of that first look, or why it cannot watch. */
  watching(): Promise<readonly WatchLine[] | Met>;
  /** Starts to press. To be called once. */
  press(button: ToolDriverConfig['buttons']['downloadNow']): void;
  next(): Promise<Happening>;
  /** Lets an alarm ring in `ms`; an alarm with the same id that has not rung yet is put off. */
  alarm(id: string, ms: number): void;
  silence(id: string): void;
  /** Ends both PowerShells and all alarms. */
  end(): void;
}

/** Watches a process. One PowerShell reads its windows, others press: a press may block as long as a dialog is open. */
export function startPressing(tools: DriverTools, processId: number): Pressing {
  const { config, powershell, timers } = tools;
  const { everyMs, fillMs, lookMs, totalMs } = config.limits;
  const queue = createQueue<Raw>();
  const alarms = new Map<string, () => void>();
  const runs: PowershellRun[] = [];
  // More than all limits together: whoever uses this is done before.
  const longestMs = totalMs + 3 * lookMs + 2 * fillMs;
  let pressRun: PowershellRun | null = null;
  let ways: PressWays | null = null;

  /** Queues what a run says; null is noise. */
  async function follow(run: PowershellRun, understand: (event: CommandEvent) => Raw | null): Promise<void> {
    runs.push(run);
    for await (const event of run.events) {
      const raw = understand(event);
      if (raw !== null) queue.put(raw);
    }
  }

  function silence(id: string): void {
    alarms.get(id)?.();
    alarms.delete(id);
  }

  function alarm(id: string, ms: number): void {
    silence(id);
    alarms.set(
      id,
      timers.after(ms, () => {
        alarms.delete(id);
        queue.put({ type: 'alarm', id });
      }),
    );
  }

  /** What the press says, in its order; null for what means nothing here. */
  function understood(raw: Raw): Happening | null {
    switch (raw.type) {
      case 'press-script':
        return ways?.take(raw.event) ?? null;
      case 'alarm':
        if (raw.id !== PRESS_LIMIT) return raw;
        // Lines that it wrote until now still come, and then its end: only they tell whether it has pressed.
        if (ways?.mayHavePressed() === false) pressRun?.kill();
        return null;
      default:
        return raw;
    }
  }

  /** Follows a script that presses, and ends it where it has not pressed in time. */
  function followPress(run: PowershellRun, waitMs: number): void {
    pressRun = run;
    void follow(run, (event) => ({ type: 'press-script', event }));
    alarm(PRESS_LIMIT, lookMs + waitMs);
  }

  async function next(): Promise<Happening> {
    for (;;) {
      const happening = understood(await queue.next());
      if (happening) return happening;
    }
  }

  return {
    async watching() {
      const run = powershell.start('watch-tool', { processId, everyMilliseconds: everyMs }, longestMs);
      void follow(run, asWatch);
      alarm(WATCH_LIMIT, lookMs);
      const seen: WatchLine[] = [];
      for (;;) {
        const happening = await next();
        if (happening.type === 'watch-lost') return metByEnd(happening.end);
        if (happening.type === 'alarm') return met('powershell-silent');
        if (happening.type !== 'watch') continue;
        if (happening.line.type === 'obstacle') return metByScript(happening.line);
        if (happening.line.type === 'process-ended') return met('window-not-found');
        if (happening.line.type === 'watching') {
          silence(WATCH_LIMIT);
          return seen;
        }
        seen.push(happening.line);
      }
    },
    press({ name, automationId }) {
      const input = (waitMs: number) => ({ processId, buttonName: name, waitSeconds: Math.ceil(waitMs / 1_000) });
      ways = createPressWays(({ obstacle }) => {
        // UI Automation has looked all that time, where it could look at all; where all its looks failed, a message may
        // find more.
        const waitMs = obstacle === 'automation-missing' ? fillMs : 0;
        followPress(powershell.start('press-by-message', input(waitMs), longestMs), waitMs);
      });
      followPress(powershell.start('press-button', { ...input(fillMs), automationId }, longestMs), fillMs);
    },
    next,
    alarm,
    silence,
    end() {
      for (const callOff of alarms.values()) callOff();
      for (const run of runs) run.kill();
    },
  };
}

const WATCH_LIMIT = 'watch-limit';
const PRESS_LIMIT = 'press-limit';

/** A line of the watch that cannot be understood is noise. */
function asWatch(event: CommandEvent): Raw | null {
  if (event.type !== 'line') return { type: 'watch-lost', end: event };
  const line = watchToolLineSchema.safeParse(jsonOf(event.text));
  return line.success ? { type: 'watch', line: line.data } : null;
}

/** What happens in several places, one after the other, for one reader. */
function createQueue<T>(): { readonly put: (item: T) => void; readonly next: () => Promise<T> } {
  let waiting: readonly T[] = [];
  let reader: ((item: T) => void) | null = null;
  return {
    put(item) {
      const take = reader;
      reader = null;
      if (take === null) waiting = [...waiting, item];
      else take(item);
    },
    next: async () =>
      new Promise((resolve) => {
        const [first, ...rest] = waiting;
        waiting = rest;
        if (first === undefined) reader = resolve;
        else resolve(first);
      }),
  };
}
