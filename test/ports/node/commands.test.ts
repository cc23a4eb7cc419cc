import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCommands, type ScopedCommands } from '../../../src/ports/node/commands.ts';
import { MAX_LINE_BYTES } from '../../../src/ports/node/start-program.ts';
import { standStill } from '../../harness/stand-still.ts';
import type { CommandCall, CommandEvent } from '../../../src/ports/ports.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const clock = { now: () => 1_000 };
/** Longer than any of these programs needs, even on a busy machine. */
const PATIENCE_MS = 20_000;

/** Commands whose program is always Node: the call's first argument is the script it runs. */
function nodeCommands(env?: Record<string, string>): ScopedCommands {
  return createCommands({
    programs: () => ({ file: process.execPath, argumentsFor: (args) => ['-e', ...args] }),
    clock,
    ...(env && { env }),
  });
}

function call(script: string, options: Partial<CommandCall> = {}): CommandCall {
  const signal = new AbortController().signal;
  return { program: 'system', args: [script], timeoutMs: PATIENCE_MS, signal, ...options };
}

function commandsFor(file: string): ScopedCommands {
  return createCommands({ programs: () => ({ file, argumentsFor: (args) => args }), clock });
}

async function all(events: AsyncIterable<CommandEvent>): Promise<readonly CommandEvent[]> {
  const list: CommandEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const faultOf = (code: string) => expect.objectContaining({ code });

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

/** Source text that writes a file as soon as it runs. */
const writeMark = (name: string): string =>
  `require('node:fs').writeFileSync(${JSON.stringify(join(folder, name))}, String(process.pid));`;
const appears = async (name: string): Promise<void> =>
  vi.waitFor(() => expect(existsSync(join(folder, name))).toBe(true), PATIENCE_MS);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('run', () => {
  it('gives the exit code and the bytes as they were written', async () => {
    const script = 'process.stdout.write(Buffer.from([0x82, 0xa0, 0x0d, 0x0a])); process.exitCode = 3';
    const result = await nodeCommands().run(call(script));
    expect(result.ok && [result.value.exitCode, [...result.value.stdout]]).toEqual([3, [0x82, 0xa0, 0x0d, 0x0a]]);
  });

  it('passes arguments on as they are, without a shell', async () => {
    const script = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
    const args = [script, 'a b', '$HOME', '"; echo', '再起動'];
    const result = await nodeCommands().run(call('', { args }));
    expect(result.ok && JSON.parse(textOf(result.value.stdout))).toEqual(args.slice(1));
  });

  it('starts a program in its folder, whether or not it outlives us', async () => {
    const commands = createCommands({
      programs: () => ({ file: process.execPath, argumentsFor: (args) => ['-e', ...args], folder }),
      clock,
    });
    const script = 'process.stdout.write(process.cwd() + "\\n")';
    const ran = await commands.run(call(script));
    expect(ran.ok && textOf(ran.value.stdout).trim()).toBe(realpathSync(folder));
    expect(await all(commands.follow(call(script)))).toContainEqual({ type: 'line', text: realpathSync(folder) });
  });

  it('gives no input and leaves what is written to stderr aside', async () => {
    const script = "process.stdin.on('end', () => { console.error('noise'); console.log('end') }).resume()";
    const result = await nodeCommands().run(call(script));
    expect(result.ok && textOf(result.value.stdout)).toBe('end\n');
  });

  it('tells a program that is not there', async () => {
    const result = await commandsFor(join(folder, 'nothing.exe')).run(call('', { program: 'registry' }));
    expect(result).toEqual({ ok: false, fault: faultOf('absent') });
    expect(!result.ok && result.fault.headline).toContain('reg.exe');
    expect(!result.ok && result.fault.headline).toContain('nothing.exe');
  });

  it('tells a program that the platform does not have', async () => {
    const commands = createCommands({ programs: () => null, clock });
    expect(await commands.run(call(''))).toEqual({ ok: false, fault: faultOf('absent') });
    expect(await all(commands.follow(call('')))).toEqual([{ type: 'fault', fault: faultOf('absent') }]);
  });

  it('tells a program that may not be started', async () => {
    const file = join(folder, 'locked');
    writeFileSync(file, '#!/bin/sh\n', { mode: 0o600 });
    expect(await commandsFor(file).run(call(''))).toEqual({ ok: false, fault: faultOf('denied') });
  });

  it('does not throw at arguments that no program can take', async () => {
    const args = ['process.exit(0)', 'a\0b'];
    expect(await nodeCommands().run(call('', { args }))).toEqual({ ok: false, fault: faultOf('failed') });
    expect(await all(nodeCommands().follow(call('', { args })))).toEqual([{ type: 'fault', fault: faultOf('failed') }]);
  });

  it('tells a program that crashed', async () => {
    const result = await nodeCommands().run(call("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 50)"));
    expect(result).toEqual({ ok: false, fault: faultOf('crashed') });
    expect(!result.ok && result.fault.headline).toContain('SIGKILL');
  });

  it('kills a program that takes too long, and all it started', async () => {
    const child = `${writeMark('child')} setInterval(() => {}, 50)`;
    const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore' });
      process.on('SIGTERM', () => {}); setInterval(() => {}, 50)`;
    const running = nodeCommands().run(call(script, { timeoutMs: 4_000 }));
    await appears('child');
    expect(await running).toEqual({ ok: false, fault: faultOf('timed-out') });
    const pid = Number(readFileSync(join(folder, 'child'), 'utf8'));
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), PATIENCE_MS);
  });

  it('does not wait for a program left behind that holds the output open', async () => {
    const child = `${writeMark('child')} setInterval(() => {}, 50)`;
    const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}],
      { stdio: 'inherit', detached: true }).unref()`;
    const result = await nodeCommands().run(call(script, { timeoutMs: 1_500 }));
    expect(result).toEqual({ ok: false, fault: faultOf('timed-out') });
    await appears('child');
    process.kill(Number(readFileSync(join(folder, 'child'), 'utf8')), 'SIGKILL');
  });

  it('ends at once when it is cancelled, and kills the program', async () => {
    const patience = new AbortController();
    const script = `${writeMark('started')} setInterval(() => {}, 50)`;
    const running = nodeCommands().run(call(script, { signal: patience.signal }));
    await appears('started');
    patience.abort();
    expect(await running).toEqual({ ok: false, fault: faultOf('cancelled') });
    const pid = Number(readFileSync(join(folder, 'started'), 'utf8'));
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), PATIENCE_MS);
  });

  it('takes the answer that came while the process stood still beyond the limit', async () => {
    const running = nodeCommands().run(
      call(`${writeMark('started')} setTimeout(() => console.log('here'), 300)`, { timeoutMs: 3_000 }),
    );
    await appears('started');
    standStill(4_500);
    const result = await running;
    expect(result.ok && textOf(result.value.stdout)).toBe('here\n');
  });

  it('runs four at a time and no more, and counts the time of each from its start', async () => {
    const commands = nodeCommands();
    const script = `const { readdirSync, rmSync, writeFileSync } = require('node:fs');
      const folder = ${JSON.stringify(folder)};
      writeFileSync(folder + '/' + process.pid, '');
      setTimeout(() => {
        process.stdout.write(String(readdirSync(folder).length));
        rmSync(folder + '/' + process.pid);
      }, 400)`;
    const checks = ['network', 'power-settings', 'delivery-task'] as const;
    const results = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        commands.withAsker(checks[index % 3] ?? 'clock').run(call(script, { timeoutMs: 5_000 })),
      ),
    );
    const atATime = results.map((result) => (result.ok ? Number(textOf(result.value.stdout)) : null));
    expect(atATime).not.toContain(null);
    expect(Math.max(...atATime.map(Number))).toBeLessThanOrEqual(4);
    expect(Math.max(...atATime.map(Number))).toBeGreaterThan(1);
  });

  it('does at once what the operator asks for', async () => {
    const commands = nodeCommands();
    const patience = new AbortController();
    const hanging = Array.from({ length: 4 }, () =>
      commands.run(call('setInterval(() => {}, 50)', { signal: patience.signal })),
    );
    expect(await commands.run(call("console.log('now')", { atOnce: true }))).toMatchObject({ ok: true });
    patience.abort();
    await Promise.all(hanging);
  });

  it('starts nothing when it is cancelled beforehand', async () => {
    const signal = AbortSignal.abort();
    const result = await nodeCommands().run(call(writeMark('started'), { signal }));
    expect(result).toEqual({ ok: false, fault: faultOf('cancelled') });
    expect(existsSync(join(folder, 'started'))).toBe(false);
  });

  it('refuses more output than a program of the terminal ever gives', async () => {
    const result = await nodeCommands().run(call("setInterval(() => process.stdout.write('x'.repeat(65536)), 1)"));
    expect(result).toEqual({ ok: false, fault: faultOf('unreadable') });
  });
});

describe('a program whose answer is so many lines', () => {
  const speaks = (...lines: readonly string[]): string =>
    `${lines.map((each) => `console.log('${each}');`).join('')} setInterval(() => undefined, 1000);`;

  it('is ended with the last of them, whatever it has left to do', async () => {
    const script = `${writeMark('pid')} ${speaks('one', 'two')}`;
    const result = await nodeCommands().run(call(script, { program: 'network', lines: 2 }));
    expect(result.ok && textOf(result.value.stdout)).toBe('one\ntwo\n');
    expect(result).toMatchObject({ value: { exitCode: 0 } });
    expect(result.ok && result.value.isCut).toBeUndefined();
    await vi.waitFor(() => expect(isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')))).toBe(false), PATIENCE_MS);
  });

  it('has said what came before its time was up, or before it was called off', async () => {
    const late = await nodeCommands().run(call(speaks('one'), { program: 'network', lines: 2, timeoutMs: 2_000 }));
    expect(late).toMatchObject({ ok: true, value: { isCut: true } });
    expect(late.ok && textOf(late.value.stdout)).toBe('one\n');
    const leaving = new AbortController();
    const commands = nodeCommands();
    const script = `console.log('one'); setTimeout(() => { ${writeMark('said')} setInterval(() => undefined, 1000); }, 200);`;
    const off = commands.run(call(script, { program: 'network', lines: 2, signal: leaving.signal }));
    await appears('said');
    leaving.abort();
    expect(await off).toMatchObject({ ok: true, value: { isCut: true } });
    expect(commands.recent().map(({ ended }) => ended)).toEqual(['cancelled']);
  });

  it('has said nothing where not even one came', async () => {
    const silent = call('setInterval(() => undefined, 1000)', { program: 'network', lines: 1, timeoutMs: 500 });
    expect(await nodeCommands().run(silent)).toEqual({ ok: false, fault: faultOf('timed-out') });
  });

  it('goes on to its end where no number is enough, and what it has said counts when its time is up', async () => {
    const whole = call("console.log('one'); console.log('two')", { lines: Infinity });
    const said = await nodeCommands().run(whole);
    expect(said.ok && textOf(said.value.stdout)).toBe('one\ntwo\n');
    const cut = await nodeCommands().run(call(speaks('one', 'two'), { lines: Infinity, timeoutMs: 2_000 }));
    expect(cut).toMatchObject({ ok: true, value: { isCut: true } });
    expect(cut.ok && textOf(cut.value.stdout)).toBe('one\ntwo\n');
  });

  it('is heard line by line while it goes on, in whatever pieces they come', async () => {
    const heard: string[] = [];
    const leaving = new AbortController();
    const first = Promise.withResolvers<undefined>();
    const onLine = (line: Uint8Array): void => {
      heard.push(textOf(line));
      if (heard.length === 2) first.resolve(undefined);
    };
    const script = `process.stdout.write('on'); setTimeout(() => process.stdout.write('e\\ntwo\\nthr'), 50); setInterval(() => undefined, 1000);`;
    const off = nodeCommands().run(call(script, { lines: Infinity, onLine, signal: leaving.signal }));
    await first.promise;
    expect(heard).toEqual(['one', 'two']);
    leaving.abort();
    expect(await off).toMatchObject({ ok: true, value: { isCut: true } });
  });

  it('may end by itself with fewer', async () => {
    const result = await nodeCommands().run(call("console.log('one')", { program: 'network', lines: 2 }));
    expect(result).toMatchObject({ ok: true, value: { exitCode: 0 } });
    expect(result.ok && result.value.isCut).toBeUndefined();
  });
});

describe('follow', () => {
  it('hears what was said while the process stood still beyond the longest silence', async () => {
    const script = `${writeMark('started')} setTimeout(() => console.log('done'), 300)`;
    const events = all(nodeCommands().follow(call(script, { timeoutMs: 3_000 })));
    await appears('started');
    standStill(4_500);
    expect(await events).toEqual([
      { type: 'line', text: 'done' },
      { type: 'exit', exitCode: 0 },
    ]);
  });

  it('gives the lines and the exit code', async () => {
    const script =
      "process.stdout.write('one\\r\\n\\r\\ntwo\\nthr'); setTimeout(() => { process.stdout.write('ee'); process.exitCode = 4 }, 50)";
    expect(await all(nodeCommands().follow(call(script)))).toEqual([
      { type: 'line', text: 'one' },
      { type: 'line', text: 'two' },
      { type: 'line', text: 'three' },
      { type: 'exit', exitCode: 4 },
    ]);
  });

  it('keeps words in CP932, and cuts a line without end', async () => {
    const script = `process.stdout.write(Buffer.from([0x8d, 0xc4, 0x8b, 0x4e, 0x93, 0xae, 0x0a])); process.stdout.write('x'.repeat(${String(MAX_LINE_BYTES * 3)}) + '\\nafter')`;
    const [words, long, after] = await all(nodeCommands().follow(call(script)));
    expect(words).toEqual({ type: 'line', text: '再起動' });
    expect(long).toEqual({ type: 'line', text: 'x'.repeat(MAX_LINE_BYTES) });
    expect(after).toEqual({ type: 'line', text: 'after' });
  });

  it('tells a program that is not there, may not be started, or crashed', async () => {
    const locked = join(folder, 'locked');
    writeFileSync(locked, '#!/bin/sh\n', { mode: 0o600 });
    expect(await all(commandsFor(join(folder, 'nothing')).follow(call('')))).toEqual([
      { type: 'fault', fault: faultOf('absent') },
    ]);
    expect(await all(commandsFor(locked).follow(call('')))).toEqual([{ type: 'fault', fault: faultOf('denied') }]);
    const crash = "process.stdout.write('last words'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50)";
    expect(await all(nodeCommands().follow(call(crash)))).toEqual([
      { type: 'line', text: 'last words' },
      { type: 'fault', fault: faultOf('crashed') },
    ]);
  });

  it('stops waiting after a long silence, and leaves the program alone', async () => {
    const script = `console.log('working'); const i = setInterval(() => {
      if (require('node:fs').existsSync(${JSON.stringify(join(folder, 'go'))})) {
        clearInterval(i); console.log('more words'); ${writeMark('done')}
      } }, 20)`;
    const commands = nodeCommands();
    // Silence is measured from its start, so that Node must come up within it.
    const events = await all(commands.follow(call(script, { timeoutMs: 4_000 })));
    expect(events).toEqual([
      { type: 'line', text: 'working' },
      { type: 'fault', fault: faultOf('timed-out') },
    ]);
    writeFileSync(join(folder, 'go'), '');
    await appears('done');
    expect(commands.recent().map((record) => record.ended)).toEqual(['timed-out']);
  });

  it('does not count time as silence while the program speaks', async () => {
    const script =
      "let n = 0; const i = setInterval(() => { console.log('tick'); if (++n === 40) clearInterval(i) }, 100)";
    const events = await all(nodeCommands().follow(call(script, { timeoutMs: 2_500 })));
    expect(events).toHaveLength(41);
    expect(events.at(-1)).toEqual({ type: 'exit', exitCode: 0 });
  });

  it('stops reading when it is cancelled, and the program goes on speaking and ends by itself', async () => {
    const patience = new AbortController();
    const script = `let n = 0; const i = setInterval(() => { console.log('x'.repeat(50000));
      if (n++ > 20) { clearInterval(i); ${writeMark('done')} } }, 10)`;
    const commands = nodeCommands();
    const events: CommandEvent[] = [];
    for await (const event of commands.follow(call(script, { signal: patience.signal }))) {
      events.push(event);
      patience.abort();
    }
    expect(events.at(-1)).toEqual({ type: 'fault', fault: faultOf('cancelled') });
    await appears('done');
  });

  it('lets the listener leave early, and notes how the program ended all the same', async () => {
    const commands = nodeCommands();
    const script = `console.log('enough'); setTimeout(() => { ${writeMark('done')} process.exitCode = 7 }, 200)`;
    for await (const event of commands.follow(call(script))) {
      expect(event).toEqual({ type: 'line', text: 'enough' });
      break;
    }
    expect(commands.recent().map((record) => record.ended)).toEqual(['cancelled']);
    await appears('done');
    await vi.waitFor(() => expect(commands.recent().map((record) => record.ended)).toEqual(['7']), PATIENCE_MS);
  });

  it('tells the end of a program though another one it started holds its output open', async () => {
    const child = `${writeMark('child')} setInterval(() => {}, 50)`;
    const script = `console.log('opened'); require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}],
      { stdio: 'inherit', detached: true }).unref()`;
    expect(await all(nodeCommands().follow(call(script)))).toEqual([
      { type: 'line', text: 'opened' },
      { type: 'exit', exitCode: 0 },
    ]);
    await appears('child');
    process.kill(Number(readFileSync(join(folder, 'child'), 'utf8')), 'SIGKILL');
  });

  it('does not hold up a console that leaves, and the program outlives it', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '../../../src/ports/node/commands.ts')).href;
    const program = `process.stdout.on('error', () => {}); console.log('started');
      const i = setInterval(() => { if (require('node:fs').existsSync(${JSON.stringify(join(folder, 'go'))})) {
        clearInterval(i); console.log('nobody hears'); ${writeMark('done')} } }, 20)`;
    const leaver = join(folder, 'leaver.mjs');
    writeFileSync(
      leaver,
      `import { createCommands } from ${JSON.stringify(module)};
      const commands = createCommands({ programs: () => ({ file: process.execPath, argumentsFor: (args) => ['-e', ...args] }), clock: { now: () => 0 } });
      const events = commands.follow({ program: 'tool', args: [${JSON.stringify(program)}], timeoutMs: 60_000, signal: new AbortController().signal });
      const keepAlive = setTimeout(() => {}, 60_000);
      await events[Symbol.asyncIterator]().next();
      clearTimeout(keepAlive);
      void events.next();
      console.log('left');`,
    );
    const output = execFileSync(process.execPath, ['--no-warnings', leaver], {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
    });
    expect(output).toBe('left\n');
    writeFileSync(join(folder, 'go'), '');
    await appears('done');
  });
});

describe('the list of commands run', () => {
  it('names who asked, what was run and how it ended, oldest first', async () => {
    const commands = nodeCommands();
    await commands.run(call('process.exitCode = 2'));
    await commands.withAsker('network').run(call("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 50)"));
    await all(commands.withAsker('session').follow(call('process.exitCode = 3')));
    expect(commands.recent().map(({ at, program, asker, ended }) => [at, program, asker, ended])).toEqual([
      [1_000, 'system', null, '2'],
      [1_000, 'system', 'network', 'crashed'],
      [1_000, 'system', 'session', '3'],
    ]);
    expect(commands.withAsker('clock').recent()).toEqual(commands.recent());
  });

  it("does not show what is nobody's business", async () => {
    const commands = createCommands({ programs: () => null, clock });
    await commands.run(call('サンプル医院', { shownArgs: ['clipboard'] }));
    expect(commands.recent().map((record) => record.args)).toEqual([['clipboard']]);
  });

  it('keeps the last 200', async () => {
    const commands = createCommands({ programs: () => null, clock });
    for (let count = 0; count < 205; count += 1) await commands.run(call(String(count)));
    const list = commands.recent().map((record) => record.args[0]);
    expect([list.length, list[0], list.at(-1)]).toEqual([200, '5', '204']);
  });

  it('tells the program who asks, beside the environment it is given', async () => {
    const script = 'process.stdout.write([process.env.OQS_ASKER, process.env.OQS_EXTRA].join())';
    const commands = nodeCommands({ OQS_EXTRA: 'extra' });
    const asked = await commands.withAsker('disk-space').run(call(script));
    expect(asked.ok && textOf(asked.value.stdout)).toBe('disk-space,extra');
    const unasked = await commands.run(call(script));
    expect(unasked.ok && textOf(unasked.value.stdout)).toBe(',extra');
  });
});
