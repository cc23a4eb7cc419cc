import { failed, type Result } from '../domain/fault.ts';
import { lockLost, type Action, type ActionTools, type ProgressMessage } from './action.ts';
import { copy, writeFile } from './carry-away.ts';
import { atOnce, dangers, type ActionId } from './dangers.ts';
import { pressDownload } from './download.ts';
import { lookAtRecord, openDocument, openTool, showRecord } from './look.ts';
import { notePressByHand, noteToolAnswer, record } from './notes.ts';
import { cancelRestart, requestRestart } from './restart.ts';
import { agreeFile, saveSetting } from './save-setting.ts';

/** What the console can do to the terminal or to the journal. */
export const actions = {
  'press-download': pressDownload,
  'request-restart': requestRestart,
  'cancel-restart': cancelRestart,
  'note-press-by-hand': notePressByHand,
  'note-tool-answer': noteToolAnswer,
  'open-tool': openTool,
  'show-record': showRecord,
  'open-document': openDocument,
  'write-file': writeFile,
  'save-setting': saveSetting,
  'agree-file': agreeFile,
  'look-at-record': lookAtRecord,
  copy,
  record,
} satisfies Readonly<Record<ActionId, unknown>>;

type Actions = typeof actions;
type Wants = { [Id in ActionId]: Actions[Id] extends Action<infer Asked, unknown> ? Asked : never };
type Values = { [Id in ActionId]: Actions[Id] extends Action<never, infer Value> ? Value : never };

/** An action by its id, with what it needs to know. */
export type ActionRequest<Id extends ActionId = ActionId> = {
  [Each in Id]: { readonly action: Each } & Wants[Each];
}[Id];

/** An action has ended: what was asked for, with what came of it. */
export type ActionDone<Id extends ActionId = ActionId> = {
  [Each in Id]: ActionRequest<Each> & { readonly type: 'action-done'; readonly outcome: Result<Values[Each]> };
}[Id];

export type ActionMessage = ProgressMessage | ActionDone;

/**
 * Does what was asked for: each message as it comes, that it is done at last. What changes anything is only done while
 * this console holds the lock, but for what must be done at once.
 */
export async function* runAction<Id extends ActionId>(
  tools: ActionTools,
  request: ActionRequest<Id>,
  signal: AbortSignal,
): AsyncGenerator<ProgressMessage | ActionDone<Id>, void, undefined> {
  const table: { readonly [Each in ActionId]: Action<Wants[Each], Values[Each]> } = actions;
  const isFree = dangers[request.action] === 'nothing' || atOnce.has(request.action);
  const refused = isFree ? null : yield* lockLost(tools);
  if (refused !== null) return yield { ...request, type: 'action-done', outcome: failed(refused) };
  const work = table[request.action](tools, signal, request);
  const outcome = Symbol.asyncIterator in work ? yield* work : await work;
  yield { ...request, type: 'action-done', outcome };
}
