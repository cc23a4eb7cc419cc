import { describe, expect, it } from 'vitest';
import { network } from '../../src/probes/network.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakeFault } from '../fakes/ports.ts';
import { contextWith, judgedBy } from './probe-context.ts';

const { applicationHosts, baseHosts } = defaultSettings().network;
const application = applicationHosts[0] ?? '';
const base = baseHosts[0] ?? '';
const proxy = 'proxy.base.oqs-pdl.org:8080';

describe('network', () => {
  it.each([
    { name: 'all well', unresolved: [], silent: [], status: 'ok', guide: null },
    {
      name: 'an application host is missing',
      unresolved: [application],
      silent: [],
      status: 'warn',
      guide: 'network-app-host',
    },
    {
      name: 'only the base host is missing: EDNS',
      unresolved: [base],
      silent: [],
      status: 'fail',
      guide: 'network-edns',
    },
    {
      name: 'EDNS also where the proxy, a name of the same domain, does not answer',
      unresolved: [base],
      silent: [proxy],
      status: 'fail',
      guide: 'network-edns',
    },
    {
      name: 'base and application hosts are missing: not EDNS',
      unresolved: [base, application],
      silent: [],
      status: 'fail',
      guide: 'network-base-host',
    },
    {
      name: 'no name of either kind resolves: the line, not the hosts',
      unresolved: [...applicationHosts, ...baseHosts],
      silent: [],
      status: 'fail',
      guide: 'network-line-auth',
    },
    {
      name: 'the proxy is silent',
      unresolved: [],
      silent: [proxy],
      status: 'fail',
      guide: 'network-proxy',
    },
  ])('$name: $status', async ({ unresolved, silent, status, guide }) => {
    const judged = await judgedBy(network, { terminal: { unresolved, silent } });
    expect(judged).toMatchObject({ status, guideId: guide });
  });

  it('is not known where the settings name nothing to look up', async () => {
    const settings = defaultSettings();
    const bare = { ...settings, network: { applicationHosts: [], baseHosts: [], proxy: null } };
    expect(await judgedBy(network, {}, contextWith({ settings: bare }))).toMatchObject({ status: 'unknown' });
  });

  it('tells a known failure although something else could not be told', async () => {
    const judged = await judgedBy(network, {
      terminal: { unresolved: [base] },
      troubles: { 'network.answers': fakeFault('timed-out') },
    });
    expect(judged.status).toBe('fail');
    expect(judged.evidence['also']).toEqual(['timed-out で読めません']);
  });

  it('is unknown when something could not be told and nothing is known to fail', async () => {
    const lookups = await judgedBy(network, { troubles: { 'network.resolves': fakeFault() } });
    const proxyOnly = await judgedBy(network, { troubles: { 'network.answers': fakeFault() } });
    expect([lookups.status, proxyOnly.status]).toEqual(['unknown', 'unknown']);
  });

  it('does not call it EDNS while the application hosts could not be told', () => {
    const unknown = { ok: false, fault: fakeFault() } as const;
    const judged = network.judge(
      {
        application: [{ host: application, resolves: unknown }],
        base: [{ host: base, resolves: { ok: true, value: false } }],
        proxy: null,
      },
      contextWith(),
    );
    expect(judged).toMatchObject({ status: 'fail', guideId: 'network-base-host' });
  });

  it('asks for no proxy where none is configured', async () => {
    const settings = defaultSettings();
    const context = contextWith({ settings: { ...settings, network: { ...settings.network, proxy: null } } });
    const judged = await judgedBy(network, { troubles: { 'network.answers': fakeFault() } }, context);
    expect(judged).toMatchObject({ status: 'ok', evidence: { proxy: null } });
  });
});
