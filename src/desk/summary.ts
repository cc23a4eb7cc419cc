import { deskListTexts as texts, deskTexts } from './desk.ja.ts';
import type { Notice } from './entry.ts';
import type { Counts } from './counts.ts';
import { componentName } from './names.ts';
import { deskStates } from './states.ts';

/** The counts in words, one a line: what is asked for first, then only what there is. */
export function summaryLines(counts: Counts, staleHours: number): readonly string[] {
  return [
    texts.terminals(counts.done, counts.terminals),
    ...deskStates.flatMap((state) =>
      some(counts.byState[state], texts.state(deskTexts.states[state], counts.byState[state])),
    ),
    texts.clinics(counts.clinicsDone, counts.clinics),
    ...some(counts.stale, texts.stale(counts.stale, staleHours)),
    ...some(counts.ahead, texts.ahead(counts.ahead)),
    ...some(counts.namesakes, texts.namesakes(counts.namesakes)),
    ...simulatedLines(counts),
    ...(counts.notices.length < 2 ? [] : [texts.notices(counts.notices.map(noticeText))]),
    ...some(counts.superseded, texts.superseded(counts.superseded)),
    ...some(counts.twins, texts.twins(counts.twins)),
    ...some(counts.bad, texts.bad(counts.bad)),
  ];
}

function simulatedLines({ simulated, byState }: Counts): readonly string[] {
  if (byState.simulated > 0) return [texts.simulated(simulated)];
  return some(simulated, texts.allSimulated);
}

function noticeText({ id, component, version }: Notice): string {
  return texts.notice(id ?? deskTexts.unknown, componentName(component), version ?? deskTexts.unknown);
}

function some(count: number, text: string): readonly string[] {
  return count === 0 ? [] : [text];
}
