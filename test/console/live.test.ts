import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepLive, watchedPaths } from '../../src/console/live.ts';
import type { Survey } from '../../src/domain/facts.ts';
import { update, type Message } from '../../src/console/update.ts';
import type { Model } from '../../src/screens/model.ts';
import { storeOf } from '../../src/tui/store.ts';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { idleDownload } from '../../src/screens/download/update.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakePorts } from '../fakes/ports.ts';
import { witness } from '../domain/procedure/builders.ts';
import { faceLibrary, foreign, held, journalOf, morning, ready, RESTART_DELAY, surveyWith } from './builders.ts';
import { cancelDone, fileDone, restartDone } from '../fakes/done.ts';
import { ok } from '../../src/domain/fault.ts';

/** Time that moves only when it is told to. */
function fakeTime() {
  let passed = 0;
  let waiting: readonly { readonly at: number; readonly run: () => void }[] = [];
  return {
    passed: () => passed,
    waiting: () => waiting.length,
    timers: {
      after(ms: number, then: () => void): () => void {
        const timer = { at: passed + ms, run: then };
        waiting = [...waiting, timer];
        return () => {
          waiting = waiting.filter((each) => each !== timer);
        };
      },
    },
    /** Lets so many milliseconds pass, timer by timer. */
    pass(ms: number): void {
      const end = passed + ms;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((each) => each !== next);
        passed = next.at;
        next.run();
      }
      passed = end;
    },
  };
}

/** A console that is kept live, with what was sent to it. */
function live(model: Model = ready()) {
  const time = fakeTime();
  const program: { areThere: boolean | null } = { areThere: true };
  const sent: Message[] = [];
  const store = storeOf(model, update, () => undefined);
  const watches: { readonly paths: readonly string[]; readonly onChange: () => void; stopped: boolean }[] = [];
  const stop = keepLive(
    {
      ...store,
      dispatch(message) {
        sent.push(message);
        store.dispatch(message);
      },
    },
    {
      program: { areThere: () => Promise.resolve(program.areThere) },
      clock: { ...fakePorts().clock, now: () => model.now + time.passed() },
      files: {
        ...fakePorts().files,
        watch(paths, onChange) {
          const watch = { paths, onChange, stopped: false };
          watches.push(watch);
          return () => {
            watch.stopped = true;
          };
        },
      },
    },
    time.timers,
  );
  const times = (type: Message['type']): number => sent.filter((message) => message.type === type).length;
  return { time, sent, store, stop, times, program, watched: () => watches.filter(({ stopped }) => !stopped) };
}

function accepted(now: number): Message {
  return restartDone(
    ok({
      answer: 'accepted',
      exitCode: 0,
      dueAt: now + RESTART_DELAY * SECOND,
      uptimes: null,
      comesBack: true,
    }),
  );
}

describe("the program's own folder", () => {
  it('is told when it is gone and when it is back, once each; without an answer nothing is', async () => {
    const { time, store, times, program } = live();
    const pass = async (): Promise<boolean> => {
      time.pass(5 * SECOND);
      await setImmediate();
      return store.model().programThere;
    };
    expect(await pass()).toBe(true);
    expect(times('program')).toBe(0);
    program.areThere = false;
    expect([await pass(), await pass()]).toEqual([false, false]);
    program.areThere = null;
    expect(await pass()).toBe(false);
    program.areThere = true;
    expect([await pass(), await pass()]).toEqual([true, true]);
    expect(times('program')).toBe(2);
  });
});

describe('the clock', () => {
  it('is read with every full minute of the terminal', () => {
    const { time, sent } = live({ ...ready(), now: morning + 15 * SECOND });
    time.pass(3 * MINUTE);
    const clocks = sent.flatMap((message) => (message.type === 'clock' ? [message.now - morning] : []));
    expect(clocks).toEqual([MINUTE, 2 * MINUTE, 3 * MINUTE]);
  });

  it('is read each second while a restart counts down, and each minute again once it is called off', () => {
    const { time, store, times } = live();
    store.dispatch(accepted(morning));
    time.pass(20 * SECOND);
    expect(times('clock')).toBe(20);
    store.dispatch(cancelDone(ok({ answer: 'accepted', exitCode: 0 })));
    time.pass(2 * MINUTE);
    expect(times('clock')).toBe(22);
  });

  it('shows the restart as overdue, and goes back to full minutes', () => {
    const { time, store, times } = live();
    store.dispatch(accepted(morning));
    time.pass(RESTART_DELAY * SECOND + 30 * SECOND);
    expect(store.model().restart.phase).toBe('overdue');
    expect(times('clock')).toBe(90);
    time.pass(10 * MINUTE);
    expect(times('clock')).toBe(100);
  });

  it('is read each second while a download runs, ours or another console’s', () => {
    const running: Model = { ...ready(), download: { ...idleDownload, phase: 'running' } };
    const own = live(running);
    own.time.pass(5 * SECOND);
    expect(own.times('clock')).toBe(5);
    const journal = journalOf(['20 08:05', { event: 'download-started', lock: 'theirs' }]);
    const other = live({ ...ready({ journal, lock: foreign }) });
    other.store.dispatch({ type: 'living-lock', token: 'theirs' });
    other.time.pass(5 * SECOND);
    expect(other.times('clock')).toBe(5);
    other.store.dispatch({ type: 'living-lock', token: null });
    other.time.pass(50 * SECOND);
    expect(other.times('clock')).toBe(5);
  });

  it('is read each second while a file is written, and each minute again once it stands', () => {
    const { time, store, times } = live({ ...ready(), waiting: [{ what: 'sheet', text: '', since: morning }] });
    time.pass(5 * SECOND);
    expect(times('clock')).toBe(5);
    store.dispatch(fileDone('sheet', ok({ path: 'D:\\sheet.txt' })));
    time.pass(2 * MINUTE);
    expect(times('clock')).toBe(7);
  });

  it('starts with seconds where a countdown is already under way', () => {
    const { time, times } = live({ ...ready(), restart: { ...idleRestart, phase: 'counting' } });
    time.pass(5 * SECOND);
    expect(times('clock')).toBe(5);
  });
});

describe('the readings', () => {
  it('come as often as the settings say', () => {
    const settings = defaultSettings();
    const about = { settings: { ...settings, limits: { ...settings.limits, refreshSeconds: 45 } } };
    const { time, times } = live(ready({ about }));
    time.pass(44 * SECOND);
    expect(times('refresh')).toBe(0);
    time.pass(46 * SECOND);
    expect(times('refresh')).toBe(2);
  });

  it('are asked for ever later after the start, while services come up', () => {
    const { time, sent } = live();
    const at: number[] = [];
    for (let second = 1; second <= 300; second += 1) {
      const before = sent.filter(({ type }) => type === 'settle').length;
      time.pass(SECOND);
      if (sent.filter(({ type }) => type === 'settle').length > before) at.push(second);
    }
    expect(at).toEqual([5, 15, 30, 60]);
  });
});

describe('versions that were not read in time', () => {
  const late = { ...witness('version-info', ''), state: 'timed-out' as const, version: null };
  const lateSurvey = { components: [faceLibrary(null, [late])] };
  const surveyed = (survey: Partial<Survey>): Message => ({
    type: 'surveyed',
    scope: 'all',
    survey: surveyWith(survey),
    commands: [],
  });

  /** The seconds at which a reading was asked for, each answered at once with this survey. */
  function readings(answer: Partial<Survey>, seconds: number): readonly number[] {
    const { time, sent, store } = live(ready({ survey: lateSurvey, about: patient }));
    const at: number[] = [];
    for (let second = 1; second <= seconds; second += 1) {
      const before = sent.filter(({ type }) => type === 'refresh').length;
      time.pass(SECOND);
      if (sent.filter(({ type }) => type === 'refresh').length === before) continue;
      at.push(second);
      store.dispatch(surveyed(answer));
    }
    return at;
  }
  const settings = defaultSettings();
  const patient = { settings: { ...settings, limits: { ...settings.limits, refreshSeconds: 36_000 } } };

  it('are read again by themselves, ever later, and never often', () => {
    expect(readings(lateSurvey, 300)).toEqual([5, 15, 35, 75, 135, 195, 255]);
  });

  it('are read once more, and then as ever, where that brings them', () => {
    expect(readings({}, 300)).toEqual([5]);
  });

  it('wait for the reading that runs', () => {
    const { time, store, times } = live(ready({ survey: lateSurvey, about: patient }));
    store.dispatch({ type: 'refresh' });
    expect(store.model().surveying).toBe(true);
    time.pass(MINUTE);
    expect(times('refresh')).toBe(0);
    store.dispatch(surveyed(lateSurvey));
    time.pass(6 * SECOND);
    expect(times('refresh')).toBe(1);
  });
});

describe('what another console does', () => {
  it.each([foreign, held])('is looked at every two seconds: %j', (lock) => {
    const console = live(ready({ lock }));
    console.time.pass(10 * SECOND);
    expect(console.times('look-on')).toBe(5);
  });
});

describe('the files', () => {
  it('are those in which versions stand, the record where it is known', () => {
    const { versionInfo } = defaultSettings().paths;
    const known = Object.values(versionInfo).filter((path) => path !== null);
    expect(watchedPaths(ready())).toEqual(known);
    const journal = journalOf(['20 08:05', { event: 'record-path-learned', path: 'C:\\learned.csv' }]);
    expect(watchedPaths(ready({ journal }))).toEqual([...known, 'C:\\learned.csv']);
    const settings = defaultSettings();
    const about = { settings: { ...settings, paths: { ...settings.paths, deliveryRecord: 'C:\\set.csv' } } };
    expect(watchedPaths(ready({ journal, about }))).toEqual([...known, 'C:\\set.csv']);
  });

  it('have the versions read again when one of them changes, and nothing else', () => {
    const { watched, store } = live();
    for (const watch of watched()) watch.onChange();
    expect(store.model()).toMatchObject({ rereading: 'now', surveying: false });
  });

  it('are watched anew once the record is found, and only then', () => {
    const { watched, store } = live();
    const [first] = watched();
    store.dispatch({ type: 'clock', now: morning + 1, uptimeSeconds: null });
    expect(watched()).toEqual([first]);
    const reading = journalOf(['20 08:05', { event: 'record-path-learned', path: 'C:\\learned.csv' }]);
    store.dispatch({ type: 'journal', reading });
    expect(watched()).toHaveLength(1);
    expect(watched()[0]?.paths).toContain('C:\\learned.csv');
  });
});

describe('the end', () => {
  it.each([
    ['at rest', [], 120],
    ['in a countdown', [accepted(morning)], 20],
    ['after a countdown that came to nothing', [accepted(morning)], 120],
  ] as const satisfies readonly (readonly [string, readonly Message[], number])[])(
    'leaves nothing running: %s',
    (_, messages, seconds) => {
      const { time, store, stop, sent, watched } = live();
      for (const message of messages) store.dispatch(message);
      time.pass(seconds * SECOND);
      const before = sent.length;
      stop();
      expect(time.waiting()).toBe(0);
      expect(watched()).toEqual([]);
      store.dispatch(accepted(morning + 3 * MINUTE));
      time.pass(10 * MINUTE);
      expect(sent).toHaveLength(before);
    },
  );
});
