import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../src/domain/fault.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';
import { createNetwork } from '../../../src/ports/windows/network.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, signal } from './fixtures.ts';

const NAME = 'resolve=pweb.base.oqs-pdl.org';
const OTHER = 'resolve=hweb.oqs.onshikaku.org';
const PROXY = 'connect=proxy.base.oqs-pdl.org=8080';

/** What becomes of two names and the proxy, asked at once, where the one program that looks them up does this. */
async function asked(run: RunAnswer) {
  const commands = createFakeCommands([{ program: 'network', args: [NAME, OTHER, PROXY], run, times: 1 }]);
  const network = createNetwork({ commands });
  const answers = await Promise.all([
    network.resolves('pweb.base.oqs-pdl.org', signal),
    network.resolves('hweb.oqs.onshikaku.org', signal),
    network.answers('proxy.base.oqs-pdl.org', 8080, signal),
  ]);
  commands.verify();
  return answers;
}

function lines(...said: readonly (readonly [question: string, answer: boolean])[]): string {
  return said.map(([question, answer]) => `${JSON.stringify({ question, answer })}\r\n`).join('');
}

describe('createNetwork', () => {
  it('asks one program for all that is asked at once, in whatever order it answers', async () => {
    const stdout = lines([PROXY, true], [OTHER, true], [NAME, false]);
    expect(await asked({ stdout })).toEqual([ok(false), ok(true), ok(true)]);
  });

  it('counts each line that came, where the others did not come in time', async () => {
    const cut = failed(commandFaults.cancelled('network'));
    expect(await asked({ stdout: lines([OTHER, true]), isCut: true })).toEqual([cut, ok(true), cut]);
  });

  it('asks again for what is asked later', async () => {
    const commands = createFakeCommands(
      [NAME, OTHER].map((question) => ({
        program: 'network',
        args: [question],
        run: { stdout: lines([question, true]) },
        times: 1,
      })),
    );
    const network = createNetwork({ commands });
    expect(await network.resolves('pweb.base.oqs-pdl.org', signal)).toEqual(ok(true));
    expect(await network.resolves('hweb.oqs.onshikaku.org', signal)).toEqual(ok(true));
    commands.verify();
  });

  it.each<[string, RunAnswer, string]>([
    ['nothing', { stdout: '' }, 'unreadable'],
    ['garbage', { stdout: garbage }, 'unreadable'],
    ['another answer', { stdout: '{"type":"opened"}' }, 'unreadable'],
    ['the answer to another question', { stdout: lines(['resolve=a.example', true]) }, 'unreadable'],
    ['exit code 5', { exitCode: 5 }, 'denied'],
    ['exit code 1', { exitCode: 1 }, 'failed'],
    ['no answer', { fault: commandFaults.timedOut('network', 1) }, 'timed-out'],
  ])('makes no answer up from %s', async (_, run, code) => {
    for (const answer of await asked(run)) expect(answer).toMatchObject({ ok: false, fault: { code } });
  });
});
