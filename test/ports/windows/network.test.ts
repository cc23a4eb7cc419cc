import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/domain/fault.ts';
import { createNetwork } from '../../../src/ports/windows/network.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, signal } from './fixtures.ts';

async function resolves(run: RunAnswer) {
  const commands = createFakeCommands([
    { program: 'network', args: ['resolve', 'pweb.base.oqs-pdl.org'], run, times: 1 },
  ]);
  const result = await createNetwork({ commands }).resolves('pweb.base.oqs-pdl.org', signal);
  commands.verify();
  return result;
}

async function answers(run: RunAnswer) {
  const commands = createFakeCommands([
    { program: 'network', args: ['connect', 'proxy.base.oqs-pdl.org', '8080'], run, times: 1 },
  ]);
  const result = await createNetwork({ commands }).answers('proxy.base.oqs-pdl.org', 8080, signal);
  commands.verify();
  return result;
}

describe('createNetwork', () => {
  it('tells whether a name has an address', async () => {
    expect(await resolves({ stdout: '{"addresses":["192.0.2.1"]}\n' })).toEqual(ok(true));
    expect(await resolves({ stdout: '{"addresses":[]}\n' })).toEqual(ok(false));
  });

  it('tells whether something answers', async () => {
    expect(await answers({ stdout: '{"connected":true}' })).toEqual(ok(true));
    expect(await answers({ stdout: '{"connected":false}' })).toEqual(ok(false));
  });

  it.each<[string, RunAnswer, string]>([
    ['nothing', { stdout: '' }, 'unreadable'],
    ['garbage', { stdout: garbage }, 'unreadable'],
    ['another answer', { stdout: '{"type":"opened"}' }, 'unreadable'],
    ['exit code 5', { exitCode: 5 }, 'denied'],
    ['exit code 1', { exitCode: 1 }, 'failed'],
  ])('makes no answer up from %s', async (_, run, code) => {
    expect(await resolves(run)).toMatchObject({ ok: false, fault: { code } });
    expect(await answers(run)).toMatchObject({ ok: false, fault: { code } });
  });
});
