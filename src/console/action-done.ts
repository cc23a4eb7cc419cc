import type { ActionDone } from '../actions/catalogue.ts';
import type { Fault } from '../domain/fault.ts';
import { onRecordLookedAt, onRecordShown } from '../screens/by-hand/update.ts';
import { consoleTexts } from '../screens/console.ja.ts';
import { onDownloadFailed } from '../screens/download/update.ts';
import type { Model } from '../screens/model.ts';
import { onClinicWritten } from '../screens/report/remember-clinic.ts';
import { onRestartAnswered, onRestartCancelled } from '../screens/restart/update.ts';
import { onSettingsWritten } from '../screens/settings/update.ts';
import { say, sayFault, still, type Step } from '../screens/step.ts';

/** How an action went. What was only written to the journal, or done to its end, has told all as it went. */
export function onActionDone(model: Model, done: ActionDone): Step {
  switch (done.action) {
    case 'record':
    case 'note-press-by-hand':
    case 'note-tool-answer':
      return still(model);
    case 'press-download':
      return done.outcome.ok ? still(model) : onDownloadFailed(model, done.outcome.fault);
    case 'open-tool':
      return told(model, done.outcome, consoleTexts.toolOpened);
    case 'open-document':
      return told(model, done.outcome, consoleTexts.documentOpened(done.path));
    case 'copy':
      return told(model, done.outcome, consoleTexts.copied(done.label));
    case 'write-file':
      return onFileWritten(model, done);
    case 'save-setting':
      return onSettingsWritten(model, done.outcome.ok ? null : done.outcome.fault);
    case 'show-record':
      return onRecordShown(model, done.outcome);
    case 'look-at-record':
      return onRecordLookedAt(model, done);
    case 'request-restart':
      return onRestartAnswered(model, done.outcome);
    case 'cancel-restart':
      return onRestartCancelled(model, done.outcome);
  }
}

function told(
  model: Model,
  outcome: { readonly ok: true } | { readonly ok: false; readonly fault: Fault },
  text: string,
): Step {
  return still(outcome.ok ? say(model, text) : sayFault(model, outcome.fault));
}

/** A file of the console's own was written, or could not be. */
function onFileWritten(model: Model, { purpose, outcome }: ActionDone<'write-file'>): Step {
  if (purpose === 'clinic') return onClinicWritten(model, outcome.ok ? null : outcome.fault);
  if (!outcome.ok) return still(sayFault(model, outcome.fault));
  const { path } = outcome.value;
  return still(say({ ...model, saved: { ...model.saved, [purpose]: path } }, consoleTexts.fileWritten(path)));
}
