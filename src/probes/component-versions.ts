import type { ComponentReading, Witness, WitnessSource } from '../domain/facts.ts';
import { ok, type Result } from '../domain/fault.ts';
import { firstNightEnd } from '../domain/notice/calendar.ts';
import type { MachineReport } from '../ports/ports.ts';
import { componentVersionTexts as texts } from './checks.ja.ts';
import { witnessNames } from '../domain/names.ja.ts';
import { isTimedOut, readingsOf, targetsIn } from '../domain/versions/component-status.ts';
import { compareVersions, parseVersion } from '../domain/versions/version.ts';
import { boundedLine, conclude, faultOf, faultsOf, timeOf, type Finding } from './finding.ts';
import { learnedFrom, type Evidence, type Probe, type ProbeContext } from './probe.ts';
import { gatherWitnesses, timedOutWitnesses, type VersionFacts } from './witnesses.ts';

const guide = {
  warn: 'other-component-older',
  fail: 'version-old',
  disagree: 'version-disagree',
  unknown: 'version-unknown',
  record: 'record-unreadable',
  timedOut: 'version-not-read-in-time',
};

/** The components: what each of their witnesses says, and whether the notice's targets are reached. */
export const componentVersions: Probe<VersionFacts> = {
  id: 'component-versions',
  guide,

  async gather(ports, context, signal) {
    return ok(await gatherWitnesses(ports, context, signal));
  },

  judge({ witnesses, report }, context) {
    const readings = readingsOf(witnesses, context);
    const targets = targetsIn(readings, context.notice);
    const fallen = readings
      .filter((reading) => !targets.includes(reading))
      .flatMap((reading) => older(reading, context));
    const evidence = evidenceOf(readings, report, context);
    const waiting = targets.filter((target) => isPlanned(target, context));
    const about = [
      ...(waiting.length === 0 ? [] : [plannedFinding(waiting, targets.length > 1)]),
      ...targets.filter((target) => !waiting.includes(target)).flatMap((target) => targetFindings(target, context)),
    ];
    // A target that cannot be read comes before an older component: nothing else on this terminal is known to be done.
    const findings = about.length > 0 ? about : fallen;
    return conclude(guide, findings, targets.map(texts.ok).join(texts.between), evidence);
  },

  late(context) {
    return { witnesses: timedOutWitnesses(context), report: null };
  },

  learn({ witnesses, report }, context) {
    const components = readingsOf(witnesses, context);
    return { components, ...learnedFrom(report) };
  },
};

/** Whether the first night is still to come or running: until then an old version is what is to be expected. */
function isStillToCome({ calendar, now }: ProbeContext): boolean {
  const nightEnd = firstNightEnd(calendar);
  return nightEnd !== null && now < nightEnd;
}

function isPlanned({ status }: ComponentReading, context: ProbeContext): boolean {
  return status === 'outdated' && isStillToCome(context);
}

function plannedFinding(waiting: readonly ComponentReading[], named: boolean): Finding {
  return { status: 'warn', ...texts.planned(waiting, named), guideId: guide.fail };
}

function targetFindings(target: ComponentReading, context: ProbeContext): readonly Finding[] {
  if (target.status === 'outdated') return [{ status: 'fail', ...texts.outdated(target) }];
  if (target.status === 'disagree') {
    const text = texts.disagree(target, answersOf(target));
    return [{ status: 'fail', ...text, guideId: guide.disagree }];
  }
  if (target.status !== 'unknown') return [];
  if (isTimedOut(target)) return [{ status: 'unknown', ...texts.timedOut(target), guideId: guide.timedOut }];
  const byHand = context.notice.by === 'hand';
  const isAmbiguous = target.witnesses.some(({ state }) => state === 'ambiguous');
  const text = isAmbiguous ? texts.ambiguous(target, byHand) : texts.unknown(target, byHand);
  return [{ status: 'unknown', ...text, guideId: hasUnclearRecord(target) ? guide.record : null }];
}

function hasUnclearRecord(reading: ComponentReading): boolean {
  return reading.witnesses.some(
    ({ source, state }) => source === 'delivery-record' && (state === 'unreadable' || state === 'ambiguous'),
  );
}

function answersOf(reading: ComponentReading): string {
  return reading.witnesses
    .filter((witness) => witness.version !== null)
    .map((witness) => `${witnessNames[witness.source]}: ${witness.version ?? ''}`)
    .join('、');
}

/** Where a witness now answers an older version than the newest journaled one of the same source. */
function older(reading: ComponentReading, context: ProbeContext): readonly Finding[] {
  return reading.witnesses.flatMap((witness) => {
    const seen = lastSeen(reading, witness.source, context);
    if (seen === null || witness.version === null || compareVersions(witness.version, seen) >= 0) return [];
    return [{ status: 'warn', ...texts.older(reading.name, seen, witness.version) } satisfies Finding];
  });
}

function lastSeen(reading: ComponentReading, source: WitnessSource, context: ProbeContext): string | null {
  const seen = context.history.versionsSeen.findLast(
    (entry) => entry.component === reading.id && entry.source === source,
  );
  // The journal is a file that anybody may have edited: what is no version there is no evidence.
  return seen ? parseVersion(seen.version) : null;
}

function evidenceOf(
  readings: readonly ComponentReading[],
  report: Result<MachineReport> | null,
  context: ProbeContext,
): Evidence {
  return {
    components: readings.map((reading) => ({
      id: reading.id,
      status: reading.status,
      witnesses: reading.witnesses.map((witness) => witnessEvidence(witness, context)),
    })),
    ...(report === null ? {} : faultsOf({ report })),
  };
}

function witnessEvidence(witness: Witness, context: ProbeContext): Evidence {
  return {
    source: witness.source,
    state: witness.state,
    version: witness.version,
    path: witness.path,
    lines: witness.raw === null ? [] : witness.raw.split(/\r?\n/).map(boundedLine),
    changedAt: timeOf(witness.changedAt, context),
    fault: faultOf(witness.fault),
  };
}
