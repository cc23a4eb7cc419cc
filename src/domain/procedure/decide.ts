import type { Decision } from '../facts.ts';
import { calendarOf, nextNight } from '../notice/calendar.ts';
import { inReception, underWay } from './conditions.ts';
import type { RuleFacts, Situation } from './situation.ts';
import { lastRule, rules, type Rule } from './rules.ts';

/** The verdict and the one next step: the first rule that holds. Pure, total, and never throws. */
export function decide(facts: RuleFacts): Decision {
  const situation = situationOf(facts);
  return saidBy(rules.find(({ holds }) => holds(situation)) ?? lastRule, situation);
}

/** The facts with the notice's nights laid out. */
export function situationOf(facts: RuleFacts): Situation {
  return { ...facts, calendar: facts.calendar ?? calendarOf(facts.notice) };
}

/** All that a rule which holds has to say. */
export function saidBy(rule: Rule, situation: Situation): Decision {
  const night = nextNight(situation.calendar, situation.now);
  return {
    rule: rule.id,
    verdict: rule.verdict,
    step: rule.step,
    reason: rule.reason(situation),
    check: rule.check?.(situation) ?? null,
    night: rule.step === 'leave-on-overnight' ? (night?.date ?? null) : null,
    alternative: rule.step === 'download-now' && night !== null && inReception(situation) ? 'leave-on-overnight' : null,
    prepared:
      rule.step === 'leave-on-overnight' && situation.history.nightsLeftOn.some((left) => left.night === night?.date),
    progress: rule.step === 'wait' ? underWay(situation) : null,
  };
}
