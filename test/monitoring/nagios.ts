import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INSIDE, startInside, type Bench } from './bench.ts';
import { end, until } from './servers.ts';

/** One service as Nagios's own status file tells it. */
export interface ServiceStatus {
  /** 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN. */
  readonly state: string;
  readonly output: string;
  readonly performance: string;
}

/** What Nagios made of the services, and the lines of their performance data as it hands them on. */
interface Checked {
  readonly status: ReadonlyMap<string, ServiceStatus>;
  readonly performance: ReadonlyMap<string, string>;
}

/**
 * Lets a real Nagios check each service once by its command. Throws with its log where it ends by itself.
 */
export async function checkedByNagios(
  bench: Bench,
  services: Readonly<Record<string, readonly string[]>>,
): Promise<Checked> {
  const folder = join(bench.folder, 'nagios');
  const inside = `${INSIDE}/nagios`;
  await mkdir(join(folder, 'results'), { recursive: true });
  await writeFile(join(folder, 'nagios.cfg'), mainFile(inside));
  await writeFile(join(folder, 'objects.cfg'), objectsFile(services));
  const server = startInside(bench, 'nagios4', `${inside}/nagios.cfg`);
  const ended = once(server, 'exit').then(async () => {
    throw new Error(await readFile(join(folder, 'nagios.log'), 'utf8'));
  });
  try {
    return await Promise.race([ended, results(folder, Object.keys(services))]);
  } finally {
    ended.catch(() => undefined);
    await end([server]);
  }
}

/** Waits until all have been checked, and the performance data of those that have any are handed on. */
async function results(folder: string, names: readonly string[]): Promise<Checked> {
  let status: Checked['status'] = new Map();
  let performance: Checked['performance'] = new Map();
  await until(async () => {
    status = readStatus(await readFile(join(folder, 'status.dat'), 'utf8'));
    return names.every((name) => status.has(name));
  });
  const withData = [...status].filter(([, { performance: data }]) => data !== '').map(([name]) => name);
  await until(async () => {
    const lines = (await readFile(join(folder, 'perfdata'), 'utf8')).split('\n').filter((line) => line !== '');
    performance = new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]));
    return withData.every((name) => performance.has(name));
  });
  return { status, performance };
}

function mainFile(inside: string): string {
  const settings = {
    log_file: `${inside}/nagios.log`,
    cfg_file: `${inside}/objects.cfg`,
    object_cache_file: `${inside}/objects.cache`,
    status_file: `${inside}/status.dat`,
    status_update_interval: 1,
    temp_file: `${inside}/nagios.tmp`,
    temp_path: inside,
    lock_file: `${inside}/nagios.pid`,
    check_result_path: `${inside}/results`,
    query_socket: `${inside}/query`,
    // The bench's folder is root's alone.
    nagios_user: 'root',
    nagios_group: 'root',
    use_syslog: 0,
    check_for_updates: 0,
    check_external_commands: 0,
    retain_state_information: 0,
    enable_notifications: 0,
    execute_host_checks: 0,
    service_inter_check_delay_method: 'n',
    service_check_timeout: 90,
    process_performance_data: 1,
    service_perfdata_file: `${inside}/perfdata`,
    service_perfdata_file_template: String.raw`$SERVICEDESC$\t$SERVICESTATE$\t$SERVICEOUTPUT$\t$SERVICEPERFDATA$`,
    service_perfdata_file_mode: 'a',
    illegal_macro_output_chars: '`~$&|\'"<>',
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join('');
}

function objectsFile(services: Readonly<Record<string, readonly string[]>>): string {
  const always = { timeperiod_name: 'always', alias: 'always', ...days() };
  // Nagios does not start without somebody to tell.
  const contact = {
    contact_name: 'desk',
    ...Object.fromEntries(
      ['host', 'service'].flatMap((what) => [
        [`${what}_notification_period`, 'always'],
        [`${what}_notification_commands`, 'tell-nobody'],
      ]),
    ),
  };
  const nobody = { command_name: 'tell-nobody', command_line: '/bin/true' };
  const common = { max_check_attempts: 1, check_period: 'always', contacts: 'desk' };
  const host = { host_name: 'terminal', address: '127.0.0.1', ...common };
  const each = Object.entries(services).flatMap(([name, command]) => [
    define('command', { command_name: name, command_line: command.join(' ') }),
    define('service', {
      host_name: 'terminal',
      service_description: name,
      check_command: name,
      check_interval: 60,
      retry_interval: 60,
      ...common,
    }),
  ]);
  return [
    define('timeperiod', always),
    define('command', nobody),
    define('contact', contact),
    define('host', host),
    ...each,
  ].join('\n');
}

function days(): Readonly<Record<string, string>> {
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  return Object.fromEntries(names.map((name) => [name, '00:00-24:00']));
}

function define(what: string, fields: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} ${String(value)}\n`);
  return `define ${what} {\n${lines.join('')}}\n`;
}

/** The services that have been checked. */
function readStatus(text: string): Map<string, ServiceStatus> {
  const found = new Map<string, ServiceStatus>();
  for (const [, block = ''] of text.matchAll(/^servicestatus \{\n(.*?)^\t\}/gms)) {
    const field = (name: string): string => new RegExp(`^\t${name}=(.*)$`, 'm').exec(block)?.[1] ?? '';
    if (field('has_been_checked') !== '1') continue;
    found.set(field('service_description'), {
      state: field('current_state'),
      output: field('plugin_output'),
      performance: field('performance_data'),
    });
  }
  return found;
}
