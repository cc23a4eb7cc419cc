import type { ChildProcess } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { INSIDE, startInside, type Bench } from './bench.ts';
import { end, freeAddress } from './servers.ts';

const labels = z.record(z.string(), z.string());
const result = z.object({ metric: labels, value: z.tuple([z.number(), z.string()]) });
const answers = {
  query: z.object({ status: z.literal('success'), data: z.object({ result: z.array(result) }) }),
  alerts: z.object({
    data: z.object({ alerts: z.array(z.object({ labels, annotations: labels, state: z.string() })) }),
  }),
  rules: z.object({ data: z.object({ groups: z.array(z.object({ lastEvaluation: z.string() })) }) }),
  received: z.array(z.object({ labels, status: z.object({ state: z.string(), inhibitedBy: z.array(z.string()) }) })),
  told: z.object({ alerts: z.array(z.object({ labels })) }),
};

/**
 * A desk's node_exporter, Prometheus and Alertmanager over a folder of metrics, with the files of deploy/prometheus.
 */
export interface Monitor {
  readonly query: (query: string) => Promise<z.infer<typeof answers.query>['data']['result']>;
  readonly alerts: () => Promise<z.infer<typeof answers.alerts>['data']['alerts']>;
  readonly lastEvaluation: () => Promise<string>;
  /** The alerts that Alertmanager has, and which of them it holds back. */
  readonly received: () => Promise<z.infer<typeof answers.received>>;
  /** The labels of the alerts that it has told. */
  readonly told: () => readonly z.infer<typeof labels>[];
  readonly close: () => Promise<void>;
}

/** Starts them on free ports of this machine; `name` is the folder in the bench's, and its metrics are in `metrics`. */
export async function startMonitor(bench: Bench, name: string): Promise<Monitor> {
  const folder = join(bench.folder, name);
  const inside = `${INSIDE}/${name}`;
  const told: z.infer<typeof labels>[] = [];
  const receiver = await listen(
    async (body) => void told.push(...answers.told.parse(body).alerts.map((each) => each.labels)),
  );
  const [exporter, alertmanager, prometheus] = [await freeAddress(), await freeAddress(), await freeAddress()];
  await cp(join(import.meta.dirname, '../../deploy/prometheus'), folder, { recursive: true });
  await mkdir(join(folder, 'terminals'));
  await writeFile(join(folder, 'terminals/desk.yml'), JSON.stringify([{ targets: [exporter] }]));
  // As they are shipped, but for their patience and their addresses.
  await change(join(folder, 'prometheus.yml'), [/interval: 5m/g, 'interval: 1s'], ['127.0.0.1:9093', alertmanager]);
  await change(join(folder, 'oqs-alerts.yml'), [/for: \d+[mh]/g, 'for: 1s']);
  await change(
    join(folder, 'alertmanager.yml'),
    [/group_wait: 1m/, 'group_wait: 5s'],
    ['http://desk.example/oqs', receiver.url],
  );
  const servers: ChildProcess[] = [
    startInside(
      bench,
      'prometheus-node-exporter',
      `--web.listen-address=${exporter}`,
      '--collector.disable-defaults',
      '--collector.textfile',
      `--collector.textfile.directory=${inside}/metrics`,
      '--log.level=error',
    ),
    startInside(
      bench,
      'prometheus',
      `--config.file=${inside}/prometheus.yml`,
      `--storage.tsdb.path=${inside}/data`,
      `--web.listen-address=${prometheus}`,
      '--log.level=error',
    ),
  ];
  if (!bench.lacking.includes('prometheus-alertmanager'))
    servers.push(
      startInside(
        bench,
        'prometheus-alertmanager',
        `--config.file=${inside}/alertmanager.yml`,
        `--storage.path=${inside}/alertmanager`,
        `--web.listen-address=${alertmanager}`,
        '--cluster.listen-address=',
        '--log.level=error',
      ),
    );
  const get = async (path: string): Promise<unknown> => (await fetch(`http://${path}`)).json();
  const api = `${prometheus}/api/v1`;
  return {
    query: async (query) =>
      answers.query.parse(await get(`${api}/query?query=${encodeURIComponent(query)}`)).data.result,
    alerts: async () => answers.alerts.parse(await get(`${api}/alerts`)).data.alerts,
    lastEvaluation: async () => answers.rules.parse(await get(`${api}/rules`)).data.groups[0]?.lastEvaluation ?? '',
    received: async () => answers.received.parse(await get(`${alertmanager}/api/v2/alerts`)),
    told: () => told,
    close: async () => {
      await end(servers);
      receiver.server.close();
    },
  };
}

async function change(file: string, ...changes: readonly (readonly [string | RegExp, string])[]): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [what, by] of changes) {
    const changed = text.replace(what, by);
    if (changed === text) throw new Error(`nothing to change in ${file}: ${String(what)}`);
    text = changed;
  }
  await writeFile(file, text);
}

/** Listens for the JSON that Alertmanager sends. */
async function listen(
  take: (body: unknown) => Promise<void>,
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    text(request)
      .then((body) => take(JSON.parse(body)))
      .then(
        () => response.end(),
        () => response.writeHead(400).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return { server, url: `http://127.0.0.1:${String(address.port)}/` };
}
