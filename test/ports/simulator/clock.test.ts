import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  createSimulatorClock,
  readClock,
  readClockFile,
  type SimulatorClock,
} from '../../../src/ports/simulator/clock.ts';
import { readMachine, writeMachine } from '../../../src/ports/simulator/machine.ts';
import { prepareIn, scenarioFolder, temporaryFolder, terminalOf } from './harness.ts';

const NOW = Date.parse('2026-01-20T08:10:00+09:00');

function host(start = Date.now()) {
  const state = { real: start };
  return { state, realNow: () => state.real, pid: process.pid };
}

describe('the simulated clock', () => {
  it('stands at now in a fresh folder', () => {
    const machine = host();
    const clock = createSimulatorClock(terminalOf(), machine);
    machine.state.real += 60_000;
    expect(clock.now()).toBe(NOW);
  });

  it('runs with the host and stops where it stands', () => {
    const workdir = terminalOf();
    const machine = host();
    const clock = createSimulatorClock(workdir, machine);
    clock.run();
    machine.state.real += 60_000;
    expect(clock.now()).toBe(NOW + 60_000);
    clock.freeze();
    machine.state.real += 60_000;
    expect(clock.now()).toBe(NOW + 60_000);
    expect(readClock(workdir, machine.state.real)).toBe(NOW + 60_000);
  });

  it('is read without a write', () => {
    const workdir = terminalOf();
    const before = readClockFile(workdir);
    const clock = createSimulatorClock(workdir, host());
    clock.now();
    clock.freeze();
    expect(readClockFile(workdir)).toEqual(before);
  });

  it('goes forward only', () => {
    const clock = createSimulatorClock(terminalOf(), host());
    clock.advanceTo(NOW + 5_000);
    clock.advanceTo(NOW - 5_000);
    expect(clock.now()).toBe(NOW + 5_000);
    clock.advanceTo(NOW + 6_000);
    expect(clock.now()).toBe(NOW + 6_000);
  });

  it('keeps an earlier position when a later scenario is named for the same folder', () => {
    const workdir = terminalOf();
    createSimulatorClock(workdir, host()).advanceTo(NOW + 3_600_000);
    prepareIn(scenarioFolder({ now: '2026-01-01T00:00:00+09:00' }), workdir);
    expect(createSimulatorClock(workdir, host()).now()).toBe(NOW + 3_600_000);
  });

  it('stays where it was when the folder is removed under it', () => {
    const workdir = terminalOf();
    const clock = createSimulatorClock(workdir, host());
    clock.run();
    rmSync(workdir, { recursive: true });
    expect(clock.now()).toBe(NOW);
    clock.freeze();
    expect(clock.now()).toBe(NOW);
  });

  it('never stands where the scenario names no time', () => {
    const folder = scenarioFolder({ now: undefined });
    const { workdir, terminal } = prepareIn(folder, `${temporaryFolder()}/work`);
    const clock = createSimulatorClock(workdir, host(terminal.preparedAtReal));
    clock.run();
    clock.freeze();
    const later = createSimulatorClock(workdir, host(terminal.preparedAtReal + 90_000));
    expect(later.now() - terminal.spec.now).toBe(90_000);
  });

  it('leaves a clock running that another process lets run', () => {
    const workdir = terminalOf();
    const first = host();
    createSimulatorClock(workdir, first).run();
    const second = { ...host(first.state.real), pid: 1 };
    const looker = createSimulatorClock(workdir, second);
    looker.run();
    looker.freeze();
    expect(readClockFile(workdir)).toMatchObject({ running: true, owner: process.pid });
  });

  it('goes on for a process that looks on when the one that let it run stops it', () => {
    const workdir = terminalOf();
    const first = host();
    const owner = createSimulatorClock(workdir, first);
    owner.run();
    const other = { ...host(first.state.real), pid: process.ppid };
    const onlooker = createSimulatorClock(workdir, other);
    onlooker.run();
    first.state.real += 5_000;
    other.state.real += 5_000;
    owner.freeze();
    expect(onlooker.now()).toBe(NOW + 5_000);
    other.state.real += 60_000;
    expect(onlooker.now()).toBe(NOW + 65_000);
    onlooker.freeze();
    other.state.real += 60_000;
    expect(readClock(workdir, other.state.real)).toBe(NOW + 65_000);
  });

  it('never goes back, whatever the host does and however often it is taken up again', () => {
    type Step =
      | { readonly do: 'real'; readonly by: number }
      | { readonly do: 'run' | 'freeze' | 'resume' | 'restart' }
      | { readonly do: 'advance'; readonly by: number };
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ do: fc.constant('real' as const), by: fc.integer({ min: -100_000, max: 100_000 }) }),
      fc.record({ do: fc.constantFrom('run' as const, 'freeze' as const, 'resume' as const, 'restart' as const) }),
      fc.record({ do: fc.constant('advance' as const), by: fc.integer({ min: -9_999, max: 9_999 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const workdir = terminalOf();
        const machine = host();
        let clock: SimulatorClock = createSimulatorClock(workdir, machine);
        let last = clock.now();
        for (const each of steps) {
          switch (each.do) {
            case 'real':
              machine.state.real += each.by;
              break;
            case 'run':
              clock.run();
              break;
            case 'freeze':
              clock.freeze();
              break;
            case 'resume':
              clock.freeze();
              clock = createSimulatorClock(workdir, machine);
              break;
            case 'restart': {
              const before = readMachine(workdir);
              writeMachine(workdir, { ...before, jumped: before.jumped + 75_000 });
              break;
            }
            case 'advance':
              clock.advanceTo(last + each.by);
              break;
          }
          expect(clock.now()).toBeGreaterThanOrEqual(last);
          last = clock.now();
        }
      }),
      { numRuns: 60 },
    );
  });
});
