import { restartAnswerTexts } from '../../domain/outcomes.ja.ts';
import { SECOND } from '../../domain/time.ts';
import { guideIdOf } from '../../guide/situations.ts';
import { blank, type Line } from '../../tui/line.ts';
import { openToolRow } from '../download/download.ts';
import { attention, bad, paragraphs, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { refusal, running } from '../queries.ts';
import { row, rowsPage, toStatus, type Row, type Screen } from '../screen.ts';
import { restartProofLines, standingRestartTexts } from './proof.ts';
import { restartTexts as texts } from './restart.ja.ts';
import { afterRestart, openPress, restartRefusal, restartWarnings, toolAskedRestart } from './update.ts';

/** Restart: what will happen, what is lost, the countdown with a way out, and how it was answered. */
export const restart: Screen = {
  page(model) {
    const rows = rowsOf(model);
    return rowsPage(model, rows, (block, area) => stack(story(model, area), [blank], block(rows)));
  },
};

/** Ask, count down with a way out, or what to do when it was refused. */
function rowsOf(model: Model): readonly Row[] {
  const cancel = row('cancel', texts.itemCancel, { type: 'cancel-restart' }, refusal(model, 'cancel-restart'));
  const again = row('again', texts.itemAgain, { type: 'ask-restart' }, restartRefusal(model));
  switch (model.restart.phase) {
    case 'asking':
      return [];
    case 'counting':
      return model.restart.askedAt === null ? [cancel] : [cancel, again, toStatus];
    case 'overdue':
      return [again, cancel, guideRow(model), toStatus];
    case 'refused':
    case 'failed':
      return [guideRow(model), again, toStatus];
    case 'idle':
      return [
        // In the order in which it is done: the tool may still be at work.
        ...(openPress(model) === null ? [] : [openToolRow(model)]),
        row('restart', texts.itemRestart, { type: 'ask-restart' }, restartRefusal(model)),
        // One that did not come, or that nobody knows the answer to, can still be withdrawn.
        ...(model.restartProof.type === 'not-yet' ? [cancel] : []),
        toStatus,
      ];
  }
}

function guideRow({ restart: { answer, fault } }: Model): Row {
  const entryId = fault?.guideId ?? guideIdOf(`restart:${answer ?? 'other'}`);
  const seen = fault ? [fault.headline] : [restartAnswerTexts[answer ?? 'other']];
  return row('guide', texts.itemGuide, { type: 'open-guide', entryId, seen });
}

/** Whether all is known that could ask for a restart, and nothing does. */
function isNeedless(model: Model): boolean {
  const { decision, survey } = model;
  return (
    decision !== null &&
    decision.step !== 'restart' &&
    // What runs may ask for one at its end.
    running(model) === null &&
    survey?.checks.find(({ id }) => id === 'restart-state')?.status === 'ok' &&
    toolAskedRestart(model) === null &&
    survey.marksAreRead &&
    survey.restartMarks.length === 0
  );
}

function story(model: Model, area: Area): readonly Line[] {
  const { phase, answer, exitCode, fault } = model.restart;
  switch (phase) {
    case 'idle': {
      const proof = restartProofLines(model, area);
      const asked = toolAskedRestart(model);
      return [
        ...(proof.length === 0 ? [] : [...proof, blank]),
        ...(asked === null ? [] : paragraphs(asked, area, attention)),
        ...(running(model)?.what === 'download' ? paragraphs(texts.downloadRuns, area, attention) : []),
        ...(isNeedless(model) ? paragraphs(texts.notNeeded, area) : []),
        ...paragraphs(texts.whatHappens(model.about.restartDelaySeconds), area),
        ...paragraphs(afterRestart(model, null), area),
        ...paragraphs(restartWarnings(model), area, attention),
      ];
    }
    case 'asking':
      return paragraphs(texts.asking, area);
    case 'counting':
      return countingLines(model, area);
    case 'overdue':
      return paragraphs(texts.overdue, area, attention);
    case 'refused':
      return answer === null ? [] : paragraphs(texts.refused(restartAnswerTexts[answer], exitCode), area, bad);
    case 'failed':
      return fault === null ? [] : [...paragraphs(fault.headline, area, bad), ...paragraphs(fault.tryNext, area)];
  }
}

function countingLines(model: Model, area: Area): readonly Line[] {
  const { dueAt, comesBack } = model.restart;
  const left = dueAt === null ? null : Math.ceil((dueAt - model.now) / SECOND);
  const standing = standingRestartTexts(model);
  if (left === null && standing === null) return paragraphs(texts.scheduledElsewhere, area, attention);
  // One that was found stands at the top of the screen with its seconds, and has more to say.
  const counting = left === null || standing ? [] : [left > 0 ? texts.counting(left) : texts.goingDown];
  return [
    ...paragraphs(standing?.long ?? counting, area, attention),
    ...paragraphs(texts.saveNow, area),
    // Of one that was found it is not known what was arranged.
    ...(standing ? [] : paragraphs(afterRestart(model, comesBack), area, comesBack ? {} : attention)),
  ];
}
