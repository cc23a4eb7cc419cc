import type { Model } from './model.ts';
import { toShortText } from '../domain/time.ts';
import { running } from './under-way.ts';
import { restartTexts } from './restart.ja.ts';
import { spans, wrapLines, type Line } from '../tui/line.ts';
import { checkMark, MARK_COLUMNS } from '../tui/marks.ts';
import type { Area } from './screen.ts';

/** What the last request to restart has come to, as the status and the restart screen tell it; nothing where none stands. */
export function restartProofLines(model: Model, area: Area): readonly Line[] {
  const { restartProof: proof } = model;
  const at = (instant: number): string => toShortText(instant, model.about.offsetMinutes);
  switch (proof.type) {
    case 'none':
      return [];
    case 'proven':
      return [
        spans(
          checkMark('ok'),
          restartTexts.proven(
            proof.bootedAt === null ? null : at(proof.bootedAt),
            model.survey?.boot.lastBootKind !== 'unknown',
          ),
        ),
      ];
    case 'not-yet': {
      const standing = standingRestartTexts(model);
      // Its countdown stands at the top of every screen.
      if (standing === null && running(model)?.what === 'restart') return [];
      const words = standing?.short ?? restartTexts.notYet(at(proof.requestedAt));
      const [first = [], ...rest] = wrapLines(words, area.columns - MARK_COLUMNS, {
        ambiguous: area.ambiguous,
      });
      return [spans(checkMark('warn'), ...first), ...rest.map((line) => spans(MARGIN, ...line))];
    }
  }
}

const MARGIN = ' '.repeat(MARK_COLUMNS);

/** In words, the restart that this run did not ask for itself and that may come at any moment; null where there is none. */
export function standingRestartTexts(
  model: Model,
): { readonly long: readonly string[]; readonly short: string } | null {
  const { phase, askedAt, dueAt } = model.restart;
  if (phase !== 'counting' || askedAt === null) return null;
  const at = (instant: number): string => toShortText(instant, model.about.offsetMinutes);
  // The countdown is short: the day is that of the request.
  const due = dueAt === null ? restartTexts.timeUnknown : at(dueAt).replace(/^.* /, '');
  return {
    long: restartTexts.standing(at(askedAt), due),
    short: restartTexts.standingShort(at(askedAt), due),
  };
}
