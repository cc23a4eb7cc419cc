import type { DownloadOutcome } from '../../domain/facts.ts';
import { obstacleTexts, outcomeTexts } from '../../domain/outcomes.ja.ts';
import { timeNow } from '../../domain/history.ts';
import { filledRows } from '../../domain/notice/words.ts';
import { SECOND, type Instant } from '../../domain/time.ts';
import { guideIdOf } from '../../guide/situations.ts';
import { blank, line, spans, type Line } from '../../tui/line.ts';
import { componentMark } from '../../tui/marks.ts';
import { attention, bad, namedLines, paragraphs, quiet, stack, type Area } from '../layout.ts';
import type { DownloadJob, Model } from '../model.ts';
import { targetsIn } from '../../domain/versions/component-status.ts';
import { componentsKnown, downloadSince, inReception, momentOf, refusal, targetRead } from '../queries.ts';
import { toolAskedRestart } from '../restart/update.ts';
import { row, rowsPage, toStatus, type Row, type Screen } from '../screen.ts';
import { select } from '../step.ts';
import { downloadTexts as texts } from './download.ja.ts';
import { downloadRefusal } from './update.ts';

/** Download: what is done, what the tool says word for word, how it ended, or the way by hand. */
export const download: Screen = {
  page(model) {
    const rows = rowsOf(model);
    return rowsPage(model, rows, (block, area) =>
      stack(
        versionLines(model, area),
        [blank],
        story(model, area),
        toolWords(model.download, area),
        [blank],
        block(rows),
      ),
    );
  },
  /** Back from the status, the button is what it leads to, where no restart comes first: not the way back there. */
  opened(model) {
    const rows = rowsOf(model);
    const press = rows.findIndex(({ id, blocked }) => id === 'press' && blocked === null);
    return press > 0 && rows[0]?.id === toStatus.id ? select(model, press) : model;
  },
};

/** Press, wait, then what the outcome asks for; or the way by hand. */
function rowsOf(model: Model): readonly Row[] {
  switch (model.download.phase) {
    case 'running':
      return [row('stop-waiting', texts.itemStopWaiting, { type: 'ask-stop-waiting' })];
    case 'finished':
      return asksForRestart(model)
        ? [toRestart, ...againRows(model), guideRow(model.download), toStatus]
        : [toStatus, ...againRows(model), guideRow(model.download)];
    case 'by-hand':
      return [
        // In the order in which it is done: the tool's window first, then its button, then the console is told.
        openToolRow(model),
        row('pressed', texts.itemPressed, { type: 'ask-pressed-by-hand' }, refusal(model, 'note-press-by-hand')),
        // Most obstacles can be moved out of the way, and nothing was pressed: then the console may try once more.
        ...(model.download.obstacle ? [pressRow(model, texts.itemPressAgain)] : []),
        guideRow(model.download),
        toStatus,
      ];
    case 'by-hand-pressed': {
      const blocked = refusal(model, 'note-tool-answer');
      return byHandAnswers.map((outcome) =>
        row(`answer:${outcome}`, texts.answers[outcome], { type: 'tool-answered', outcome }, blocked),
      );
    }
    case 'failed':
    case 'idle': {
      const seen = model.download.words;
      if (model.about.notice.by === 'hand') return [pressRow(model, texts.itemPress), toStatus];
      return [
        ...(toolAskedRestart(model) === null ? [] : [toRestart]),
        pressRow(model, texts.itemPress),
        row('by-hand', texts.itemByHand, { type: 'open-guide', entryId: guideIdOf('manual:download'), seen }),
        toStatus,
      ];
    }
  }
}

const toRestart: Row = row('to-restart', texts.itemToRestart, { type: 'go', screen: 'restart' });

/** A restart completes it, or the tool wants one. */
function asksForRestart({ about, download: { outcome } }: Model): boolean {
  return about.notice.restart || outcome === 'restart-required';
}

/** Where no restart comes between two presses, nothing but this row brings the button back. */
function againRows(model: Model): readonly Row[] {
  return model.about.notice.restart ? [] : [pressRow(model, texts.itemPress)];
}

/** What the operator can say of the tool's answer, without knowing its words. */
const byHandAnswers = [
  'restart-required',
  'already-latest',
  'error',
  'unknown-dialog',
] as const satisfies readonly DownloadOutcome[];

function pressRow(model: Model, label: string): Row {
  return row('press', label, { type: 'ask-download' }, downloadRefusal(model));
}

/** To look at the tool's own window. */
export function openToolRow(model: Model): Row {
  return row('open-tool', texts.itemOpenTool, { type: 'open-tool' }, refusal(model, 'open-tool'));
}

/** The page that explains how it ended, with what was seen. */
function guideRow({ outcome, obstacle, detail, words }: DownloadJob): Row {
  const ended = outcome === null ? guideIdOf('manual:download') : guideIdOf(`download:${outcome}`);
  const seen = [
    ...(outcome === null ? [] : [outcomeTexts[outcome].title]),
    ...(obstacle ? [obstacleTexts[obstacle]] : []),
    ...(detail ? [detail] : []),
    ...words,
  ];
  const entryId = obstacle ? guideIdOf(`obstacle:${obstacle}`) : ended;
  return row('guide', texts.itemGuide, { type: 'open-guide', entryId, seen });
}

/** What is installed of each target, and what is asked for. */
function versionLines(model: Model, area: Area): readonly Line[] {
  if (!targetRead(model)) return [];
  return targetsIn(componentsKnown(model), model.about.notice).flatMap(({ name, status, installed, required }) =>
    namedLines(spans(componentMark(status), name, `  ${installed ?? '?'} -> ${required ?? ''}`), area),
  );
}

/** How long it has taken, how long ago the tool spoke, how far it says it is, and when the guide takes over. */
function waitingLines(model: Model): readonly Line[] {
  const { download, about, now } = model;
  const { said, words } = download;
  const since = (at: Instant): number => Math.floor(Math.max(0, now - at) / SECOND);
  const begun = downloadSince(model);
  const percent = percentIn(words);
  const { toolSilenceSeconds } = about.settings.limits;
  const silence = since(said === null ? begun : timeNow(said, momentOf(model)));
  return [
    line(texts.running(since(begun))),
    ...(percent === null ? [] : [line(texts.percent(bar(percent), percent))]),
    ...(said === null ? [] : [line(texts.silentFor(silence), { tone: 'quiet' })]),
    line(texts.guideIn(Math.max(0, toolSilenceSeconds - silence)), { tone: 'quiet' }),
  ];
}

/** The last percentage that the tool named; null: none. */
function percentIn(words: readonly string[]): number | null {
  const named = words.findLast((each) => PERCENT.test(each.normalize('NFKC')));
  const percent = Number(PERCENT.exec(named?.normalize('NFKC') ?? '')?.[1] ?? Number.NaN);
  return percent >= 0 && percent <= 100 ? percent : null;
}

const PERCENT = /(?<![\d.])(\d{1,3})(?:\.\d+)?\s*%/;
const BAR = 20;

function bar(percent: number): string {
  const full = Math.round((percent / 100) * BAR);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}]`;
}

/** That the tool has asked for a restart which comes before another press; nothing where it has not. */
function restartBefore(model: Model, area: Area): readonly Line[] {
  const asked = toolAskedRestart(model);
  return asked === null ? [] : paragraphs([asked, texts.restartBefore], area, attention);
}

function story(model: Model, area: Area): readonly Line[] {
  const { phase, step, outcome, obstacle, detail, fault } = model.download;
  const text = (words: string | readonly string[], look = {}): readonly Line[] => paragraphs(words, area, look);
  const own = (...words: readonly string[]): readonly string[] => filledRows(words, model.about.words);
  switch (phase) {
    case 'idle':
      if (model.about.notice.by === 'hand') return text(texts.blocked.byHand);
      return [
        ...restartBefore(model, area),
        ...text(own(...texts.intro)),
        ...(inReception(model) ? text(own(texts.inReception), attention) : []),
      ];
    case 'running':
      return [...text(step === null ? '' : texts.steps[step]), ...waitingLines(model)];
    case 'finished':
      return outcome === null
        ? []
        : [
            ...text(outcomeTexts[outcome].title, { style: { tone: 'accent' } }),
            ...text(own(outcomeTexts[outcome].next)),
          ];
    case 'failed':
      return fault === null ? [] : [...text(fault.headline, bad), ...text(fault.tryNext)];
    case 'by-hand': {
      // The obstacle says more than the outcome that it led to.
      const ended = outcome === null ? [] : [outcomeTexts[outcome].title];
      return [
        ...text(obstacle ? [obstacleTexts[obstacle]] : ended, attention),
        ...restartBefore(model, area),
        ...(detail ? text(detail, quiet) : []),
        ...text(texts.byHandIntro),
        ...text(texts.byHandWatching, quiet),
      ];
    }
    case 'by-hand-pressed':
      return text(texts.byHandAsk);
  }
}

/** The newest words of the tool, as many as are worth the room. */
const SHOWN_WORDS = 8;

function toolWords({ phase, words }: DownloadJob, area: Area): readonly Line[] {
  if (words.length === 0) return phase === 'running' ? [blank, line(texts.saidNothing, { tone: 'quiet' })] : [];
  return [blank, line(texts.said, { bold: true }), ...paragraphs(words.slice(-SHOWN_WORDS), area, { first: '  | ' })];
}
