import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CheckId } from '../../../src/domain/facts.ts';
import { isAlive } from '../../../src/ports/node/is-alive.ts';
import type { CommandCall, ProgramId } from '../../../src/ports/ports.ts';
import { createAnsweringProgram, type AnsweringProgram } from '../../../src/ports/simulator/answering-program.ts';
import { GARBAGE } from '../../../src/ports/simulator/fault-injection.ts';
import { readMachine, writeMachine } from '../../../src/ports/simulator/machine.ts';
import { eventually, jsonLines, temporaryFolder, terminalOf } from './harness.ts';
import { bundledPrograms } from './terminal-harness.ts';

const realProgram = bundledPrograms();

const never = new AbortController().signal;
const faultOf = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) });

function call(program: ProgramId, args: readonly string[], more: Partial<CommandCall> = {}): CommandCall {
  return { program, args, timeoutMs: 20_000, signal: never, ...more };
}

const report = call('system', ['report']);
const sleepTimer = call('power', ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE']);

/**
 * An answering program on this folder, and the process ids of those that it has started. `instead`: code in the place
 * of the real one.
 */
function answering(workdir: string, instead?: string): { program: AnsweringProgram; started: () => readonly number[] } {
  const own = temporaryFolder();
  const log = join(own, 'started');
  const programFile = join(own, 'program.mjs');
  writeFileSync(
    programFile,
    `import { appendFileSync } from 'node:fs';
    appendFileSync(${JSON.stringify(log)}, process.pid + '\\n');
    ${instead ?? `await import(${JSON.stringify(realProgram)});`}`,
  );
  const program = createAnsweringProgram({ nodeFile: process.execPath, programFile, workdir, heldAt: () => null });
  onTestFinished(() => program.end());
  const started = (): readonly number[] =>
    existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : [];
  return { program, started };
}

async function gone(pid: number): Promise<void> {
  await eventually(() => !isAlive(pid), `the end of ${String(pid)}`);
}

describe('the program that answers', () => {
  it('starts before the first call where calls are expected, once, and tells of no failure then', async () => {
    const { program, started } = answering(terminalOf({ terminal: { name: '受付1' } }));
    program.expectCalls();
    program.expectCalls();
    await eventually(() => started().length > 0, 'its start');
    expect(await program.ask(report, null)).toMatchObject({ ok: true, value: { exitCode: 0 } });
    expect(started()).toHaveLength(1);
    const workdir = temporaryFolder();
    const missing = createAnsweringProgram({
      nodeFile: join(workdir, 'no-node'),
      programFile: realProgram,
      workdir,
      heldAt: () => null,
    });
    onTestFinished(() => missing.end());
    missing.expectCalls();
    expect(await missing.ask(report, null)).toMatchObject({ ok: false });
  });

  it('is started by the first call and answers all of them, as each program would', async () => {
    const { program, started } = answering(terminalOf({ terminal: { name: '受付1' } }));
    expect(started()).toEqual([]);
    const [machine, timer, record, unknown] = await Promise.all([
      program.ask(report, null),
      program.ask(sleepTimer, null),
      program.ask(call('tool', ['show-record']), null),
      program.ask(call('registry', ['query', 'HKLM\\No']), null),
    ]);
    expect(machine.ok && jsonLines(machine.value.stdout)).toMatchObject([
      { name: '受付1' },
      { type: 'found' },
      { type: 'end' },
    ]);
    expect(timer).toMatchObject({ ok: true, value: { exitCode: 0 } });
    expect(record.ok && jsonLines(record.value.stdout)).toMatchObject([{ type: 'record' }]);
    expect(unknown).toMatchObject({ ok: true, value: { exitCode: 1 } });
    await program.ask(report, null);
    expect(started()).toHaveLength(1);
  });

  it('sees what has happened to the machine since the last call', async () => {
    const workdir = terminalOf();
    const { program, started } = answering(workdir);
    const bootOf = async (): Promise<unknown> => {
      const answer = await program.ask(report, null);
      return answer.ok && jsonLines(answer.value.stdout)[0];
    };
    expect(await bootOf()).toMatchObject({ record: 1, bootedAt: '2026-01-20T08:02:00+09:00' });
    const bootedAt = Date.parse('2026-01-20T08:20:00+09:00');
    writeMachine(workdir, { ...readMachine(workdir), bootCount: 1, bootedAt });
    expect(await bootOf()).toMatchObject({ record: 2, bootedAt: '2026-01-20T08:20:00+09:00' });
    expect(started()).toHaveLength(1);
  });

  it('holds the clock where the console holds it', async () => {
    const workdir = terminalOf({ tasks: [{ name: 'OQS_exec_distroappstart' }] });
    const heldAt = Date.parse('2026-01-20T11:30:00+09:00');
    const program = createAnsweringProgram({
      nodeFile: process.execPath,
      programFile: realProgram,
      workdir,
      heldAt: () => heldAt,
    });
    onTestFinished(() => program.end());
    const details = ['/query', '/tn', 'OQS_exec_distroappstart', '/fo', 'csv', '/v', '/nh'];
    const answer = await program.ask(call('tasks', details), null);
    expect(answer.ok && new TextDecoder('shift_jis').decode(answer.value.stdout)).toContain('"2026/01/20 11:');
  });
});

describe('a fault', () => {
  it('of one call leaves the others alone, and the program answers on', async () => {
    const faults = {
      'command:registry': 'crash',
      'command:tasks': 'deny',
      'command:power': 'garbage',
      'command:tool': 'hang',
    };
    const { program, started } = answering(terminalOf({ faults }));
    const patience = new AbortController();
    const hanging = program.ask(call('tool', ['show-record'], { signal: patience.signal }), null);
    const [crashed, denied, garbage] = await Promise.all([
      program.ask(call('registry', ['query', 'HKLM']), null),
      program.ask(call('tasks', ['/query', '/fo', 'csv', '/nh']), null),
      program.ask(sleepTimer, null),
    ]);
    expect(crashed).toEqual(faultOf('crashed'));
    expect(!crashed.ok && crashed.fault.headline).toContain('0xC0000005');
    expect(denied).toEqual({ ok: true, value: { exitCode: 1, stdout: Buffer.alloc(0) } });
    expect(garbage).toEqual({ ok: true, value: { exitCode: 0, stdout: Buffer.from(GARBAGE) } });
    expect(await program.ask(report, null)).toMatchObject({ ok: true, value: { exitCode: 0 } });
    patience.abort();
    expect(await hanging).toEqual(faultOf('cancelled'));
    expect(started()).toHaveLength(1);
  });

  it('that hangs ends at the time-out of its call', async () => {
    const { program } = answering(terminalOf({ faults: { 'command:power': 'hang' } }));
    expect(await program.ask({ ...sleepTimer, timeoutMs: 50 }, null)).toEqual(faultOf('timed-out'));
  });

  it.each<[CheckId, number]>([
    ['network', 5],
    ['session', 0],
  ])('laid on the check network: asked by %s it ends with %i', async (asker, exitCode) => {
    const { program } = answering(terminalOf({ faults: { 'probe:network': 'deny' } }));
    const answer = await program.ask(call('network', ['resolve=a']), asker);
    expect(answer).toMatchObject({ ok: true, value: { exitCode } });
  });

  it('of the folder itself ends its call as a program that fails', async () => {
    const workdir = terminalOf();
    const { program, started } = answering(workdir);
    await program.ask(report, null);
    rmSync(join(workdir, 'machine.json'));
    expect(await program.ask(report, null)).toMatchObject({ ok: true, value: { exitCode: 1 } });
    rmSync(workdir, { recursive: true });
    expect(await program.ask(report, null)).toMatchObject({ ok: true, value: { exitCode: 87 } });
    expect(started()).toHaveLength(1);
  });
});

describe('where the program dies', () => {
  it('all open calls fail, and the next one starts it anew', async () => {
    const { program, started } = answering(terminalOf({ faults: { 'command:tool': 'hang' } }));
    const open = [1, 2].map(async () => program.ask(call('tool', ['show-record']), null));
    await program.ask(report, null);
    process.kill(Number(started()[0]), 'SIGKILL');
    const failed = await Promise.all(open);
    expect(failed).toEqual([faultOf('crashed'), faultOf('crashed')]);
    expect(failed.map((each) => !each.ok && each.fault.headline).join()).toContain('SIGKILL');
    expect(await program.ask(report, null)).toMatchObject({ ok: true });
    expect(started()).toHaveLength(2);
  });

  it('twice in a row it is told, and not started again and again', async () => {
    const { program, started } = answering(terminalOf(), 'process.exit(7);');
    for (const _ of [1, 2, 3, 4]) {
      const answer = await program.ask(report, null);
      expect(answer).toEqual(faultOf('crashed'));
      expect(!answer.ok && answer.fault.headline).toContain('(7)');
    }
    expect(started()).toHaveLength(2);
  });

  it('with half an answer said, that was none', async () => {
    const half = 'process.stdout.write(\'{"id":1,"exitCode":0,"stdout":""}\', () => process.exit(0));';
    const { program } = answering(terminalOf(), half);
    expect(await program.ask(report, null)).toEqual(faultOf('crashed'));
  });

  it('or cannot be started, each call tells it', async () => {
    const program = createAnsweringProgram({
      nodeFile: join(temporaryFolder(), 'no-node'),
      programFile: realProgram,
      workdir: terminalOf(),
      heldAt: () => null,
    });
    expect(await program.ask(report, null)).toEqual(faultOf('absent'));
    expect(await program.ask(report, null)).toEqual(faultOf('absent'));
  });
});

describe('ending', () => {
  it('takes the program away with its open calls, and starts none afterwards', async () => {
    const { program, started } = answering(terminalOf({ faults: { 'command:tool': 'hang' } }));
    await program.ask(report, null);
    const open = program.ask(call('tool', ['show-record']), null);
    program.end();
    await gone(Number(started()[0]));
    expect(await open).toMatchObject({ ok: false });
    expect(await program.ask(report, null)).toEqual(faultOf('cancelled'));
    expect(started()).toHaveLength(1);
  });

  it('is nothing where no call ever came', () => {
    const { program, started } = answering(terminalOf());
    program.end();
    expect(started()).toEqual([]);
  });
});
