import type { DownloadOutcome } from '../domain/facts.ts';
import type { ActionTools, Progress } from './action.ts';
import { append } from './record.ts';

/** The operator says that they pressed 「今すぐダウンロード」 themselves. */
export async function* notePressByHand(tools: ActionTools): Progress {
  yield await append(tools, { event: 'download-started', byHand: true });
}

/** The operator says what 「配信アプリケーション管理ツール」 answered to their press. */
export async function* noteToolAnswer(tools: ActionTools, outcome: DownloadOutcome): Progress {
  const written = await append(tools, {
    event: 'download-finished',
    outcome,
    pressed: true,
    message: null,
    byHand: true,
  });
  yield written;
  if (written.type === 'journal')
    yield { type: 'tool', event: { type: 'finished', outcome, pressed: true, message: null } };
}
