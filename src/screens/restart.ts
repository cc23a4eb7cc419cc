import type { Model } from './model.ts';
import { restartWarnings } from './questions.ts';
import { SECOND } from '../domain/time.ts';
import { restartTexts } from './restart.ja.ts';
import { restartAnswerTexts } from '../domain/outcomes.ja.ts';
import { blank, wrapLines, type Line } from '../tui/line.ts';
import { menuBlock } from './menu-block.ts';
import { restartProofLines, standingRestartTexts } from './restart-proof.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** Restart: what will happen, what is lost, the countdown with a way out, and how it was answered. */
export const restart: Screen = (model, area) => stack(story(model, area), [blank], menuBlock(model, area));

function story(model: Model, area: Area): readonly Line[] {
  const { phase, dueAt, answer, exitCode, fault, comesBack } = model.restart;
  const text = (words: string, tone?: Line[number]['tone']): readonly Line[] =>
    wrapLines(words, area.columns, { ambiguous: area.ambiguous, ...(tone ? { style: { tone } } : {}) });
  switch (phase) {
    case 'idle':
      return [
        ...proofLines(model, area),
        ...restartTexts.whatHappens(model.about.restartDelaySeconds).flatMap((words) => text(words)),
        ...restartWarnings(model).flatMap((words) => text(words, 'attention')),
      ];
    case 'asking':
      return text(restartTexts.asking);
    case 'counting': {
      const left = dueAt === null ? null : Math.ceil((dueAt - model.now) / SECOND);
      const standing = standingRestartTexts(model);
      if (left === null && standing === null) return text(restartTexts.scheduledElsewhere, 'attention');
      return [
        ...(standing?.long ?? []).flatMap((words) => text(words, 'attention')),
        // One that was found stands at the top of the screen with its seconds, and has more to say.
        ...(left === null || standing !== null
          ? []
          : text(left > 0 ? restartTexts.counting(left) : restartTexts.goingDown, 'attention')),
        ...text(restartTexts.saveNow),
        ...(comesBack ? [] : text(restartTexts.openByHand, 'attention')),
      ];
    }
    case 'overdue':
      return restartTexts.overdue.flatMap((words) => text(words, 'attention'));
    case 'refused':
      return answer === null ? [] : text(restartTexts.refused(restartAnswerTexts[answer], exitCode), 'bad');
    case 'failed':
      return fault === null ? [] : [...text(fault.headline, 'bad'), ...text(fault.tryNext)];
  }
}

function proofLines(model: Model, area: Area): readonly Line[] {
  const lines = restartProofLines(model, area);
  return lines.length === 0 ? [] : [...lines, blank];
}
