import type { ActionTools, Progress } from './action.ts';
import type { ActionRequest } from './catalogue.ts';
import { copy, writeFile } from './carry-away.ts';
import { openDocument, openTool, showRecord } from './look.ts';
import { lookAtRecord } from './look-at-record.ts';
import { notePressByHand, noteToolAnswer } from './press-by-hand.ts';
import { pressDownload } from './press-download.ts';
import { record } from './record.ts';
import { cancelRestart, requestRestart } from './restart.ts';
import { saveSetting } from './save-setting.ts';

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
    case 'write-file':
      return writeFile(tools, request, signal);
    case 'save-setting':
      return saveSetting(tools, request.change, signal);
    case 'look-at-record':
      return lookAtRecord(tools, request.path, signal);
    case 'copy':
      return copy(tools, request, signal);
    case 'record':
      return record(tools, request.events);
  }
}
