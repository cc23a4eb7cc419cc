import type { CheckId, Decision, Outlook, Pending } from '../facts.ts';
import { calendarOf, nextNight } from '../notice/calendar.ts';
import { inReception, otherTerminals, restartAskedFor, underWay } from './conditions.ts';
import type { RuleFacts, Situation } from './situation.ts';
import { reasonTexts } from './steps.ja.ts';
import { worstOf } from '../versions/component-status.ts';
import { lastRule, rules, timeText, type Rule } from './rules.ts';

/** The verdict and the one next step: the first rule that holds. Pure, total, and never throws. */
export function decide(facts: RuleFacts): Decision {
  const situation = situationOf(facts);
  return saidBy(rules.find(({ holds }) => holds(situation)) ?? lastRule, situation);
}

/** The facts with the notice's nights laid out, and the target that decides. */
function situationOf(facts: RuleFacts): Situation {
  const target = worstOf(facts.targets);
  if (target === undefined) throw new Error('a notice without a target');
  return { ...facts, target, calendar: facts.calendar ?? calendarOf(facts.notice) };
}

/**
 * Beside a reason whose step goes on: that the tool wants a restart, which the notice does not know of. Rule 6 says it
 * itself: the call comes after it.
 */
function toolAsks({ id, step, verdict }: Rule, situation: Situation): string {
  if (step === 'wait' || verdict === 'current' || id === '6') return '';
  const press = restartAskedFor(situation);
  return press === null ? '' : reasonTexts.toolAsksForRestart(timeText(situation, press.at));
}

/** All that a rule which holds has to say. */
function saidBy(rule: Rule, situation: Situation): Decision {
  const night = nextNight(situation.calendar, situation.now);
  const terminals = rule.step === 'send-report' ? otherTerminals(situation) : null;
  return {
    rule: rule.id,
    verdict: rule.verdict,
    step: rule.step,
    reason: rule.reason(situation) + toolAsks(rule, situation),
    check: rule.check?.(situation) ?? null,
    night: rule.step === 'leave-on-overnight' ? (night?.date ?? null) : null,
    alternative: rule.step === 'download-now' && night !== null && inReception(situation) ? 'leave-on-overnight' : null,
    prepared:
      rule.step === 'leave-on-overnight' && situation.history.nightsLeftOn.some((left) => left.night === night?.date),
    progress: rule.step === 'wait' ? underWay(situation) : null,
    ...(terminals === null ? {} : { terminals }),
  };
}

/**
 * What the rules say while facts are still to come (`facts` holds anything in their place). A rule that looks at none
 * of these holds, or does not, whatever they bring; one that does, waits. What all rules say that can still be the
 * first to hold, is certain. Pure and total.
 */
export function outlook(facts: RuleFacts, pending: Pending): Outlook {
  if (pending.checks.length === 0 && !pending.boot) {
    const decision = decide(facts);
    return { verdict: decision.verdict, step: decision.step, decision, waitsFor: [] };
  }
  const situation = situationOf(facts);
  const standing: Rule[] = [];
  const waitsFor = new Set<CheckId>();
  let isCertain = false;
  for (const rule of rules) {
    const { value: holds, lookedAt } = watch(situation, pending, rule.holds);
    for (const id of lookedAt) waitsFor.add(id);
    if (lookedAt.length === 0 && !holds) continue;
    standing.push(rule);
    isCertain = lookedAt.length === 0;
    if (isCertain) break;
  }
  if (!isCertain) standing.push(lastRule);
  const [first = lastRule] = standing;
  const [verdict, step] = [same(standing, (rule) => rule.verdict), same(standing, (rule) => rule.step)];
  if (standing.length > 1) return { verdict, step, decision: null, waitsFor: [...waitsFor] };
  const said = watch(situation, pending, (watched) => saidBy(first, watched));
  const decision = said.lookedAt.length === 0 ? said.value : null;
  return { verdict, step, decision, waitsFor: said.lookedAt };
}

function same<T>(standing: readonly Rule[], of: (rule: Rule) => T): T | null {
  const values = new Set(standing.map(of));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

/** What a question answers, and the checks whose facts, still to come, it has looked at. */
function watch<T>(
  situation: Situation,
  pending: Pending,
  ask: (watched: Situation) => T,
): { readonly value: T; readonly lookedAt: readonly CheckId[] } {
  const lookedAt = new Set<CheckId>();
  const look = <Fact>(id: CheckId, isPending: boolean, fact: Fact): Fact => {
    if (isPending) lookedAt.add(id);
    return fact;
  };
  const { target, targets, bootedAt, present } = situation;
  const mark = present?.boot ?? null;
  const watched: Situation = {
    ...situation,
    get target() {
      return look('component-versions', pending.checks.includes('component-versions'), target);
    },
    get targets() {
      return look('component-versions', pending.checks.includes('component-versions'), targets);
    },
    get bootedAt() {
      return look('restart-state', pending.boot, bootedAt);
    },
    present: present && {
      ...present,
      boot: mark && {
        ...mark,
        get record() {
          return look('restart-state', pending.boot, mark.record);
        },
      },
    },
    // Those that have come first: where one of them answers a question, the others are not looked at.
    checks: [
      ...situation.checks,
      ...pending.checks.map((id) => ({
        id,
        get status() {
          return look(id, true, 'unknown' as const);
        },
      })),
    ],
  };
  const value = ask(watched);
  return { value, lookedAt: [...lookedAt] };
}
