import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/**
 * RFC 1035: a header of 12 bytes, then the question; RFC 6891: an OPT record at the end of the query says how much the
 * asker takes.
 */
const HEADER = 12;
const TYPE_A = 1;
const TYPE_OPT = 41;
const MOST_WITHOUT_EDNS = 512;
const RECORD = 16;

export interface NameServer {
  /** How many addresses a name has. */
  readonly addresses: (name: string) => number;
  /** The largest answer that gets through, as behind a router without EDNS; longer ones are dropped. */
  readonly largest: number;
}

/** Answers every name on port 53 of this machine's own address, over UDP and TCP, with addresses of this machine. */
export async function serveNames(server: NameServer): Promise<void> {
  const udp = createSocket('udp4');
  udp.on('message', (query, from) => {
    const whole = answerTo(query, server.addresses);
    const answer = whole.length > roomOf(query) ? truncated(whole) : whole;
    if (answer.length <= server.largest) udp.send(answer, from.port, from.address);
  });
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      const answer = answerTo(Buffer.from(bytes).subarray(2), server.addresses);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(answer.length);
      if (answer.length <= server.largest) socket.end(Buffer.concat([length, answer]));
    });
  });
  await Promise.all([
    new Promise<void>((resolve) => {
      udp.bind(53, '127.0.0.1', resolve);
    }),
    new Promise<void>((resolve) => {
      tcp.listen(53, '127.0.0.1', resolve);
    }),
  ]);
}

/** Where the question ends, its name and its type. */
function questionOf(query: Buffer): { readonly end: number; readonly name: string; readonly type: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { end: at + 5, name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1) };
}

/** How long an answer over UDP the asker takes. */
function roomOf(query: Buffer): number {
  const { end } = questionOf(query);
  const hasOption = query.length > end + 4 && query.readUInt16BE(end + 1) === TYPE_OPT;
  return hasOption ? query.readUInt16BE(end + 3) : MOST_WITHOUT_EDNS;
}

function answerTo(query: Buffer, addresses: NameServer['addresses']): Buffer {
  const { end, name, type } = questionOf(query);
  const count = type === TYPE_A ? addresses(name) : 0;
  const answer = Buffer.alloc(end + count * RECORD);
  query.copy(answer, 0, 0, end);
  // A response, recursion available, no error; one question, so many answers.
  answer.writeUInt16BE(0x8180, 2);
  answer.writeUInt16BE(1, 4);
  answer.writeUInt16BE(count, 6);
  answer.writeUInt32BE(0, 8);
  for (let record = 0; record < count; record += 1) {
    // The name of the question; type A, class IN, a minute, four bytes: 127.0.0.1 and on.
    const bytes = [0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, record + 1];
    answer.set(bytes, end + record * RECORD);
  }
  return answer;
}

/** Says that the answer is longer, and to ask by TCP. */
function truncated(answer: Buffer): Buffer {
  const { end } = questionOf(answer);
  const short = Buffer.from(answer.subarray(0, end));
  short.writeUInt16BE(0x8380, 2);
  short.writeUInt16BE(0, 6);
  return short;
}
