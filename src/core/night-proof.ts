import type { Model } from './model.ts';
import { isSameBoot } from './restart-proof.ts';
import type { Instant } from './time.ts';

/** Whether the terminal was on through the night that was last put on record, as far as its boots tell. */
export type NightProof =
  | { readonly type: 'up' | 'unknown'; readonly night: string }
  | { readonly type: 'down'; readonly night: string; readonly bootedAt: Instant };

/**
 * null: no such night, it is not over, or a later boot has settled the matter long ago. A boot inside the night says that
 * it was not on throughout. A boot after it hides what came before, unless the journal knows the boot before that.
 */
export function nightProof(model: Model): NightProof | null {
  const { survey, history, about, now } = model;
  const left = history.nightsLeftOn.at(-1);
  const night = about.calendar.nights.find((each) => each.date === left?.night);
  const bootedAt = survey?.boot.bootedAt ?? null;
  if (!left || !night || bootedAt === null || now < night.end) return null;
  const inside = [...history.fullBoots, bootedAt].find((boot) => night.start < boot && boot < night.end);
  if (inside !== undefined) return { type: 'down', night: night.date, bootedAt: inside };
  if (bootedAt <= night.start) return { type: 'up', night: night.date };
  const asked = history.restartRequests.some(
    (request) =>
      request.bootedAt !== null &&
      request.bootedAt <= night.start &&
      request.at >= night.end &&
      !isSameBoot(request.bootedAt, bootedAt),
  );
  return { type: asked ? 'up' : 'unknown', night: night.date };
}
