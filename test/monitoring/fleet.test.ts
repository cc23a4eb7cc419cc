import type { ChildProcess } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { runProgram, sideBySide } from './program.ts';
import { describeMonitoring } from './tools.ts';
import { INSIDE, startInside } from './bench.ts';
import { deskDocumentSchema } from '../../src/desk/document.ts';
import { severities } from '../../src/domain/severity.ts';
import { kinds, writeKind, type Place } from './terminals.ts';

const bench = inject('bench');
const built = inject('built');
const TERMINALS = 200;
const PATIENCE_MS = 120_000;

const queryAnswer = z.object({
  data: z.object({
    result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) })),
  }),
});
const alertsAnswer = z.object({
  data: z.object({
    alerts: z.array(z.object({ labels: z.record(z.string(), z.string()), state: z.string() })),
  }),
});

const rulesAnswer = z.object({
  data: z.object({ groups: z.array(z.object({ lastEvaluation: z.string() })) }),
});

describeMonitoring('two hundred terminals under a real Prometheus', () => {
  const servers: ChildProcess[] = [];
  let prometheus = '';
  let places: readonly Place[] = [];

  beforeAll(async () => {
    if (!bench) return;
    const folder = join(bench.folder, 'fleet');
    places = await checkAll(folder);
    const [exporterPort, port] = [await freePort(), await freePort()];
    await cp(join(import.meta.dirname, '../../deploy/prometheus'), folder, { recursive: true });
    await mkdir(join(folder, 'terminals'));
    await writeFile(
      join(folder, 'terminals/desk.yml'),
      JSON.stringify([{ targets: [`127.0.0.1:${String(exporterPort)}`] }]),
    );
    // As it is shipped, but for its patience.
    const config = await readFile(join(folder, 'prometheus.yml'), 'utf8');
    await writeFile(join(folder, 'prometheus.yml'), config.replaceAll('interval: 5m', 'interval: 1s'));
    servers.push(
      startInside(
        bench,
        'prometheus-node-exporter',
        `--web.listen-address=127.0.0.1:${String(exporterPort)}`,
        '--collector.disable-defaults',
        '--collector.textfile',
        `--collector.textfile.directory=${INSIDE}/fleet/metrics`,
        '--log.level=error',
      ),
      startInside(
        bench,
        'prometheus',
        `--config.file=${INSIDE}/fleet/prometheus.yml`,
        `--storage.tsdb.path=${INSIDE}/fleet/data`,
        `--web.listen-address=127.0.0.1:${String(port)}`,
        '--log.level=error',
      ),
    );
    prometheus = `http://127.0.0.1:${String(port)}/api/v1`;
  });
  afterAll(() => {
    for (const server of servers) server.kill();
  });

  it('are all seen, without a fault in the files', async () => {
    await until(async () => (await valueOf('count(oqs_check_success)')) === TERMINALS);
    expect(await valueOf('node_textfile_scrape_error')).toBe(0);
    expect(await valueOf('sum(oqs_check_success)')).toBe(TERMINALS - TERMINALS / kinds.length);
    expect(await valueOf('count(count by (terminal) (oqs_verdict))')).toBe(TERMINALS - TERMINALS / kinds.length);
    expect(await valueOf('sum(oqs_verdict{verdict="current"})')).toBe((2 * TERMINALS) / kinds.length);
    // One state of each set holds, for every terminal.
    const sets = ['oqs_verdict', 'oqs_next_step', 'oqs_notice_delivery_phase', 'oqs_journal_state'];
    for (const set of sets) expect(await odd(set, 'terminal')).toBe(0);
    expect(await odd('oqs_check_status', 'terminal, check')).toBe(0);
    expect(await odd('oqs_component_status', 'terminal, component')).toBe(0);
  });

  it('raise the alerts that they should, and no other', async () => {
    const expected = Array.from({ length: TERMINALS }, (_, number) => number)
      .flatMap((number) => kindOf(number).alerts.map((alert) => `${alert} ${nameOf(number)}`))
      .toSorted();
    await until(async () => (await firing()).length >= expected.length);
    expect(await firing()).toEqual(expected);
    // Still so after more evaluations: none comes late.
    for (let times = 0; times < 3; times += 1) {
      const before = await lastEvaluation();
      await until(async () => (await lastEvaluation()) !== before);
    }
    expect(await firing()).toEqual(expected);
    expect(await valueOf('max_over_time(node_textfile_scrape_error[10m])')).toBe(0);
  });

  it('matter as much to the plugin, to the desk and to the rules', async () => {
    const folder = join(bench?.folder ?? '', 'severities');
    await mkdir(folder);
    const codes = new Map<string, number>();
    for (const [number, { scenario, notice }] of places.entries()) {
      const { name } = kindOf(number);
      const call = ['check', '--simulate', scenario, '--notice', notice] as const;
      codes.set(name, (await runProgram(built, ...call, '--nagios', '--timeout', '60')).exitCode);
      await writeFile(join(folder, `${name}.json`), (await runProgram(built, ...call, '--json')).stdout);
    }
    // A plugin's codes; the rules know no `unknown`, and warn of it.
    const plugin = { ok: 0, warning: 1, critical: 2, unknown: 3 } as const;
    const rules = { ok: [], warning: ['warning'], critical: ['critical'], unknown: ['warning'] } as const;
    expect(codes).toEqual(new Map(kinds.map(({ name, severity }) => [name, plugin[severity]])));
    const { stdout } = await runProgram(built, 'desk', folder, '--json');
    const { clinics } = deskDocumentSchema.parse(JSON.parse(stdout));
    const shown = clinics.flatMap((clinic) => clinic.shown);
    const told = kinds.map(({ name }) => shown.find(({ source }) => source?.path.endsWith(`/${name}.json`))?.severity);
    expect(told).toEqual(kinds.map(({ severity }) => severity));
    const { data } = alertsAnswer.parse(await get('/alerts'));
    const ringing = data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels);
    for (const [number, { alerts, severity }] of kinds.entries()) {
      const own = ringing.filter(({ terminal }) => terminal === nameOf(number)).map((labels) => labels['severity']);
      expect(own).toEqual(rules[severity].slice(0, alerts.length));
      // What is critical rings.
      expect(own.includes('critical')).toBe(severity === 'critical');
    }
    expect(new Set(kinds.map(({ severity }) => severity))).toEqual(new Set(severities));
  });

  async function valueOf(query: string): Promise<number> {
    const answer = queryAnswer.parse(await get(`/query?query=${encodeURIComponent(query)}`));
    const value = answer.data.result[0]?.value[1];
    if (value === undefined) throw new Error(`no answer to ${query}`);
    return Number(value);
  }

  /** How many sets do not have exactly one state that holds. */
  async function odd(set: string, by: string): Promise<number> {
    return valueOf(`count(sum by (${by}) (${set}) != 1) or vector(0)`);
  }

  async function firing(): Promise<readonly string[]> {
    const { data } = alertsAnswer.parse(await get('/alerts'));
    return data.alerts
      .filter(({ state }) => state === 'firing')
      .map(({ labels }) => `${labels['alertname'] ?? ''} ${labels['terminal'] ?? ''}`)
      .toSorted();
  }

  async function lastEvaluation(): Promise<string> {
    const { data } = rulesAnswer.parse(await get('/rules'));
    return data.groups[0]?.lastEvaluation ?? '';
  }

  async function get(path: string): Promise<unknown> {
    return (await fetch(`${prometheus}${path}`)).json();
  }
});

function kindOf(number: number) {
  const kind = kinds[number % kinds.length];
  if (!kind) throw new Error('no kind');
  return kind;
}

function nameOf(number: number): string {
  return `T${String(number).padStart(3, '0')}`;
}

/** Every terminal is checked by the built program, into one folder as a desk gathers the files. */
async function checkAll(folder: string): Promise<readonly Place[]> {
  const metrics = join(folder, 'metrics');
  await mkdir(metrics, { recursive: true });
  // The last day in Japan on which it is past 08:10 already: no terminal's clock is ahead.
  const now = Date.now() - (8 * 60 + 20) * 60_000;
  const places = await Promise.all(
    kinds.map(async (kind, number) => writeKind(join(folder, `kind-${String(number)}`), kind, now)),
  );
  const numbers = Array.from({ length: TERMINALS }, (_, number) => number);
  await sideBySide(numbers, 3, async (number) => {
    const place = places[number % places.length];
    if (!place) throw new Error('no place');
    const labels = [`terminal=${nameOf(number)}`, `clinic=C${String(Math.floor(number / 5)).padStart(3, '0')}`];
    const { exitCode, stderr } = await runProgram(
      built,
      'check',
      '--simulate',
      place.scenario,
      '--notice',
      place.notice,
      '--prometheus',
      join(metrics, `${nameOf(number)}.prom`),
      ...labels.flatMap((label) => ['--label', label]),
    );
    const allowed = kindOf(number).settings === undefined ? [0, 1, 2] : [64];
    if (!allowed.includes(exitCode)) throw new Error(`${kindOf(number).name}: ${String(exitCode)} ${stderr}`);
  });
  return places;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  // Not there yet, not listening yet: asked again.
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error('it did not come about');
    await pause(200);
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
