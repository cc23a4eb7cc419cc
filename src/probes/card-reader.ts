import { failed, ok, type Fault, type Result } from '../domain/fault.ts';
import type { MachineReport } from '../ports/ports.ts';
import { readerTexts as texts } from './checks.ja.ts';
import { decodeText } from '../text/text-file.ts';
import { boundedLine, conclude, faultFindings, faultsOf, type Finding } from './finding.ts';
import { learnedFrom, type Probe } from './probe.ts';

const MAX_READER_INFO_BYTES = 256 * 1024;

/** What ReaderInfo.ini registers: the reader's name, and whether an account stands with it. */
export interface Registration {
  readonly name: string;
  readonly hasAccount: boolean;
}

export interface ReaderFacts {
  readonly path: string;
  /** null: no reader is registered. */
  readonly registration: Result<Registration | null>;
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
        ? ok(null)
        : failed(file.fault);
    return ok({ path, registration, report });
  },

  judge({ path, registration, report }) {
    const connected = report.ok ? report.value.readerConnected : null;
    const findings: Finding[] = [
      ...(connected === false ? [{ status: 'warn', ...texts.notConnected } as const] : []),
      ...(registration.ok && registration.value === null ? [notRegistered] : []),
      ...faultFindings(registration, report),
      ...(report.ok && connected === null ? [{ status: 'unknown', ...texts.connectionUnknown } as const] : []),
    ];
    const registered = registration.ok ? registration.value : null;
    return conclude(guide, findings, texts.ok(registered?.name ?? ''), {
      path,
      registered: registration.ok ? registered !== null : null,
      reader: registered === null ? null : registered.name,
      hasAccount: registered === null ? null : registered.hasAccount,
      connected,
      ...faultsOf({ registration, report }),
    });
  },

  learn({ report }) {
    return learnedFrom(report);
  },
};

const notRegistered: Finding = {
  status: 'warn',
  ...texts.notRegistered,
  guideId: guide.notRegistered,
};

/** Reads ReaderInfo.ini: its first `[section]` names the registered reader, `deviceId=` under it the registered account. */
export function readRegistration(bytes: Uint8Array, path: string): Result<Registration | null> {
  const decoded = decodeText(bytes);
  if (!decoded) return failed(unreadable(path));
  const lines = decoded.text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const start = lines.findIndex((line) => /^\[[^\]]+\]/.test(line));
  if (start < 0) return ok(null);
  const name = /^\[([^\]]+)\]/.exec(lines[start] ?? '')?.[1]?.trim() ?? '';
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('['));
  const section = end < 0 ? rest : rest.slice(0, end);
  return ok({
    name: boundedLine(name),
    hasAccount: section.some((line) => /^deviceId\s*=\s*\S/i.test(line)),
  });
}

function unreadable(path: string): Fault {
  const { summary, remedy } = texts.registrationUnreadable(path);
  return { code: 'unreadable', headline: summary, tryNext: remedy, guideId: null };
}
