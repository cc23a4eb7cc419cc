import type { UnderWay } from '../domain/facts.ts';
import { refusal } from './may-act.ts';
import type { Model } from './model.ts';

/**
 * What runs on the terminal now, as this console knows it: its own work from the first moment, anybody else's as the rules tell it
 * from the journal. null: nothing.
 */
export function running(model: Model): UnderWay | null {
  const { restart, download, decision, now } = model;
  const told = decision?.progress ?? null;
  if (restart.phase === 'asking' || restart.phase === 'counting') {
    const standing = told?.what === 'restart' ? told : null;
    const dueAt = restart.dueAt ?? standing?.dueAt ?? null;
    return { what: 'restart', since: restart.askedAt ?? standing?.since ?? now, dueAt };
  }
  if (told?.what === 'restart') return told;
  return download.phase === 'running' ? { what: 'download', since: download.startedAt ?? now, dueAt: null } : told;
}

/** Whether a restart counts down that this console may call off. While the system is being asked there is nothing to call off yet. */
export function mayCallOff(model: Model): boolean {
  return (
    running(model)?.what === 'restart' && model.restart.phase !== 'asking' && refusal(model, 'cancel-restart') === null
  );
}
