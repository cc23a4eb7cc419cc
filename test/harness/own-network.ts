import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Brings the loopback up, and lays a file of the test's over the one that says which name server to ask. */
const PREPARE = 'ip link set lo up && mount --bind "$1" /etc/resolv.conf';

function inside(resolvConf: string, file: string, args: readonly string[] = []): readonly string[] {
  const namespaces = ['--user', '--map-root-user', '--net', '--mount'];
  return [...namespaces, 'sh', '-c', `${PREPARE} && shift && exec "$@"`, 'sh', resolvConf, file, ...args];
}

/** Why a network of its own cannot be had here (Linux, where users may have one); null: it can. */
export async function whyNoOwnNetwork(resolvConf: string): Promise<string | null> {
  try {
    await promisify(execFile)('unshare', inside(resolvConf, 'true'));
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : 'unknown';
  }
}

/** Runs a program where nothing but itself and its like can be reached. Gives what it writes; throws where it fails. */
export async function runInOwnNetwork(resolvConf: string, file: string, args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('unshare', inside(resolvConf, file, args))).stdout;
}
