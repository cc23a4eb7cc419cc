import { screenIds, type ScreenId } from '../src/screens/keys.ts';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepLive } from '../src/console/live.ts';
import { createRuntime } from '../src/console/run-effects.ts';
import { storeOf } from '../src/tui/store.ts';
import { update, type Store } from '../src/console/update.ts';
import { MINUTE, SECOND } from '../src/domain/time.ts';
import { openJournal } from '../src/journal/journal.ts';
import { nodeTimers } from '../src/ports/node/timers.ts';
import { defaultSettings } from '../src/settings/load.ts';
import { aboutWith, morning, OFFSET, onScreen, opening, RESTART_DELAY } from './console/builders.ts';
import { fakePorts } from './fakes/ports.ts';
import { showConsole } from './harness/console-frames.tsx';
import { memoryStore } from './journal/memory-store.ts';

/**
 * What the clock in the header, and the time of the last reading on the status screen, may cost a minute as Ink draws
 * them.
 */
const BYTES_A_MINUTE = 250;
const REFRESH_SECONDS = 7;

/** A console with everything that keeps it live, on a terminal where nothing changes; time is the test's. */
async function idleConsole(screen: ScreenId) {
  vi.setSystemTime(morning);
  const now = (): number => Date.now();
  const defaults = defaultSettings();
  const settings = { ...defaults, limits: { ...defaults.limits, refreshSeconds: REFRESH_SECONDS } };
  const journalStore = memoryStore();
  const plain = fakePorts();
  const ports = { ...plain, journal: journalStore, clock: { ...plain.clock, now } };
  const about = aboutWith({ settings });
  const journal = await openJournal({
    store: journalStore,
    clock: ports.clock,
    offsetMinutes: OFFSET,
    noticeId: about.notice.id,
  });
  if (!journal.ok) throw new Error(journal.fault.headline);
  const counted = { surveys: 0 };
  const runtime = createRuntime({
    problems: [],
    tools: {
      ports,
      journal: journal.value,
      settings,
      ownComponents: [],
      offsetMinutes: OFFSET,
      restartDelaySeconds: RESTART_DELAY,
    },
    notice: about.notice,
    dispatch: (message) => {
      if (message.type === 'surveyed') counted.surveys += 1;
      store.dispatch(message);
    },
    onLeave: () => undefined,
    onBug: (error) => expect.unreachable(String(error)),
  });
  const store: Store = storeOf(onScreen(opening({ about: { settings } }), screen), update, (effect) =>
    runtime.run(effect),
  );
  const frames = showConsole(store, { now });
  const stop = keepLive(store, ports, nodeTimers);
  runtime.run({ type: 'take-survey', scope: 'all', history: store.model().history });
  return {
    counted,
    bytes: () => Buffer.byteLength(frames.output()),
    text: () => frames.terminal.text(),
    close: async () => {
      stop();
      runtime.stop();
      const closing = frames.close();
      await pass(SECOND);
      await closing;
    },
  };
}

/** Lets time pass second by second, and whatever waited for it happen. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += SECOND) {
    vi.advanceTimersByTime(SECOND);
    await setImmediate();
    await setImmediate();
  }
}

describe('an idle console', () => {
  beforeAll(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
  afterAll(() => vi.useRealTimers());

  it.each(screenIds)(
    'on %s writes nothing while it reads the terminal again and again, but the clock each minute',
    async (screen) => {
      const console = await idleConsole(screen);
      // The readings after the start, and the first minute, are over.
      await pass(90 * SECOND);
      expect(console.text()).toContain('08:11');
      const before = { bytes: console.bytes(), surveys: console.counted.surveys };
      await pass(25 * SECOND);
      expect(console.counted.surveys).toBeGreaterThanOrEqual(before.surveys + 3);
      expect(console.bytes() - before.bytes).toBe(0);
      await pass(2 * MINUTE);
      expect(console.text()).toContain('08:13');
      expect(console.bytes() - before.bytes).toBeGreaterThan(0);
      expect(console.bytes() - before.bytes).toBeLessThanOrEqual(2 * BYTES_A_MINUTE);
      await console.close();
    },
  );
});
