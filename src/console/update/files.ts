import type { ActionDone } from '../../actions/catalogue.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import type { Model } from '../../screens/model.ts';
import { onClinicWritten } from './remember-clinic.ts';
import { say, still, type Step } from './step.ts';

/** A file of the console's own was written, or could not be. */
export function onFileWritten(model: Model, { purpose, outcome }: ActionDone<'write-file'>): Step {
  if (purpose === 'clinic') return onClinicWritten(model, outcome.ok ? null : outcome.fault);
  if (!outcome.ok) return still(say(model, `${outcome.fault.headline} ${outcome.fault.tryNext}`));
  const { path } = outcome.value;
  return still(say({ ...model, saved: { ...model.saved, [purpose]: path } }, consoleTexts.fileWritten(path)));
}
