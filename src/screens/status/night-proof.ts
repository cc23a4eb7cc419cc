import { bootTimeOf, CLOCK_SLACK, presentBoot } from '../../domain/boots.ts';
import type { Survey } from '../../domain/facts.ts';
import { nightDay, theNight } from '../../domain/notice/night-names.ja.ts';
import { shortTextIn } from '../../domain/notice/zone.ts';
import { MINUTE, type Instant } from '../../domain/time.ts';
import type { Line } from '../../tui/line.ts';
import { paragraphs, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { knownBoots } from '../queries.ts';
import { isProven } from '../restart/proof.ts';
import { statusTexts } from './status.ja.ts';

/** Whether the terminal was on through the night that was last put on record, as far as its boots tell. */
export type NightProof =
  | { readonly type: 'up'; readonly night: string }
  /** The boots in it are known, and all of them the terminal's own planned restart; `restartedAt` is the last. */
  | { readonly type: 'planned-restart'; readonly night: string; readonly restartedAt: Instant }
  | { readonly type: 'unknown'; readonly night: string; readonly doubt: NightDoubt }
  | { readonly type: 'down'; readonly night: string; readonly bootedAt: Instant };

/** Why it is not known whether the terminal was on. */
export type NightDoubt =
  'later-boot' | 'clock-moved' | 'no-full-boot' | 'fast-startup' | 'fast-startup-unread' | 'may-sleep' | 'sleep-unread';

/**
 * null: no such night, nothing is delivered in it, it is not over, or a later boot has settled the matter long ago. A
 * boot inside the night says that it was not on throughout, unless the terminal's own task restarted it: that is
 * planned, and no interruption; in a hole of the night it need not be on, but then nothing tells how it was before. A
 * boot after it hides what came before, unless the journal knows the boot before that. A sleep, and an end from which a
 * fast startup woke, show in no boot time: where they may have been, nothing is known.
 */
export function nightProof(model: Model): NightProof | null {
  const { survey, history, about, now } = model;
  const left = history.nightsLeftOn.at(-1);
  const night = about.calendar.nights.find((each) => each.date === left?.night && each.delivers);
  const boots = knownBoots(model);
  const bootedAt = presentBoot(boots);
  if (!survey || survey.pending.checks.length > 0 || !left || !night || bootedAt === null || now < night.end)
    return null;
  const isInHole = (boot: Instant): boolean => night.holes.some(({ start, end }) => start <= boot && boot < end);
  const inside = [...history.fullBoots, bootedAt].filter(
    (boot) => night.start < boot && boot < night.end && !isInHole(boot),
  );
  const unplanned = inside.find((boot) => !isPlanned(boot, survey));
  if (unplanned !== undefined) return { type: 'down', night: night.date, bootedAt: unplanned };
  const restartedAt = inside.at(-1) ?? null;
  const unknown = (doubt: NightDoubt): NightProof => ({ type: 'unknown', night: night.date, doubt });
  const asked = history.restartRequests.find(
    (request) =>
      request.bootedAt !== null &&
      (request.bootedAt <= night.start || isPlanned(request.bootedAt, survey)) &&
      request.at >= night.end &&
      isProven(request, boots),
  );
  if (bootedAt > night.start && !asked && !isPlanned(bootedAt, survey)) return unknown('later-boot');
  // What was up through the night, until now or until that restart, has an uptime that reaches back to its start.
  const upTo = bootedAt <= night.start ? boots.present : asked && history.trail[asked.place ?? Infinity];
  const began = upTo === undefined ? null : bootTimeOf(upTo);
  if (began !== null && began - night.start > CLOCK_SLACK && !isPlanned(began, survey)) return unknown('clock-moved');
  const doubt = doubtOf(survey, bootedAt > night.start);
  if (doubt !== null) return unknown(doubt);
  return restartedAt === null
    ? { type: 'up', night: night.date }
    : { type: 'planned-restart', night: night.date, restartedAt };
}

/** How long a restart takes at most, from the start of its task to the boot; a boot time may lie a little too early. */
const PLANNED_WITHIN = 10 * MINUTE;

function isPlanned(boot: Instant, { plannedRestartAt }: Survey): boolean {
  if (plannedRestartAt === null) return false;
  return boot >= plannedRestartAt - MINUTE && boot - plannedRestartAt <= PLANNED_WITHIN;
}

/** What a night's boot times may not show; `restarted`: how it was started before is lost. */
function doubtOf({ boot, checks, power }: Survey, restarted: boolean): NightDoubt | null {
  if (boot.lastBootKind !== 'full') return 'no-full-boot';
  const sleepMinutes = power?.sleepMinutesOnAc ?? null;
  if (sleepMinutes !== null && sleepMinutes > 0) return 'may-sleep';
  const isUnread = checks.some((check) => check.id === 'power-settings' && check.status === 'unknown');
  if (sleepMinutes === null && isUnread) return 'sleep-unread';
  if (!restarted || power?.fastStartup === false) return null;
  return power?.fastStartup === true ? 'fast-startup' : 'fast-startup-unread';
}

/** What the last night left on has come to, where there is something to tell. */
export function nightLines(model: Model, area: Area): readonly Line[] {
  const proof = nightProof(model);
  return proof === null ? [] : paragraphs(nightText(proof, model.about), area);
}

function nightText(proof: NightProof, { notice: { delivery }, calendar }: Model['about']): string {
  const { nightProof: texts } = statusTexts;
  const night = theNight(nightDay(proof.night, calendar));
  switch (proof.type) {
    case 'up':
      return texts.up(night, delivery);
    case 'down':
      return texts.down(night, shortTextIn(calendar.timeZone, proof.bootedAt));
    case 'planned-restart':
      return texts.plannedRestart(night, shortTextIn(calendar.timeZone, proof.restartedAt));
    case 'unknown':
      return texts.unknown(night) + texts.doubts[proof.doubt];
  }
}
