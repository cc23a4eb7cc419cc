import type { Json } from '../domain/facts.ts';
import type { Fault, Result } from '../domain/fault.ts';
import { toIso, type Instant } from '../domain/time.ts';
import type { ProbeContext } from './probe.ts';

const MAX_LINE = 200;

/** A line from outside, at most 200 characters of it. */
export function boundedLine(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_LINE ? text : `${characters.slice(0, MAX_LINE - 2).join('')}..`;
}

/** A time as evidence. */
export function timeOf(at: Instant | null, context: ProbeContext): string | null {
  return at === null ? null : toIso(at, context.offsetMinutes);
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
