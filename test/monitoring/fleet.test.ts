import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { deskDocumentSchema } from '../../src/desk/document.ts';
import { severities } from '../../src/domain/severity.ts';
import { fleet, kindFolder, writeFleet, type FleetTerminal } from './fleet.ts';
import { startMonitor, type Monitor } from './monitor.ts';
import { runProgram } from './program.ts';
import { until } from './servers.ts';
import { kinds, placeIn } from './terminals.ts';
import { describeMonitoring, has } from './tools.ts';

const bench = inject('bench');
const built = inject('built');
const deploy = join(import.meta.dirname, '../../deploy');

/** `OqsNotSeen T006`, for each alert of each terminal. */
function named(alertsOf: (terminal: FleetTerminal) => readonly string[]): readonly string[] {
  return fleet.flatMap((terminal) => alertsOf(terminal).map((alert) => `${alert} ${terminal.name}`)).toSorted();
}

const all = named(({ kind }) => kind.alerts);
const heldBack = named(({ kind: { heldBack: back = [] } }) => back);
const told = all.filter((each) => !heldBack.includes(each));

describeMonitoring('two hundred terminals under a real Prometheus and Alertmanager', () => {
  let monitor: Monitor;

  beforeAll(async () => {
    if (!bench) return;
    await writeFleet(join(bench.folder, 'fleet'), built);
    monitor = await startMonitor(bench, 'fleet');
    return () => monitor.close();
  });

  it('are all seen, without a fault in the files', async () => {
    const count = (holds: (terminal: FleetTerminal) => boolean): number => fleet.filter(holds).length;
    const answers = count(({ kind }) => kind.settings === undefined);
    await until(async () => (await valueOf('count(oqs_check_success)')) === fleet.length);
    expect(await valueOf('node_textfile_scrape_error')).toBe(0);
    expect(await valueOf('sum(oqs_check_success)')).toBe(answers);
    expect(await valueOf('count(count by (terminal) (oqs_verdict))')).toBe(answers);
    expect(await valueOf('sum(oqs_verdict{verdict="current"})')).toBe(
      count(({ kind }) => kind.name === 'current' || kind.name === 'reported'),
    );
    // One state of each set holds, for every terminal.
    const sets = ['oqs_verdict', 'oqs_next_step', 'oqs_notice_delivery_phase', 'oqs_journal_state'];
    for (const set of sets) expect(await odd(set, 'terminal')).toBe(0);
    expect(await odd('oqs_check_status', 'terminal, check')).toBe(0);
    expect(await odd('oqs_component_status', 'terminal, component')).toBe(0);
    expect(await valueOf('max(count by (terminal) ({__name__=~"oqs_.*"}))')).toBeLessThanOrEqual(60);
  });

  it('raise the alerts that they should, and no other', async () => {
    await until(async () => (await firing()).length >= all.length);
    expect(await firing()).toEqual(all);
    // Still so after more evaluations: none comes late.
    for (let times = 0; times < 3; times += 1) {
      const before = await monitor.lastEvaluation();
      await until(async () => (await monitor.lastEvaluation()) !== before);
    }
    expect(await firing()).toEqual(all);
    expect(await valueOf('max_over_time(node_textfile_scrape_error[10m])')).toBe(0);
  });

  it('are named by where they are and nothing else, each alert with its page of the runbook', async () => {
    const headings = [...(await readFile(join(deploy, 'prometheus/runbook.md'), 'utf8')).matchAll(/^## (.+)$/gm)];
    for (const { labels, annotations } of await monitor.alerts()) {
      const { alertname = '', ...rest } = labels;
      expect(Object.keys(rest).toSorted()).toEqual(['clinic', 'instance', 'job', 'severity', 'terminal']);
      expect(headings.map(([, heading]) => heading)).toContain(alertname);
      expect(annotations['runbook_url']).toMatch(new RegExp(`^https://.+/runbook\\.md#${alertname.toLowerCase()}$`));
    }
  });

  it('matter as much to the plugin, to the desk and to the rules', async () => {
    const folder = join(bench?.folder ?? '', 'severities');
    await mkdir(folder);
    const codes = new Map<string, number>();
    const real = [...kinds.entries()].flatMap(([number, { name, severity, lastTold }]) =>
      severity === null ? [] : [{ number, name, severity, lastTold: lastTold ?? severity }],
    );
    for (const { number, name } of real) {
      const { scenario, notice } = placeIn(kindFolder(join(bench?.folder ?? '', 'fleet'), number));
      const call = ['check', '--simulate', scenario, '--notice', notice] as const;
      codes.set(name, (await runProgram(built, ...call, '--nagios', '--timeout', '60')).exitCode);
      await writeFile(join(folder, `${name}.json`), (await runProgram(built, ...call, '--json')).stdout);
    }
    // A plugin's codes; the rules know no `unknown`, and warn of it.
    const plugin = { ok: 0, warning: 1, critical: 2, unknown: 3 } as const;
    const rules = { ok: [], warning: ['warning'], critical: ['critical'], unknown: ['warning'] } as const;
    expect(codes).toEqual(new Map(real.map(({ name, lastTold }) => [name, plugin[lastTold]])));
    const { stdout } = await runProgram(built, 'desk', folder, '--json');
    const { clinics } = deskDocumentSchema.parse(JSON.parse(stdout));
    const shown = clinics.flatMap((clinic) => clinic.shown);
    const seen = real.map(({ name }) => shown.find(({ source }) => source?.path.endsWith(`/${name}.json`))?.severity);
    expect(seen).toEqual(real.map(({ severity }) => severity));
    const ringing = (await monitor.alerts()).filter(({ state }) => state === 'firing').map(({ labels }) => labels);
    for (const { name, kind } of fleet) {
      const own = new Set(ringing.flatMap(({ terminal, severity }) => (terminal === name ? [severity] : [])));
      const most = kind.severity === null ? [] : rules[kind.severity].slice(0, kind.alerts.length);
      // The worst of them counts: what is critical rings so.
      expect(severities.filter((severity) => own.has(severity)).slice(0, 1)).toEqual(most);
    }
    expect(new Set(real.map(({ severity }) => severity))).toEqual(new Set(severities));
  });

  it.skipIf(!has('prometheus-alertmanager'))(
    'are told of once where they are silent, and the rest is held back',
    async () => {
      await until(async () => (await monitor.received()).length >= all.length);
      await until(async () => (await held()).length >= heldBack.length);
      expect(await held()).toEqual(heldBack);
      await until(async () => new Set(monitor.told().map(nameOf)).size >= told.length);
      expect([...new Set(monitor.told().map(nameOf))].toSorted()).toEqual(told);
      const silent = fleet.filter(({ kind }) => kind.alerts.includes('OqsNotSeen'));
      for (const { name } of silent) expect(told.filter((each) => each.endsWith(` ${name}`))).toHaveLength(1);
    },
  );

  it('fill every panel of the dashboard', async () => {
    const panel = z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) });
    const json: unknown = JSON.parse(await readFile(join(deploy, 'grafana/oqs-console.json'), 'utf8'));
    const { panels } = z.object({ panels: z.array(panel).min(1) }).parse(json);
    for (const { title, targets } of panels)
      for (const { expr } of targets)
        expect([title, (await monitor.query(expr.replaceAll('$clinic', '.*'))).length]).not.toEqual([title, 0]);
    const [terminals] = panels;
    const shown = await monitor.query(terminals?.targets[0]?.expr.replaceAll('$clinic', '.*') ?? '');
    expect(shown.map(({ value }) => value[1])).toEqual([String(fleet.filter(({ kind }) => !kind.practice).length)]);
  });

  async function valueOf(query: string): Promise<number> {
    const [first] = await monitor.query(query);
    if (!first) throw new Error(`no answer to ${query}`);
    return Number(first.value[1]);
  }

  /** How many sets do not have exactly one state that holds. */
  async function odd(set: string, by: string): Promise<number> {
    return valueOf(`count(sum by (${by}) (${set}) != 1) or vector(0)`);
  }

  async function firing(): Promise<readonly string[]> {
    const alerts = await monitor.alerts();
    return alerts
      .filter(({ state }) => state === 'firing')
      .map(({ labels }) => nameOf(labels))
      .toSorted();
  }

  /** What Alertmanager holds back because of another alert. */
  async function held(): Promise<readonly string[]> {
    const alerts = await monitor.received();
    return alerts
      .filter(({ status }) => status.state === 'suppressed' && status.inhibitedBy.length > 0)
      .map(({ labels }) => nameOf(labels))
      .toSorted();
  }
});

function nameOf({ alertname = '', terminal = '' }: Readonly<Record<string, string>>): string {
  return `${alertname} ${terminal}`;
}
