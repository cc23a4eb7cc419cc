import { setTimeout as delay } from 'node:timers/promises';
import { failed, type Fault, type Result } from '../../src/domain/fault.ts';
import { CLOCK_JUMP_MS, comesOver, LATE_FILE_MS, LATE_MS, SLOW_MS, type FaultKind } from './kinds.ts';
import type { RowId } from './rows.ts';

/** One fault on one port for one run. */
export class Trouble {
  readonly row: RowId;
  readonly kind: FaultKind;
  /** How often the broken port was asked. */
  calls = 0;
  /** Whether what comes over a port has come. */
  struck = false;
  /** Whether it comes by itself, right behind the first question. */
  strikesByItself = false;
  /** How far the clock was put, in milliseconds. */
  clockShift = 0;
  readonly #onStrike: () => void;

  constructor(row: RowId, kind: FaultKind, onStrike: () => void = () => undefined) {
    this.row = row;
    this.kind = kind;
    this.#onStrike = onStrike;
  }

  /** Now the port is gone, its answers are others, the clock is put. */
  strike(): void {
    if (this.struck || !comesOver.has(this.kind)) return;
    this.struck = true;
    if (this.kind === 'clock-forward') this.clockShift = CLOCK_JUMP_MS;
    if (this.kind === 'clock-back') this.clockShift = -CLOCK_JUMP_MS;
    this.#onStrike();
  }

  /** Notes that the port is asked; gives whether what comes over it has come before. */
  asked(): boolean {
    const { struck } = this;
    this.calls += 1;
    if (this.strikesByItself) this.strike();
    return struck;
  }
}

/** How a port's answers go wrong where that is the port's own matter. */
export interface Spoiling<T> {
  readonly missing: Fault;
  readonly denied: Fault;
  readonly timedOut: Fault;
  readonly full: Fault;
  readonly garbage: (value: T) => Result<T>;
  readonly partial: (value: T) => Result<T>;
  readonly changed: (value: T) => Result<T>;
}

/** Asks a port, with the trouble on it. `signal` null: the port takes none. */
export async function troubled<T>(
  trouble: Trouble,
  ask: () => Promise<Result<T>>,
  signal: AbortSignal | null,
  spoiling: Spoiling<T>,
): Promise<Result<T>> {
  return spoil(trouble.kind, trouble.asked(), ask, signal, spoiling);
}

async function spoil<T>(
  kind: FaultKind,
  isStruck: boolean,
  ask: () => Promise<Result<T>>,
  signal: AbortSignal | null,
  spoiling: Spoiling<T>,
): Promise<Result<T>> {
  const through = async (change: (value: T) => Result<T>): Promise<Result<T>> => {
    const real = await ask();
    return real.ok ? change(real.value) : real;
  };
  switch (kind) {
    case 'missing':
      return failed(spoiling.missing);
    case 'denied':
      return failed(spoiling.denied);
    case 'slow':
      await delay(SLOW_MS);
      return ask();
    case 'late':
      return afterAll(ask, signal, spoiling.timedOut);
    case 'hanging':
      return untilGivenUp(signal, spoiling.timedOut);
    case 'garbage':
      return through(spoiling.garbage);
    case 'partial':
      return through(spoiling.partial);
    case 'disk-full':
      return failed(spoiling.full);
    case 'disappearing':
      return isStruck ? failed(spoiling.missing) : ask();
    case 'changed':
      return isStruck ? through(spoiling.changed) : ask();
    case 'clock-forward':
    case 'clock-back':
    case 'zone':
      return ask();
  }
}

/** Answers when nobody may wait for it any more; ends when it is aborted, as every port does. */
async function afterAll<T>(
  ask: () => Promise<Result<T>>,
  signal: AbortSignal | null,
  timedOut: Fault,
): Promise<Result<T>> {
  try {
    await delay(signal ? LATE_MS : LATE_FILE_MS, undefined, signal ? { signal } : {});
    return await ask();
  } catch {
    return failed({ ...timedOut, code: 'cancelled' });
  }
}

/** A port that hangs ends when it is aborted, else at its own limit, which is a short one here. */
async function untilGivenUp<T>(signal: AbortSignal | null, timedOut: Fault): Promise<Result<T>> {
  try {
    await delay(LATE_MS, undefined, signal ? { signal } : {});
    return failed(timedOut);
  } catch {
    return failed({ ...timedOut, code: 'cancelled' });
  }
}
