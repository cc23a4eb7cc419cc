import { failed, ok, type Result } from '../domain/fault.ts';
import type { MachineReport } from '../ports/ports.ts';
import { readerTexts as texts } from './checks.ja.ts';
import { decodeText } from '../text/text-file.ts';
import { boundedLine, conclude, faultFindings, faultFrom, faultsOf, type Finding } from './finding.ts';
import { learnedFrom, type Probe } from './probe.ts';

const MAX_READER_INFO_BYTES = 256 * 1024;

/** A reader that ReaderInfo.ini registers: its name, and whether an account stands with it. */
interface Registration {
  readonly name: string;
  readonly hasAccount: boolean;
}

interface ReaderFacts {
  readonly path: string;
  /** In the order of the file; none: no reader is registered. */
  readonly registration: Result<readonly Registration[]>;
  readonly report: Result<MachineReport>;
}

const guide = {
  warn: 'reader-not-connected',
  notRegistered: 'reader-not-registered',
  unknown: 'check-unknown',
};

/** The card reader: registered in ReaderInfo.ini, and connected. */
export const cardReader: Probe<ReaderFacts> = {
  id: 'card-reader',
  guide,

  async gather(ports, context, signal) {
    const path = context.settings.paths.readerInfo;
    const [file, report] = await Promise.all([
      ports.files.read(path, { maxBytes: MAX_READER_INFO_BYTES, signal }),
      ports.machine.report(signal),
    ]);
    const registration = file.ok
      ? readRegistration(file.value.bytes, path)
      : file.fault.code === 'absent'
        ? ok([])
        : failed(file.fault);
    return ok({ path, registration, report });
  },

  judge({ path, registration, report }) {
    const connected = report.ok ? report.value.readerConnected : null;
    const findings: Finding[] = [
      ...(connected === false ? [{ status: 'warn', ...texts.notConnected } as const] : []),
      ...(registration.ok && registration.value.length === 0
        ? [{ status: 'warn', ...texts.notRegistered, guideId: guide.notRegistered } as const]
        : []),
      ...faultFindings(registration, report),
      ...(report.ok && connected === null ? [{ status: 'unknown', ...texts.connectionUnknown } as const] : []),
    ];
    const readers = registration.ok ? registration.value : [];
    const names = readers.map(({ name }) => name);
    return conclude(guide, findings, texts.ok(names), {
      path,
      registered: registration.ok ? readers.length > 0 : null,
      reader: names[0] ?? null,
      ...(names.length > 1 ? { readers: names } : {}),
      hasAccount: names.length === 0 ? null : readers.every(({ hasAccount }) => hasAccount),
      connected,
      ...faultsOf({ registration, report }),
    });
  },

  learn({ report }) {
    return learnedFrom(report);
  },
};

/** Reads ReaderInfo.ini: each `[section]` names a registered reader, `deviceId=` under it the registered account. */
export function readRegistration(bytes: Uint8Array, path: string): Result<readonly Registration[]> {
  const decoded = decodeText(bytes);
  if (!decoded) return failed(faultFrom('unreadable', texts.registrationUnreadable(path)));
  const readers: { name: string; hasAccount: boolean }[] = [];
  for (const line of decoded.text.split(/\r\n|\n|\r/).map((each) => each.trim())) {
    const name = /^\[([^\]]+)\]/.exec(line)?.[1]?.trim();
    const last = readers.at(-1);
    if (name !== undefined) readers.push({ name: boundedLine(name), hasAccount: false });
    else if (last && /^deviceId\s*=\s*\S/i.test(line)) last.hasAccount = true;
  }
  return ok(readers);
}
