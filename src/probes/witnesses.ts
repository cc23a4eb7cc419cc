import { componentIds, type ComponentId, type Witness } from '../domain/facts.ts';
import { componentsOf } from '../domain/notice/components.ts';
import { JAPAN, offsetMinutesAt } from '../domain/notice/zone.ts';
import type { Fault, Result } from '../domain/fault.ts';
import { CLOCK_SLACK } from '../domain/boots.ts';
import { fromTerminalTime, type Instant } from '../domain/time.ts';
import type { MachineReport, Ports } from '../ports/ports.ts';
import { componentVersionTexts, probeTexts } from './checks.ja.ts';
import type { Witnesses } from '../domain/versions/component-status.ts';
import { operatorWitness } from '../domain/versions/operator-witness.ts';
import { compareVersions } from '../domain/versions/version.ts';
import { decodeText } from '../text/text-file.ts';
import { MAX_RECORD_BYTES, readDeliveryRecord, type RecordAnswer } from '../domain/versions/delivery-record.ts';
import { readVersionInfo } from '../domain/versions/version-info.ts';
import { asWaitedFor, boundedLine, faultFrom } from './finding.ts';
import type { ProbeContext } from './probe.ts';

/** Version.info holds a version and little else; what is larger is some other file. */
const MAX_VERSION_INFO_BYTES = 64 * 1024;
/** Of a record that cannot be understood, so many of its lines are shown. */
const MAX_RAW_LINES = 20;

/** What was asked about the versions, see `gatherWitnesses`. */
export interface VersionFacts {
  readonly witnesses: Witnesses;
  /** null: not asked for. */
  readonly report: Result<MachineReport> | null;
}

/**
 * Asks every source that is known about: the delivery record, each component's Version.info, what the operator typed. A
 * source whose path nobody knows gives no witness; a path without a file gives one that is `absent`. Where the settings
 * file is there and does not count, the record it may name has not been read: a target is at best `unknown`. The
 * machine's report is asked for only where the operator typed a version, which counts until the next boot: it takes a
 * program, and a terminal that answers slowly must not cost the versions their time.
 */
export async function gatherWitnesses(ports: Ports, context: ProbeContext, signal: AbortSignal): Promise<VersionFacts> {
  const { now, notice, uptimeSeconds, history } = context;
  const [report, record, versionInfos] = await Promise.all([
    history.operatorVersions.length === 0 ? null : ports.machine.report(signal),
    recordWitnesses(ports, context, signal),
    Promise.all(componentsOf(notice).map(({ id }) => versionInfoWitness(ports, context, signal, id))),
  ]);
  const boot = report?.ok === true ? report.value : null;
  const present = { at: now, boot: { uptimeSeconds, record: boot?.record ?? null } };
  const witnesses = ofEach(context, (id, place) =>
    [
      recordThatCounts(record?.(id) ?? null, context, id),
      versionInfos[place] ?? null,
      operatorWitness(id, history, boot?.bootedAt ?? null, present),
    ].filter((witness) => witness !== null),
  );
  return { witnesses, report };
}

function ofEach(
  { notice }: ProbeContext,
  witnesses: (id: ComponentId, place: number) => readonly Witness[],
): Witnesses {
  return Object.fromEntries(componentsOf(notice).map(({ id }, place) => [id, witnesses(id, place)]));
}

/**
 * Where a component's Version.info is: as the settings say, for one of the notice's own as the notice says; null: it is
 * not known.
 */
export function versionInfoPath({ notice, settings }: ProbeContext, id: ComponentId): string | null {
  const known = componentIds.find((each) => each === id);
  if (known !== undefined) return settings.paths.versionInfo[known];
  return notice.components.find((each) => each.id === id)?.versionInfo ?? null;
}

/** The witnesses of a reading that was given up before any of them had answered: every path that is known timed out. */
export function timedOutWitnesses(context: ProbeContext): Witnesses {
  const fault = faultFrom('timed-out', probeTexts.noAnswerInTime);
  const record = recordPathOf(context);
  return ofEach(context, (id) => {
    const versionInfo = versionInfoPath(context, id);
    return [
      ...(record === null ? ofUnreadSettings(context) : [unread('delivery-record', record, fault)]),
      ...(versionInfo === null ? [] : [unread('version-info', versionInfo, fault)]),
    ];
  });
}

/** Where the delivery record is: as configured, else as an earlier run learned it, else unknown. */
export function recordPathOf(context: ProbeContext): string | null {
  return context.settings.paths.deliveryRecord ?? context.history.recordPath;
}

/**
 * Beside settings that do not count, a record known otherwise is only believed in what it says against the terminal.
 */
function recordThatCounts(witness: Witness | null, context: ProbeContext, id: ComponentId): Witness | null {
  const version = witness?.version ?? null;
  const isBelieved = version !== null && isShort(version, context, id);
  return isBelieved ? witness : (ofUnreadSettings(context)[0] ?? witness);
}

/** What stands for the record that the settings file may name; none where there is no file, or it counts. */
function ofUnreadSettings({ settingsProblem }: ProbeContext): readonly Witness[] {
  if (settingsProblem === null) return [];
  const { place, remedy } = settingsProblem;
  const fault = unreadable({ headline: componentVersionTexts.settingsUnread(place), tryNext: remedy });
  return [{ ...nothingRead, source: 'delivery-record', state: 'unreadable', path: null, fault }];
}

async function recordWitnesses(
  ports: Ports,
  context: ProbeContext,
  signal: AbortSignal,
): Promise<((id: ComponentId) => Witness) | null> {
  const path = recordPathOf(context);
  if (path === null) return null;
  const file = await ports.files.read(path, { maxBytes: MAX_RECORD_BYTES, signal });
  if (!file.ok) return () => unread('delivery-record', path, file.fault);
  const record = readDeliveryRecord(file.value.bytes, context.notice.components);
  const { modifiedAt } = file.value;
  return (id) => {
    const answer = record.get(id) ?? { state: 'absent' };
    return isToCome(answer, context, id)
      ? { ...fromRecord({ state: 'unreadable', lines: [answer.raw] }, path, modifiedAt), fault: ahead(path) }
      : fromRecord(answer, path, modifiedAt);
  };
}

type Answering = Extract<RecordAnswer, { state: 'answers' }>;

/**
 * Whether a row's date lies ahead: unless it says that this is installed, what it speaks of may be to come. It is only
 * believed in what it says against the terminal.
 */
function isToCome(answer: RecordAnswer, context: ProbeContext, id: ComponentId): answer is Answering {
  if (answer.state !== 'answers' || answer.deliveredAt === null || answer.isSaidInstalled) return false;
  if (isShort(answer.version, context, id)) return false;
  // The terminals stand in Japan, whatever the notice's zone is.
  const deliveredAt = fromTerminalTime(
    answer.deliveredAt,
    Math.max(context.offsetMinutes, offsetMinutesAt(JAPAN, context.now)),
  );
  return deliveredAt - context.now > CLOCK_SLACK;
}

function isShort(version: string, { notice }: ProbeContext, id: ComponentId): boolean {
  const required = notice.targets.find(({ component }) => component === id)?.version ?? null;
  return required !== null && compareVersions(version, required) < 0;
}

function ahead(path: string): Fault {
  return unreadable(componentVersionTexts.recordAhead(path));
}

function fromRecord(answer: RecordAnswer, path: string, changedAt: Instant): Witness {
  const read = { source: 'delivery-record', path, changedAt } as const;
  if (answer.state === 'answers')
    return { ...read, state: 'answers', raw: answer.raw, version: answer.version, fault: null };
  if (answer.state === 'absent') return { ...read, state: 'absent', raw: null, version: null, fault: null };
  const raw = answer.lines.slice(0, MAX_RAW_LINES).map(boundedLine).join('\n');
  const fault = unreadable(componentVersionTexts.recordUnreadable(path));
  return { ...read, state: answer.state, raw: raw === '' ? null : raw, version: null, fault };
}

async function versionInfoWitness(
  ports: Ports,
  context: ProbeContext,
  signal: AbortSignal,
  id: ComponentId,
): Promise<Witness | null> {
  const path = versionInfoPath(context, id);
  if (path === null) return null;
  const file = await ports.files.read(path, { maxBytes: MAX_VERSION_INFO_BYTES, signal });
  if (!file.ok) return unread('version-info', path, file.fault);
  const { bytes, modifiedAt: changedAt } = file.value;
  const answer = readVersionInfo(bytes, id, context.notice.components);
  const read = { source: 'version-info', path, changedAt } as const;
  if (answer.state === 'answers') return { ...read, ...answer, fault: null };
  if (answer.state === 'ambiguous') {
    const fault = unreadable(componentVersionTexts.versionInfoAmbiguous(path));
    return { ...read, state: 'ambiguous', raw: answer.lines.join('\n'), version: null, fault };
  }
  const text = decodeText(bytes)?.text ?? '';
  const fault = unreadable(componentVersionTexts.versionInfoUnreadable(path));
  return { ...read, state: 'unreadable', raw: text === '' ? null : boundedLine(text), version: null, fault };
}

const nothingRead = { raw: null, version: null, changedAt: null } as const;

/**
 * A file that is not there does not answer; one that is there and cannot be read, or not in time, is a witness that
 * says nothing.
 */
function unread(source: Witness['source'], path: string, cause: Fault): Witness {
  const fault = asWaitedFor(cause);
  const state = fault.code === 'absent' ? 'absent' : fault.code === 'timed-out' ? 'timed-out' : 'unreadable';
  return { ...nothingRead, source, state, path, fault: state === 'absent' ? null : fault };
}

function unreadable(text: { readonly headline: string; readonly tryNext: string }): Fault {
  return { code: 'unreadable', ...text, guideId: null };
}
