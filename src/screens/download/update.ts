import { finishOf, finishWithout } from '../../actions/download.ts';
import type { DownloadOutcome } from '../../domain/facts.ts';
import type { Fault } from '../../domain/fault.ts';
import { firstNightEnd } from '../../domain/notice/calendar.ts';
import { filledRows } from '../../domain/notice/words.ts';
import { shortTextIn } from '../../domain/notice/zone.ts';
import { outcomeTexts } from '../../domain/outcomes.ja.ts';
import { targetReading } from '../../domain/procedure/situation.ts';
import type { ToolEvent } from '../../domain/outcomes.ts';
import { guideIdOf } from '../../guide/situations.ts';
import { yesNo, type DownloadIntent, type Question } from '../intent.ts';
import type { DownloadJob, Model } from '../model.ts';
import { go, openGuide } from '../navigate.ts';
import { inReception, momentOf, refusal, running } from '../queries.ts';
import { toolAskedRestart } from '../restart/update.ts';
import { act, ask, resurvey, select, still, type Handlers, type Step } from '../step.ts';
import { downloadTexts as texts } from './download.ja.ts';

export const idleDownload: DownloadJob = {
  phase: 'idle',
  startedAt: null,
  said: null,
  step: null,
  words: [],
  outcome: null,
  obstacle: null,
  detail: null,
  fault: null,
  finish: null,
};

export const downloadIntents: Handlers<DownloadIntent> = {
  'ask-download': (model) => ask(model, askDownload(model)),
  'press-download'(model) {
    const download = { ...idleDownload, phase: 'running', startedAt: model.now } as const;
    const next = select({ ...go(model, 'download'), download }, 0);
    return act(model, downloadRefusal(model), { action: 'press-download' }, next);
  },
  'ask-stop-waiting': (model) => ask(model, askStopWaiting(model)),
  'stop-waiting': (model) => [model, [{ type: 'stop-waiting' }]],
  'open-tool': (model) => act(model, null, { action: 'open-tool' }),
  'ask-pressed-by-hand': (model) => ask(model, askPressedByHand(model)),
  'pressed-by-hand'(model) {
    const next = select({ ...model, download: { ...model.download, phase: 'by-hand-pressed' } }, 0);
    return act(model, null, { action: 'note-press-by-hand' }, next);
  },
  'tool-answered': (model, { outcome }) => act(model, null, { action: 'note-tool-answer', outcome }),
};

/** Why 「今すぐダウンロード」 must not be pressed now; null when it may. */
export function downloadRefusal(model: Model): string | null {
  const { blocked } = texts;
  const refused = refusal(model, 'press-download');
  if (refused !== null) return refused;
  if (model.about.notice.by === 'hand') return blocked.byHand;
  const runs = running(model);
  if (runs !== null) return runs.what === 'download' ? blocked.running : blocked.restarting;
  if (!model.decision || !model.survey) return blocked.reading;
  switch (model.decision.step) {
    case 'restart':
      return blocked.restartFirst;
    case 'wait':
      return blocked.running;
    case 'read-again':
    case 'check-by-hand':
      return blocked.unknown;
    case 'send-report':
    case 'all-done':
      return blocked.current(targetReading(model.survey, model.about.notice)?.installed ?? '');
    case 'by-hand-steps':
    case 'download-now':
    case 'fix-first':
    case 'call-support':
    case 'leave-on-overnight': {
      const opens = firstNightEnd(model.about.calendar);
      return opens !== null && model.now < opens
        ? blocked.tooEarly(shortTextIn(model.about.calendar.timeZone, opens))
        : null;
    }
  }
}

function askDownload(model: Model): Question {
  const asked = toolAskedRestart(model);
  const body = [
    ...(asked === null ? [] : [asked, texts.restartBefore]),
    ...texts.ask.body,
    ...(inReception(model) ? [texts.inReception] : []),
  ];
  return yesNo({ ...texts.ask, body: filledRows(body, model.about.words) }, { type: 'press-download' });
}

function askStopWaiting({ about }: Model): Question {
  const body = filledRows(texts.askStop.body, about.words);
  return yesNo({ ...texts.askStop, body }, { type: 'stop-waiting' });
}

function askPressedByHand({ about }: Model): Question {
  const body = filledRows(texts.askPressed.body, about.words);
  return yesNo({ ...texts.askPressed, body }, { type: 'pressed-by-hand' });
}

/** The most words of the tool that are kept: a tool that never stops talking must not fill the memory. */
const MOST_WORDS = 200;
/** Outcomes that need an explanation before the next step; what could not be pressed has its own way, by hand. */
const failures: ReadonlySet<DownloadOutcome> = new Set<DownloadOutcome>(['error', 'hang', 'crash', 'unknown-dialog']);

/** What the management tool does and says. */
export function onTool(model: Model, event: ToolEvent): Step {
  const { download } = model;
  switch (event.type) {
    case 'step':
      return still({ ...model, download: { ...download, step: event.step } });
    case 'says':
      return still({
        ...model,
        download: { ...download, said: momentOf(model), words: [...download.words, event.text].slice(-MOST_WORDS) },
      });
    case 'finished': {
      const { outcome, pressed, message } = event;
      // Where nothing was pressed, the message is not the tool's.
      const isNew = pressed && message !== null && !download.words.includes(message);
      const words = isNew ? [...download.words, message] : download.words;
      const finished: Model = {
        ...model,
        dialog: null,
        download: {
          ...download,
          phase: pressed ? 'finished' : 'by-hand',
          outcome,
          obstacle: pressed ? null : (event.obstacle ?? null),
          detail: pressed ? null : message,
          words,
          finish: finishOf(event),
        },
        selected: { ...model.selected, download: 0 },
      };
      if (!pressed || !failures.has(outcome)) return resurvey(finished);
      const seen = [outcomeTexts[outcome].title, ...words.slice(-2)];
      return resurvey(openGuide(finished, guideIdOf(`download:${outcome}`), seen));
    }
  }
}

/** The console could not go on with the download. */
export function onDownloadFailed(model: Model, fault: Fault): Step {
  return resurvey({ ...model, download: { ...model.download, phase: 'failed', fault, finish: finishWithout(fault) } });
}
