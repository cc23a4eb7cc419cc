import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { startLimit } from '../../domain/limit.ts';
import { errorCode } from '../../domain/system-error.ts';

/**
 * How long a name or a connection is waited for, in milliseconds. Windows asks on for ten seconds and more where a router drops the
 * answers; to the applications on the terminal such a name does not resolve either.
 */
const LOOK_UP_MS = 4_000;

/** What the system says of a name that has no address, and of a name server that gives none. */
const noAddress: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']);

/** Asks for all addresses of a name. */
type Resolver = (host: string) => Promise<readonly { readonly address: string }[]>;

const systemResolver: Resolver = (host) => lookup(host, { all: true });

/** The addresses of a name, by the system's own resolver; none where it has none. Throws what the system says of itself. */
export async function addressesOf(
  host: string,
  { limitMs = LOOK_UP_MS, resolver = systemResolver } = {},
): Promise<readonly string[]> {
  const found = resolver(host);
  const late = Promise.withResolvers<null>();
  const stop = startLimit(limitMs, () => late.resolve(null));
  try {
    const answers = await Promise.race([found, late.promise]);
    return (answers ?? []).map(({ address }) => address);
  } catch (error) {
    if (noAddress.has(errorCode(error))) return [];
    throw error;
  } finally {
    stop();
    // A look-up that comes too late must not end the program as an unhandled rejection.
    found.catch(() => undefined);
  }
}

/** Whether a TCP connection is accepted; it is closed at once, and nothing is sent. */
export async function isConnectable(host: string, port: number, limitMs: number = LOOK_UP_MS): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port });
  const stop = startLimit(limitMs, () => resolve(false), { holds: true });
  socket.once('connect', () => resolve(true));
  socket.once('error', () => resolve(false));
  const connected = await promise;
  stop();
  socket.destroy();
  return connected;
}
