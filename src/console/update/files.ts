import { consoleTexts } from '../../screens/console.ja.ts';
import type { Message } from '../message.ts';
import type { Model } from '../../screens/model.ts';
import { onClinicWritten } from './remember-clinic.ts';
import { onSettingsWritten } from './settings.ts';
import { say, still, type Step } from './step.ts';

/** A file of the console's own was written, or could not be. */
export function onFileWritten(model: Model, message: Extract<Message, { type: 'file-written' }>): Step {
  const { purpose, path, fault } = message;
  if (purpose === 'clinic') return onClinicWritten(model, fault);
  if (purpose === 'settings') return onSettingsWritten(model, fault);
  if (fault) return still(say(model, `${fault.headline} ${fault.tryNext}`));
  const text = consoleTexts.fileWritten(path ?? '');
  return still(say({ ...model, saved: { ...model.saved, [purpose]: path ?? undefined } }, text));
}
