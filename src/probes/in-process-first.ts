import { startLimit } from '../domain/limit.ts';
import type { Ports } from '../ports/ports.ts';

/** How long programs wait for what is read in the process itself, in milliseconds. */
const PATIENCE_MS = 250;

/**
 * Ports for the checks of one survey: files, the clock and the drive are asked at once, and whatever may start a
 * program waits until these have answered, or a moment where they do not. A terminal whose programs start slowly does
 * not cost the versions their time.
 */
export function inProcessFirst(ports: Ports, patienceMs: number = PATIENCE_MS): Ports {
  const { promise: mayStart, resolve: start } = Promise.withResolvers<void>();
  startLimit(patienceMs, start);
  let asked = 0;
  // One that has answered may be followed by another: to be sure, the event loop turns once more.
  let stop = startLimit(0, start);

  async function first<T>(reading: Promise<T>): Promise<T> {
    stop();
    asked += 1;
    try {
      return await reading;
    } finally {
      asked -= 1;
      if (asked === 0) stop = startLimit(0, start);
    }
  }

  const staged = (
    { files, clock, machine, tasks, network, tool, ...others }: Ports,
    onWaiting: (allWait: boolean) => void,
  ): Ports => {
    async function later<T>(ask: () => Promise<T>): Promise<T> {
      onWaiting(true);
      await mayStart;
      onWaiting(false);
      return ask();
    }
    return {
      ...others,
      files: {
        ...files,
        read: (path, options) => first(files.read(path, options)),
        stat: (path, signal) => first(files.stat(path, signal)),
      },
      clock: { ...clock, read: (signal) => first(clock.read(signal)) },
      machine: {
        freeBytes: (signal) => first(machine.freeBytes(signal)),
        report: (signal) => later(() => machine.report(signal)),
        pendingRestart: (signal) => later(() => machine.pendingRestart(signal)),
        powerSettings: (signal) => later(() => machine.powerSettings(signal)),
      },
      tasks: { find: (name, signal) => later(() => tasks.find(name, signal)) },
      network: {
        resolves: (host, signal) => later(() => network.resolves(host, signal)),
        answers: (host, port, signal) => later(() => network.answers(host, port, signal)),
      },
      tool: { ...tool, locate: (signal) => later(() => tool.locate(signal)) },
      forCheck: (check, heard = () => undefined) => staged(ports.forCheck(check, heard), heard),
    };
  };
  return staged(ports, () => undefined);
}
