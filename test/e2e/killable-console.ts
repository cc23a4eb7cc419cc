/**
 * The console, with a point before and after each journal write and each start of a program. It kills itself at the
 * point that OQS_KILL_AT names; OQS_KILL_LIST_FILE gets the names of all points in the order in which they are reached.
 */
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { asProgram } from '../../src/as-program.ts';
import { main } from '../../src/main.ts';
import type { Ports } from '../../src/ports/ports.ts';
import type { ToolEvent } from '../../src/domain/outcomes.ts';

type Around = <A extends readonly unknown[], R>(
  name: string,
  work: (...args: A) => Promise<R>,
) => (...args: A) => Promise<R>;

/** A point is named by what is done, the moment, and the how manieth time this is: `power.restart before 1`. */
function createPoint(killAt: string | undefined, listFile: string | undefined): (name: string) => void {
  const reached = new Map<string, number>();
  return (name) => {
    const times = (reached.get(name) ?? 0) + 1;
    reached.set(name, times);
    const id = `${name} ${String(times)}`;
    if (listFile !== undefined) appendFileSync(listFile, `${id}\n`);
    if (id === killAt) process.kill(process.pid, 'SIGKILL');
  };
}

const point = createPoint(process.env['OQS_KILL_AT'], process.env['OQS_KILL_LIST_FILE']);

const around: Around =
  (name, work) =>
  async (...args) => {
    point(`${name} before`);
    const result = await work(...args);
    point(`${name} after`);
    return result;
  };

async function* aroundEach(name: string, work: () => AsyncIterable<ToolEvent>): AsyncGenerator<ToolEvent> {
  point(`${name} before`);
  for await (const event of work()) {
    // What the program says is known here, and nobody has acted on it yet.
    point(`${name} ${event.type === 'step' ? event.step : event.type}`);
    yield event;
  }
  point(`${name} after`);
}

function killable(ports: Ports): Ports {
  const { journal, machine, tasks, network, tool, power } = ports;
  return {
    ...ports,
    journal: {
      ...journal,
      append: around('journal.append', journal.append),
      replaceHead: around('journal.replaceHead', journal.replaceHead),
    },
    machine: {
      freeBytes: around('machine.freeBytes', machine.freeBytes),
      report: around('machine.report', machine.report),
      pendingRestart: around('machine.pendingRestart', machine.pendingRestart),
      powerSettings: around('machine.powerSettings', machine.powerSettings),
    },
    tasks: { find: around('tasks.find', tasks.find) },
    network: {
      resolves: around('network.resolves', network.resolves),
      answers: around('network.answers', network.answers),
    },
    tool: {
      locate: around('tool.locate', tool.locate),
      open: around('tool.open', tool.open),
      showRecord: around('tool.showRecord', tool.showRecord),
      pressDownloadNow: (options) => aroundEach('tool.press', () => tool.pressDownloadNow(options)),
    },
    power: {
      restart: around('power.restart', power.restart),
      cancelRestart: around('power.cancelRestart', power.cancelRestart),
    },
    forCheck: (check) => killable(ports.forCheck(check)),
  };
}

await asProgram(process, { consoleVersion: 'test', neededNode: '22.13' }, async () =>
  main({ folder: process.env['OQS_KILL_DIST'] ?? '', ports: killable }),
);
