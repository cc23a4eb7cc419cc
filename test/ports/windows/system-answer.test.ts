import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/domain/fault.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';
import { createSystemAnswers } from '../../../src/ports/windows/system-answer.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { fakePorts } from '../../fakes/ports.ts';
import { garbage, signal } from './fixtures.ts';

const report = {
  type: 'report',
  name: 'CLINIC-ONS01',
  os: 'Windows 10 IoT Enterprise LTSC 2021',
  bootedAt: '2026-01-20T08:02:00.0000000+09:00',
  lastBootKind: 'full',
  record: 812,
  session: { remote: false, locked: false, elevated: true, user: 'OQSComApp' },
  readerConnected: null,
};
const { type: _, ...facts } = report;
const machine = ok({ ...facts, bootedAt: Date.parse('2026-01-20T08:02:00+09:00') });
const program = 'C:\\Program Files\\OQS\\OQSDistroApp\\Tool.exe';
const found = { type: 'found', by: 'folder', path: program };
const end = { type: 'end' };
const located = ok({ installed: true, canOpen: true });

const linesOf = (...lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\r\n`).join('');

function systemThat(run: RunAnswer, times = 1) {
  const commands = createFakeCommands([{ program: 'system', args: ['report'], run, times }]);
  return { commands, system: createSystemAnswers({ commands, files: fakePorts().files }) };
}

/** Both parts of one answer. */
async function told(run: RunAnswer) {
  const { system, commands } = systemThat(run);
  const [machineReport, place] = await Promise.all([system.report(signal), system.locate(signal)]);
  commands.verify();
  return { report: machineReport, located: place };
}

const faultOf = (code: string) => ({ ok: false, fault: { code } });

describe('the answer of the one process', () => {
  it('has both parts, whatever else stands between its lines', async () => {
    expect(await told({ stdout: linesOf(report, found, end) })).toEqual({ report: machine, located });
    const noise = `Loading profiles took 812ms.\n${linesOf(report)}#< CLIXML\n${linesOf(found, { type: 'new' }, end)}\n`;
    expect(await told({ stdout: noise })).toEqual({ report: machine, located });
  });

  it('takes a field that makes no sense as one that could not be told', async () => {
    const odd = {
      type: 'report',
      os: 7,
      bootedAt: 'yesterday',
      lastBootKind: 'odd',
      session: { remote: 1 },
      record: 0,
    };
    expect((await told({ stdout: linesOf(odd) })).report).toEqual(
      ok({
        name: null,
        os: null,
        bootedAt: null,
        lastBootKind: 'unknown',
        record: null,
        session: { remote: null, locked: null, elevated: null, user: null },
        readerConnected: null,
      }),
    );
  });

  it.each<[string, RunAnswer, string]>([
    ['without the end of the search', { stdout: linesOf(report, found) }, 'unreadable'],
    ['that was cut in the second line', { stdout: `${linesOf(report)}{"type":"fou`, isCut: true }, 'cancelled'],
    ['of a program that failed after the first part', { stdout: linesOf(report), exitCode: 1 }, 'failed'],
  ])('%s still has the report', async (_name, run, code) => {
    expect(await told(run)).toMatchObject({ report: machine, located: faultOf(code) });
  });

  it.each<[string, RunAnswer, string]>([
    ['alone', { stdout: linesOf(found, end) }, 'unreadable'],
    ['behind a report that is none', { stdout: linesOf({ type: 'reports' }, found, end) }, 'unreadable'],
    ['behind half a report', { stdout: `{"type":"report",\n${linesOf(found, end)}` }, 'unreadable'],
    ['of a program that failed', { stdout: linesOf(found, end), exitCode: 5 }, 'denied'],
  ])('still has the place of the tool: %s', async (_name, run, code) => {
    expect(await told(run)).toMatchObject({ report: faultOf(code), located });
  });

  it.each<[string, RunAnswer, string]>([
    ['nothing, as a stub prints', { stdout: '' }, 'unreadable'],
    ['garbage', { stdout: garbage }, 'unreadable'],
    ['half an answer', { stdout: '{"type":' }, 'unreadable'],
    ['a list', { stdout: '[]' }, 'unreadable'],
    ['null', { stdout: 'null' }, 'unreadable'],
    ['another object', { stdout: '{"addresses":[]}' }, 'unreadable'],
    ['exit code 5', { exitCode: 5 }, 'denied'],
    ['exit code 1', { exitCode: 1 }, 'failed'],
    ['a program that is not there', { fault: commandFaults.absent('system', 'x.exe') }, 'absent'],
  ])('makes nothing up from %s', async (_name, run, code) => {
    expect(await told(run)).toMatchObject({ report: faultOf(code), located: faultOf(code) });
  });

  it('is shared by all who ask at the same time, and asked for anew afterwards', async () => {
    const { commands, system } = systemThat({ stdout: linesOf(report, end) }, 2);
    const answers = await Promise.all([system.report(signal), system.locate(signal), system.report(signal)]);
    expect(answers).toEqual([machine, ok({ installed: false, canOpen: false }), machine]);
    expect(commands.calls).toHaveLength(1);
    await system.report(signal);
    commands.verify();
  });

  it('is cancelled for one who gives up', async () => {
    const { system } = systemThat('hang');
    const patience = new AbortController();
    const asked = system.report(patience.signal);
    patience.abort();
    expect(await asked).toMatchObject(faultOf('cancelled'));
  });
});
