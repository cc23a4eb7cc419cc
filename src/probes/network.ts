import type { Json } from '../domain/facts.ts';
import { ok, type Result } from '../domain/fault.ts';
import type { Ports } from '../ports/ports.ts';
import { networkTexts as texts } from './checks.ja.ts';
import { conclude, faultFindings, faultOf, type Finding } from './finding.ts';
import type { Evidence, Probe } from './probe.ts';

interface Lookup {
  readonly host: string;
  readonly resolves: Result<boolean>;
}

interface NetworkFacts {
  readonly application: readonly Lookup[];
  readonly base: readonly Lookup[];
  /** null: none is configured. */
  readonly proxy: { readonly host: string; readonly port: number; readonly answers: Result<boolean> } | null;
}

const guide = {
  warn: 'network-app-host',
  fail: 'network-base-host',
  edns: 'network-edns',
  lineAuth: 'network-line-auth',
  proxy: 'network-proxy',
  unknown: 'check-unknown',
};

/** Whether the names resolve and the proxy answers; every look-up stands for itself. */
export const network: Probe<NetworkFacts> = {
  id: 'network',
  guide,

  async gather(ports, context, signal) {
    const { applicationHosts, baseHosts, proxy } = context.settings.network;
    const [application, base, answers] = await Promise.all([
      lookUp(ports, applicationHosts, signal),
      lookUp(ports, baseHosts, signal),
      proxy && ports.network.answers(proxy.host, proxy.port, signal),
    ]);
    return ok({ application, base, proxy: proxy && answers && { ...proxy, answers } });
  },

  judge(facts) {
    const { application, base, proxy } = facts;
    const findings: Finding[] = [
      ...base.filter(isMissing).map(({ host }) => baseFinding(host, facts)),
      ...proxyFindings(proxy),
      ...application.filter(isMissing).map(({ host }): Finding => ({ status: 'warn', ...texts.application(host) })),
      ...faultFindings(...[...base, ...application].map((lookup) => lookup.resolves)),
      ...(proxy ? faultFindings(proxy.answers) : []),
    ];
    // Nothing was looked up: that is no proof of anything.
    if (base.length + application.length === 0) findings.push({ status: 'unknown', ...texts.noHosts });
    return conclude(guide, findings, proxy ? texts.ok : texts.okWithoutProxy, evidenceOf(facts));
  },
};

function lookUp(ports: Ports, hosts: readonly string[], signal: AbortSignal): Promise<readonly Lookup[]> {
  return Promise.all(hosts.map(async (host) => ({ host, resolves: await ports.network.resolves(host, signal) })));
}

function isThere({ resolves }: Lookup): boolean {
  return resolves.ok && resolves.value;
}

function isMissing({ resolves }: Lookup): boolean {
  return resolves.ok && !resolves.value;
}

/**
 * Names under the base domain have answers over 576 bytes: a router without EDNS fails on them while it resolves every
 * application host. Where no name of either kind resolves, the line's authentication may be lost (domain.md, from the
 * field).
 */
function baseFinding(host: string, { application, base }: NetworkFacts): Finding {
  if (application.length > 0 && application.every(isThere))
    return { status: 'fail', ...texts.edns(host), guideId: guide.edns };
  const isDead = application.length > 0 && [...application, ...base].every(isMissing);
  return { status: 'fail', ...texts.base(host), guideId: isDead ? guide.lineAuth : null };
}

function proxyFindings(proxy: NetworkFacts['proxy']): readonly Finding[] {
  if (!proxy?.answers.ok || proxy.answers.value) return [];
  return [{ status: 'fail', ...texts.proxy(proxy.host, proxy.port), guideId: guide.proxy }];
}

function evidenceOf({ application, base, proxy }: NetworkFacts): Evidence {
  return {
    applicationHosts: application.map(lookupEvidence),
    baseHosts: base.map(lookupEvidence),
    proxy: proxy && { host: proxy.host, port: proxy.port, ...answerEvidence('answers', proxy.answers) },
  };
}

function lookupEvidence({ host, resolves }: Lookup): Json {
  return { host, ...answerEvidence('resolves', resolves) };
}

function answerEvidence(name: string, answer: Result<boolean>): Evidence {
  return answer.ok ? { [name]: answer.value } : { [name]: null, fault: faultOf(answer.fault) };
}
