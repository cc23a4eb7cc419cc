import * as z from 'zod';
import type { BadFile, Notice } from './entry.ts';
import type { Clinic, Row } from './rows.ts';
import { severities } from '../domain/severity.ts';
import { shownName } from './shown.ts';
import { changes, deskStates, isDone, type Change } from './states.ts';
import { deskListTexts as texts, deskTexts } from './desk.ja.ts';

const many = z.int().min(0);

/** What is counted, as `desk --json` tells it. */
export const countsSchema = z.strictObject({
  terminals: many,
  done: many,
  byState: z.record(z.enum(deskStates), many),
  bySeverity: z.record(z.enum(severities), many),
  /** What became of the terminals since the answers before, each once; null: there are none to compare with. */
  byChange: z.record(z.enum(changes), many).nullable(),
  /** Of those that stand as they did, how many are not done. */
  unchangedOpen: many,
  /** Spare machines, by the roster. */
  spare: many,
  clinics: many,
  clinicsDone: many,
  stale: many,
  ahead: many,
  superseded: many,
  simulated: many,
  /** Terminals whose journal went back between two answers. */
  wentBack: many,
  bad: many,
  /** Terminals on which another notice is open beside the one that they answered to. */
  withOthers: many,
  sameTime: many,
  /** Terminals that share their name with another one, told apart by their place only. */
  sameName: many,
});

export interface Counts extends Readonly<z.infer<typeof countsSchema>> {
  /** The notices that were answered to, each once. */
  readonly notices: readonly NoticeCount[];
}

/** A notice, and how many terminals and clinics are under it. */
export interface NoticeCount {
  readonly notice: Notice;
  readonly terminals: number;
  readonly done: number;
  readonly clinics: number;
}

/** How often each name stands among the values. */
function tally<Name extends string>(names: readonly Name[], values: readonly Name[]): Record<Name, number>;
function tally(names: readonly string[], values: readonly string[]): Record<string, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0]));
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export function count(
  rows: readonly Row[],
  clinics: readonly Clinic[],
  bad: readonly BadFile[],
  notices: readonly NoticeCount[],
): Counts {
  const compared = rows.flatMap(({ change }) => change ?? []);
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    terminals: rows.length,
    done: sum(({ state }) => Number(isDone(state))),
    byState: tally(
      deskStates,
      rows.map(({ state }) => state),
    ),
    bySeverity: tally(
      severities,
      rows.map(({ severity }) => severity),
    ),
    byChange: compared.length > 0 ? tally(changes, compared) : null,
    unchangedOpen: sum(({ change, state }) => Number(change === 'unchanged' && !isDone(state))),
    spare: sum(({ contact }) => Number(contact.spare)),
    clinics: clinics.filter(({ name }) => name !== null).length,
    clinicsDone: clinics.filter(({ allDone }) => allDone).length,
    stale: sum(({ stale }) => Number(stale)),
    ahead: sum(({ ahead }) => Number(ahead)),
    superseded: sum(({ superseded }) => superseded),
    simulated: sum(({ entry }) => Number(entry?.simulated === true)),
    wentBack: sum(({ wentBack }) => Number(wentBack !== null)),
    bad: bad.reduce((total, { lines = 1 }) => total + lines, 0),
    notices,
    withOthers: sum(({ entry }) => Number(entry !== null && entry.otherNotices.length > 0)),
    sameTime: sum(({ twins }) => twins.length),
    sameName: sum(({ namesake }) => Number(namesake)),
  };
}

/**
 * How `desk` ends, the worst that there is: 2 where a terminal failed; else 3 where one cannot be told (contradictory,
 * unknown, simulated among real ones, from the future, with a journal that went back, the check gave no answer, no
 * answer, a file that could not be used, or nothing at all); else 1 where one is not done; else 0.
 */
export function deskExitCode({ byState, bad, ahead, wentBack, terminals, done }: Counts): 0 | 1 | 2 | 3 {
  if (byState.failed > 0) return 2;
  const { contradictory, unknown, simulated } = byState;
  const unproven = contradictory + unknown + simulated + bad + ahead + wentBack;
  const untold = byState['check-failed'] + byState['no-answer'] + unproven;
  if (untold > 0 || terminals === 0) return 3;
  return done < terminals ? 1 : 0;
}

/** The counts in words, one a line: what is asked for first, then only what there is. */
export function summaryLines(counts: Counts, staleHours: number): readonly string[] {
  return [
    texts.terminals(counts.done, counts.terminals),
    ...deskStates.flatMap((state) =>
      some(counts.byState[state], texts.state(deskTexts.states[state], counts.byState[state])),
    ),
    texts.clinics(counts.clinicsDone, counts.clinics),
    severityText(counts),
    ...(counts.byChange === null ? [] : [texts.changes(changeCounts(counts.byChange), counts.unchangedOpen)]),
    ...some(counts.spare, texts.spare(counts.spare)),
    ...some(counts.stale, texts.stale(counts.stale, staleHours)),
    ...some(counts.ahead, texts.ahead(counts.ahead)),
    ...some(counts.sameName, texts.namesakes(counts.sameName)),
    ...simulatedLines(counts),
    ...(counts.notices.length < 2 ? [] : counts.notices.map(noticeText)),
    ...some(counts.withOthers, texts.withOthers(counts.withOthers)),
    ...some(counts.superseded, texts.superseded(counts.superseded)),
    ...some(counts.sameTime, texts.twins(counts.sameTime)),
    ...some(counts.wentBack, texts.wentBack(counts.wentBack)),
    ...some(counts.bad, texts.bad(counts.bad)),
  ];
}

/** How many there are of each severity, as monitoring calls them. */
function severityText({ bySeverity }: Counts): string {
  return texts.severities(
    severities.map((severity) => deskTexts.count(deskTexts.severities[severity], bySeverity[severity])),
  );
}

/** How many terminals changed in which way. */
function changeCounts(byChange: Readonly<Record<Change, number>>): readonly string[] {
  return changes.map((change) => deskTexts.count(deskTexts.changes[change], byChange[change]));
}

function between(counts: readonly string[]): string {
  return counts.join(deskTexts.between);
}

/** How many terminals each choice of a filter lets through; null: the word is of no such filter. */
export function filterCounts(filter: string, { byState, byChange, notices }: Counts): string | null {
  switch (filter) {
    case 'state':
      return between(
        deskStates.flatMap((state) => some(byState[state], deskTexts.count(deskTexts.states[state], byState[state]))),
      );
    case 'change':
      return byChange && between(changeCounts(byChange));
    case 'notice':
      return between(
        notices.map(({ notice: { id }, terminals }) => deskTexts.count(shownName(id ?? deskTexts.unknown), terminals)),
      );
    default:
      return null;
  }
}

function simulatedLines({ simulated, byState }: Counts): readonly string[] {
  if (byState.simulated > 0) return [texts.simulated(simulated)];
  return some(simulated, texts.allSimulated);
}

/** What a notice asks for, and how far its terminals are. */
function noticeText({ notice: { id, targets }, ...counts }: NoticeCount): string {
  const asked = targets.map(({ name, version }) =>
    texts.target(shownName(name), shownName(version ?? deskTexts.unknown)),
  );
  return texts.notice(shownName(id ?? deskTexts.unknown), asked, counts);
}

function some(count: number, text: string): readonly string[] {
  return count === 0 ? [] : [text];
}
