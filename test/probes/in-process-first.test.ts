import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/fault.ts';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { inProcessFirst } from '../../src/probes/in-process-first.ts';
import { createSurveyor } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakePorts } from '../fakes/ports.ts';

const patient = new AbortController().signal;

/** Ports that note each call when it is made, and each file when it has answered. */
function noting(ports: Ports, notes: string[], fileMs = 0): Ports {
  const read = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    notes.push(`asked ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, fileMs);
    });
    notes.push(`read ${what}`);
    return work();
  };
  const program = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    notes.push(`program ${what}`);
    return work();
  };
  const { files, machine, tasks, network, tool } = ports;
  return {
    ...ports,
    files: {
      ...files,
      read: (path, options) => read(path, () => files.read(path, options)),
      stat: (path, signal) => read(path, () => files.stat(path, signal)),
    },
    machine: {
      freeBytes: (signal) => read('drive', () => machine.freeBytes(signal)),
      report: (signal) => program('report', () => machine.report(signal)),
      pendingRestart: (signal) => program('pending', () => machine.pendingRestart(signal)),
      powerSettings: (signal) => program('power', () => machine.powerSettings(signal)),
    },
    tasks: { find: (name, signal) => program('task', () => tasks.find(name, signal)) },
    network: {
      resolves: (host, signal) => program('name', () => network.resolves(host, signal)),
      answers: (host, port, signal) => program('proxy', () => network.answers(host, port, signal)),
    },
    tool: { ...tool, locate: (signal) => program('tool', () => tool.locate(signal)) },
    forCheck: (check) => noting(ports.forCheck(check), notes, fileMs),
  };
}

describe('what is read in the process itself', () => {
  it('has answered before any program is started', async () => {
    const notes: string[] = [];
    const context = { notice: builtInNotice(), settings: defaultSettings(), history: emptyHistory };
    await createSurveyor(noting(fakePorts(), notes, 30)).read(context, patient);
    const firstProgram = notes.findIndex((note) => note.startsWith('program'));
    expect(firstProgram).toBeGreaterThan(0);
    expect(notes.slice(firstProgram).filter((note) => !note.startsWith('program'))).toEqual([]);
    const paths = Object.values(defaultSettings().paths.versionInfo).filter((path) => path !== null);
    const reads = [...paths, 'drive'].map((what) => `read ${what}`);
    expect(notes.slice(0, firstProgram)).toEqual(expect.arrayContaining(reads));
  });

  it('keeps the programs waiting for a quarter of a second and no longer', async () => {
    const begun = performance.now();
    const ports = inProcessFirst(fakePorts({ troubles: { 'files.read': 'deaf' } }));
    void ports.files.read('C:\\slow', { maxBytes: 1, signal: patient });
    expect((await ports.machine.report(patient)).ok).toBe(true);
    expect(performance.now() - begun).toBeGreaterThan(240);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('may be asked for in steps: a second file after the first one is still before the programs', async () => {
    const notes: string[] = [];
    const ports = inProcessFirst(noting(fakePorts(), notes, 5));
    const inSteps = (async () => {
      await ports.clock.read(patient);
      await ports.files.stat('C:\\a', patient);
      await ports.files.stat('C:\\b', patient);
    })();
    await Promise.all([inSteps, ports.machine.report(patient)]);
    expect(notes).toEqual(['asked C:\\a', 'read C:\\a', 'asked C:\\b', 'read C:\\b', 'program report']);
  });

  it('tells a check that it waits, so that its time does not pass', async () => {
    const heard: boolean[] = [];
    const ports = inProcessFirst(fakePorts()).forCheck('session', (allWait) => heard.push(allWait));
    expect(await ports.machine.report(patient)).toEqual(ok(expect.anything()));
    expect(heard).toEqual([true, false]);
  });
});
