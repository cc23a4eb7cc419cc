import type { Json } from '../domain/facts.ts';
import type { Fault, FaultCode, Result } from '../domain/fault.ts';
import { probeTexts, type CheckText } from './checks.ja.ts';
import type { CheckGuide, Evidence, Judgement, ProbeContext } from './probe.ts';
import { isoOrNull, type Instant } from '../domain/time.ts';
import { harmless } from '../text/harmless.ts';

/** One thing that is not as it should be, or that could not be told. */
export interface Finding extends CheckText {
  readonly status: 'fail' | 'warn' | 'unknown';
  /** The guide's entry, where it is not the one for all findings of this status. */
  readonly guideId?: string | null;
}

const bySeverity = ['fail', 'warn', 'unknown'] as const;

/**
 * The worst kind of finding speaks: what is known to be wrong outweighs what could not be told, and only a check
 * without any finding is `ok`. Findings of the other kinds stay in the evidence.
 */
export function conclude(
  guide: CheckGuide,
  findings: readonly Finding[],
  okSummary: string,
  evidence: Evidence,
): Judgement {
  const status = bySeverity.find((kind) => findings.some((finding) => finding.status === kind));
  const told = findings.filter((finding) => finding.status === status);
  const [first] = told;
  if (!status || !first) return { status: 'ok', summary: okSummary, remedy: null, guideId: null, evidence };
  const others = findings.filter((finding) => finding.status !== status).map((finding) => finding.summary);
  return {
    status,
    summary: distinct(told.map((finding) => finding.summary.replace(/。$/, ''))).join('。'),
    remedy: distinct(told.map((finding) => finding.remedy)).join(''),
    guideId: first.guideId ?? guide[status] ?? null,
    evidence: others.length > 0 ? { ...evidence, also: others } : evidence,
  };
}

/** A fault in a check's own words. */
export function faultFrom(code: FaultCode, { summary, remedy }: CheckText): Fault {
  return { code, headline: summary, tryNext: remedy, guideId: null };
}

/** What a fault means for a check: it cannot tell. */
export function unknownFrom(fault: Fault): Finding {
  return { status: 'unknown', summary: fault.headline, remedy: fault.tryNext, guideId: fault.guideId };
}

/** The findings of the readings that failed; none where all succeeded. */
export function faultFindings(...results: readonly Result<unknown>[]): readonly Finding[] {
  return results.flatMap((result) => (result.ok ? [] : [unknownFrom(asWaitedFor(result.fault))]));
}

/**
 * A reading that was cut short while its check was still wanted was cut short by the check's own time limit; say so.
 */
export function asWaitedFor(fault: Fault): Fault {
  return fault.code === 'cancelled' ? faultFrom('timed-out', probeTexts.noAnswerInTime) : fault;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

const MAX_LINE = 200;

/** A line from outside, at most 200 characters of it. */
export function boundedLine(text: string): string {
  const clean = harmless(text);
  const characters = Array.from(clean);
  return characters.length <= MAX_LINE ? clean : `${characters.slice(0, MAX_LINE - 2).join('')}..`;
}

/** A time as evidence. */
export function timeOf(at: Instant | null, context: ProbeContext): string | null {
  return isoOrNull(at, context.offsetMinutes);
}

/** A fault as evidence. */
export function faultOf(fault: Fault | null): Json {
  return fault === null ? null : { code: fault.code, headline: fault.headline };
}

/** The faults among some readings, by name, as evidence; empty when all succeeded. */
export function faultsOf(results: Readonly<Record<string, Result<unknown>>>): Readonly<Record<string, Json>> {
  const faults = Object.entries(results).flatMap(([name, result]) =>
    result.ok ? [] : [[name, faultOf(result.fault)] as const],
  );
  return faults.length > 0 ? { faults: Object.fromEntries(faults) } : {};
}

/** A task's last result, `0x80070005`, as Windows writes it. */
export function resultText(result: number): string {
  return `0x${(result >>> 0).toString(16).toUpperCase()}`;
}
