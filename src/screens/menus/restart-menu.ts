import { guideIdOf } from '../../guide/situations.ts';
import { downloadTexts } from '../download.ja.ts';
import { restartTexts } from '../restart.ja.ts';
import { restartAnswerTexts } from '../../domain/outcomes.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { unseenDownloadAt } from '../model-queries.ts';
import { running } from '../under-way.ts';
import { item, type MenuItem } from './item.ts';

/** Restart: ask, count down with a way out, or what to do when it was refused. */
export function restartMenu(model: Model): readonly MenuItem[] {
  const toStatus = item('to-status', downloadTexts.itemStatus, { type: 'go', screen: 'status' });
  const cancel = item('cancel', restartTexts.itemCancel, { type: 'cancel-restart' }, refusal(model, 'cancel-restart'));
  const again = item('again', restartTexts.itemAgain, { type: 'ask-restart' }, restartRefusal(model));
  switch (model.restart.phase) {
    case 'asking':
      return [];
    case 'counting':
      return model.restart.askedAt === null ? [cancel] : [cancel, again, toStatus];
    case 'overdue':
      return [again, cancel, guide(model), toStatus];
    case 'refused':
    case 'failed':
      return [guide(model), again, toStatus];
    case 'idle':
      return [
        // In the order in which it is done: the tool may still be at work.
        ...(unseenDownloadAt(model) === null ? [] : [openTool(model)]),
        item('restart', restartTexts.itemRestart, { type: 'ask-restart' }, restartRefusal(model)),
        // One that did not come, or that nobody knows the answer to, can still be withdrawn.
        ...(model.restartProof.type === 'not-yet' ? [cancel] : []),
        toStatus,
      ];
  }
}

/** Why the terminal must not be restarted from here now; null when it may. */
export function restartRefusal(model: Model): string | null {
  const refused = refusal(model, 'request-restart');
  if (refused !== null) return refused;
  return running(model)?.what === 'download' ? restartTexts.blockedByDownload : null;
}

function openTool(model: Model): MenuItem {
  return item('open-tool', downloadTexts.itemOpenTool, { type: 'open-tool' }, refusal(model, 'open-tool'));
}

function guide(model: Model): MenuItem {
  const { answer, fault } = model.restart;
  const entryId = fault?.guideId ?? guideIdOf(`restart:${answer ?? 'other'}`);
  const seen = fault ? [fault.headline] : [restartAnswerTexts[answer ?? 'other']];
  return item('guide', restartTexts.itemGuide, { type: 'open-guide', entryId, seen });
}
