import type { ActionTools, Progress } from './action.ts';
import type { ActionRequest } from './catalogue.ts';
import { openDocument, openTool, showRecord } from './look.ts';
import { notePressByHand, noteToolAnswer } from './press-by-hand.ts';
import { pressDownload } from './press-download.ts';
import { record } from './record.ts';
import { cancelRestart, requestRestart } from './restart.ts';

/** Starts the action that was asked for. */
export function runAction(
  tools: ActionTools,
  request: ActionRequest,
  offsetMinutes: number,
  signal: AbortSignal,
): Progress {
  switch (request.action) {
    case 'press-download':
      return pressDownload(tools, signal);
    case 'request-restart':
      return requestRestart(tools, { ...request, offsetMinutes }, signal);
    case 'cancel-restart':
      return cancelRestart(tools, signal);
    case 'note-press-by-hand':
      return notePressByHand(tools);
    case 'note-tool-answer':
      return noteToolAnswer(tools, request.outcome);
    case 'open-tool':
      return openTool(tools, signal);
    case 'show-record':
      return showRecord(tools, signal);
    case 'open-document':
      return openDocument(tools, request.path, signal);
    case 'record':
      return record(tools, request.events);
  }
}
