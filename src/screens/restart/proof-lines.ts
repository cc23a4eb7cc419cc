import { toShortText } from '../../domain/time.ts';
import { spans, type Line } from '../../tui/line.ts';
import { checkMark, MARK_COLUMNS } from '../../tui/marks.ts';
import { paragraphs, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { running, timeOfDay } from '../queries.ts';
import { restartTexts as texts } from './restart.ja.ts';

/** What the last request to restart has come to, as the status and the restart screen tell it; nothing where none stands. */
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
      const words = standing?.short ?? texts.notYet(at(proof.requestedAt));
      const [first = [], ...rest] = paragraphs(words, { ...area, columns: area.columns - MARK_COLUMNS });
      return [spans(checkMark('warn'), ...first), ...rest.map((each) => spans(MARGIN, ...each))];
    }
  }
}

const MARGIN = ' '.repeat(MARK_COLUMNS);

/** In words, the restart that this run did not ask for itself and that may come at any moment; null where there is none. */
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
