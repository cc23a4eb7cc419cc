import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { errorCode } from '../../domain/system-error.ts';
import { withinLimit } from '../node/timers.ts';

/**
 * How long a name or a connection is waited for, in milliseconds. Windows asks a name server that is silent again after
 * 1, 2, 4 and 8 seconds, and gives up after 10 (DNS client resolution timeouts, learn.microsoft.com); to the
 * applications on the terminal such a name does not resolve either. Three tries are waited for, and a check's five
 * seconds leave two in which a slow terminal starts this program.
 */
const LOOK_UP_MS = 3_000;

/** What the system says of a name that has no address, and of a name server that gives none. */
const noAddress: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']);

/** Asks for all addresses of a name. */
type Resolver = (host: string) => Promise<readonly { readonly address: string }[]>;

const systemResolver: Resolver = (host) => lookup(host, { all: true });

/**
 * The addresses of a name, by the system's own resolver; none where it has none. Throws what the system says of itself.
 */
export async function addressesOf(
  host: string,
  { limitMs = LOOK_UP_MS, resolver = systemResolver } = {},
): Promise<readonly string[]> {
  try {
    const answers = await withinLimit(resolver(host), limitMs, () => []);
    return answers.map(({ address }) => address);
  } catch (error) {
    if (noAddress.has(errorCode(error))) return [];
    throw error;
  }
}

/** Whether a TCP connection is accepted; it is closed at once, and nothing is sent. */
export async function isConnectable(host: string, port: number, limitMs: number = LOOK_UP_MS): Promise<boolean> {
  const socket = connect({ host, port });
  const answer = new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  const connected = await withinLimit(answer, limitMs, () => false, { holds: true });
  socket.destroy();
  return connected;
}

/**
 * The answer to `resolve=HOST` (it has an address) or `connect=HOST=PORT` (something answers there); null where it is
 * no question.
 */
export function answerTo(question: string): Promise<boolean> | null {
  const [verb, host = '', port = ''] = question.split('=');
  if (host === '') return null;
  if (verb === 'resolve') return addressesOf(host).then((addresses) => addresses.length > 0);
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  return verb === 'connect' && number >= 1 && number <= 65_535 ? isConnectable(host, number) : null;
}
