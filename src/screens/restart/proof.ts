import { bootSince, bootTimeNear, isMarked, type KnownBoots, type Placed } from '../../domain/boots.ts';
import { MINUTE, toShortText, type Instant } from '../../domain/time.ts';
import type { JournalEntry } from '../../journal/events.ts';
import { restartRequestsIn } from '../../journal/begun.ts';
import { spans, type Line } from '../../tui/line.ts';
import { checkMark } from '../../tui/marks.ts';
import { marked, type Area } from '../layout.ts';
import type { Model, RestartProof } from '../model.ts';
import { running, timeOfDay } from '../queries.ts';
import { restartTexts as texts } from './restart.ja.ts';

/**
 * Two boot times that differ by no more than this are one boot: the time is computed from the uptime and drifts when
 * the clock is set.
 */
const BOOT_DRIFT = MINUTE;

export function isSameBoot(one: Instant, other: Instant): boolean {
  return Math.abs(one - other) <= BOOT_DRIFT;
}

interface Request extends Placed {
  /** The boot time before it. */
  readonly bootedAt: Instant | null;
}

/** What the last request to restart has come to. `known.history` is that of these entries. */
export function restartProof(entries: readonly JournalEntry[], known: KnownBoots): RestartProof {
  const { last, standing } = restartRequestsIn(entries);
  if (last !== null && isProven(last, known)) return { type: 'proven', bootedAt: known.bootedAt };
  if (standing === null || hasCome(standing, known)) return { type: 'none' };
  return { type: 'not-yet', requestedAt: standing.at, accepted: standing.accepted };
}

/**
 * Whether the machine was restarted after the request: by the boot's identity, or by the boot times before and after it
 * where the request's line carries no mark. What only the clock speaks for is no proof.
 */
export function isProven(request: Request, known: KnownBoots): boolean {
  if (bootSince(known, request) === 'proven') return true;
  if (carriesMark(request, known)) return false;
  const now = bootTimeNear(known, request);
  const before = request.bootedAt;
  if (now === null) return false;
  // A clock that was put forward moves the boot's time too: a boot of before the request is none that it brought.
  if (before === null) return now >= request.at;
  return now - before > BOOT_DRIFT && now >= request.at - BOOT_DRIFT;
}

function hasCome(request: Request, known: KnownBoots): boolean {
  if (isProven(request, known)) return true;
  return carriesMark(request, known) && bootSince(known, request) === 'assumed';
}

function carriesMark({ place }: Request, { history }: KnownBoots): boolean {
  const line = place === undefined ? undefined : history.trail[place];
  return line !== undefined && isMarked(line);
}

/** What the last request to restart has come to, for the status and restart screens; nothing where none stands. */
export function restartProofLines(model: Model, area: Area): readonly Line[] {
  const { restartProof: proof, survey, about } = model;
  const at = (instant: number): string => toShortText(instant, about.offsetMinutes);
  switch (proof.type) {
    case 'none':
      return [];
    case 'proven': {
      const bootedAt = proof.bootedAt === null ? null : at(proof.bootedAt);
      return [spans(checkMark('ok'), texts.proven(bootedAt, survey?.boot.lastBootKind !== 'unknown'))];
    }
    case 'not-yet': {
      const standing = standingRestartTexts(model);
      // Its countdown stands at the top of every screen.
      if (standing === null && running(model)?.what === 'restart') return [];
      return marked(checkMark('warn'), standing?.short ?? texts.notYet(at(proof.requestedAt)), area);
    }
  }
}

/** In words, the restart that this run did not ask for and that may come at any moment; null: none. */
export function standingRestartTexts({
  restart: { phase, askedAt, dueAt },
  about: { offsetMinutes },
}: Model): { readonly long: readonly string[]; readonly short: string } | null {
  if (phase !== 'counting' || askedAt === null) return null;
  const asked = toShortText(askedAt, offsetMinutes);
  // The countdown is short: the day is that of the request.
  const due = dueAt === null ? texts.timeUnknown : timeOfDay(dueAt, offsetMinutes);
  return { long: texts.standing(asked, due), short: texts.standingShort(asked, due) };
}
