import type { Result } from '../domain/fault.ts';
import type { MachineReport, Ports } from '../ports/ports.ts';
import type { ProbeContext } from './probe.ts';

/**
 * The machine's report, for the last boot: only a version that the operator typed depends on it. Where none is on record it is not
 * asked for (null), because it takes a program, and a terminal that answers slowly must not cost the versions their time.
 */
export function bootForVersions(
  ports: Ports,
  { history }: Pick<ProbeContext, 'history'>,
  signal: AbortSignal,
): Promise<Result<MachineReport>> | null {
  return history.operatorVersions.length === 0 ? null : ports.machine.report(signal);
}
