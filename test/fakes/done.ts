import type { ActionDone, ActionRequest } from '../../src/actions/catalogue.ts';
import type { ActionId } from '../../src/actions/dangers.ts';

/** The message that an action has ended. */
export function done<Id extends ActionId>(
  request: ActionRequest<Id>,
  outcome: ActionDone<Id>['outcome'],
): ActionRequest<Id> & { readonly type: 'action-done'; readonly outcome: ActionDone<Id>['outcome'] } {
  return { ...request, type: 'action-done', outcome };
}

export function restartDone(outcome: ActionDone<'request-restart'>['outcome']): ActionDone<'request-restart'> {
  return done<'request-restart'>({ action: 'request-restart', bootedAt: null, attempt: 1, replace: false }, outcome);
}

export function cancelDone(outcome: ActionDone<'cancel-restart'>['outcome']): ActionDone<'cancel-restart'> {
  return done<'cancel-restart'>({ action: 'cancel-restart' }, outcome);
}

export function fileDone(
  purpose: ActionRequest<'write-file'>['purpose'],
  outcome: ActionDone<'write-file'>['outcome'],
): ActionDone<'write-file'> {
  return done<'write-file'>({ action: 'write-file', purpose, name: 'a', bytes: Uint8Array.of() }, outcome);
}

export function settingDone(outcome: ActionDone<'save-setting'>['outcome']): ActionDone<'save-setting'> {
  return done<'save-setting'>({ action: 'save-setting', change: { key: 'clinicId', value: 'A-1' } }, outcome);
}
