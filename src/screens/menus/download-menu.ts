import { guideIdOf } from '../../guide/situations.ts';
import { downloadTexts } from '../download.ja.ts';
import { obstacleTexts, outcomeTexts } from '../../domain/outcomes.ja.ts';
import { firstNightEnd } from '../../domain/notice/calendar.ts';
import type { DownloadOutcome } from '../../domain/facts.ts';
import { refusal } from '../may-act.ts';
import type { DownloadJob, Model } from '../model.ts';
import { targetReading } from '../../domain/procedure/situation.ts';
import { toShortText } from '../../domain/time.ts';
import { running } from '../under-way.ts';
import { item, type MenuItem } from './item.ts';

/** Download: press, wait, then what the outcome asks for; or the way by hand. */
export function downloadMenu(model: Model): readonly MenuItem[] {
  const toStatus = item('to-status', downloadTexts.itemStatus, { type: 'go', screen: 'status' });
  const byHand = item('by-hand', downloadTexts.itemByHand, manualGuide(model));
  switch (model.download.phase) {
    case 'running':
      return [item('stop-waiting', downloadTexts.itemStopWaiting, { type: 'ask-stop-waiting' })];
    case 'finished':
      return [...afterOutcome(model), toStatus];
    case 'by-hand':
      return [
        // In the order in which it is done: the tool's window first, then its button, then the console is told.
        item('open-tool', downloadTexts.itemOpenTool, { type: 'open-tool' }, refusal(model, 'open-tool')),
        item(
          'pressed',
          downloadTexts.itemPressed,
          { type: 'ask-pressed-by-hand' },
          refusal(model, 'note-press-by-hand'),
        ),
        ...pressAgain(model),
        guideItem(model),
        toStatus,
      ];
    case 'by-hand-pressed':
      return byHandAnswers.map((outcome) =>
        item(
          `answer:${outcome}`,
          downloadTexts.answers[outcome],
          { type: 'tool-answered', outcome },
          refusal(model, 'note-tool-answer'),
        ),
      );
    case 'failed':
    case 'idle':
      return [
        item('press', downloadTexts.itemPress, { type: 'ask-download' }, downloadRefusal(model)),
        byHand,
        toStatus,
      ];
  }
}

/** What the operator can say of the tool's answer, without knowing its words. */
const byHandAnswers = [
  'restart-required',
  'already-latest',
  'error',
  'unknown-dialog',
] as const satisfies readonly DownloadOutcome[];

function afterOutcome(model: Model): readonly MenuItem[] {
  return [item('to-restart', downloadTexts.itemToRestart, { type: 'go', screen: 'restart' }), guideItem(model)];
}

/** Most obstacles can be moved out of the way, and nothing was pressed: then the console may try once more. */
function pressAgain(model: Model): readonly MenuItem[] {
  if (!model.download.obstacle) return [];
  return [item('press', downloadTexts.itemPressAgain, { type: 'ask-download' }, downloadRefusal(model))];
}

function guideItem({ download }: Model): MenuItem {
  const seen = [...reasons(download), ...download.words];
  return item('guide', downloadTexts.itemGuide, { type: 'open-guide', entryId: explains(download), seen });
}

function explains({ outcome, obstacle }: DownloadJob): string {
  if (obstacle) return guideIdOf(`obstacle:${obstacle}`);
  return outcome === null ? guideIdOf('manual:download') : guideIdOf(`download:${outcome}`);
}

function reasons({ outcome, obstacle, detail }: DownloadJob): readonly string[] {
  return [
    ...(outcome === null ? [] : [outcomeTexts[outcome].title]),
    ...(obstacle ? [obstacleTexts[obstacle]] : []),
    ...(detail ? [detail] : []),
  ];
}

function manualGuide(model: Model): MenuItem['intent'] {
  return { type: 'open-guide', entryId: guideIdOf('manual:download'), seen: model.download.words };
}

/** Why 「今すぐダウンロード」 must not be pressed now; null when it may. */
export function downloadRefusal(model: Model): string | null {
  const { blocked } = downloadTexts;
  const refused = refusal(model, 'press-download');
  if (refused !== null) return refused;
  const runs = running(model);
  if (runs !== null) return runs.what === 'download' ? blocked.running : blocked.restarting;
  if (!model.decision || !model.survey) return blocked.reading;
  switch (model.decision.step) {
    case 'download-now':
    case 'fix-first':
    case 'call-support':
      break;
    case 'restart':
      return blocked.restartFirst;
    case 'wait':
      return blocked.running;
    case 'read-again':
    case 'check-by-hand':
      return blocked.unknown;
    case 'send-report':
    case 'all-done':
      return blocked.current(targetReading(model.survey, model.about.notice)?.installed ?? '');
    case 'leave-on-overnight':
      break;
  }
  const opens = firstNightEnd(model.about.calendar);
  return model.now < opens ? blocked.tooEarly(toShortText(opens, model.about.offsetMinutes)) : null;
}
