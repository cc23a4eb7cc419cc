import { actions, type ActionId } from '../actions/catalogue.ts';
import { consoleTexts } from './console.ja.ts';
import type { Model } from './model.ts';

/** Why this console may not do the action now, in words; null when it may. The one place that knows read-only mode and the lock. */
export function refusal(model: Pick<Model, 'about' | 'lock'>, action: ActionId): string | null {
  if (actions[action].danger === 'nothing') return null;
  if (model.about.readOnly) return consoleTexts.readOnly;
  if (!model.lock.held) return consoleTexts.locked(model.lock.ownerPid);
  return null;
}
