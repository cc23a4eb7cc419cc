import type { DownloadJob, Model } from './model.ts';
import { inReception } from './model-queries.ts';
import { targetReading } from '../domain/procedure/situation.ts';
import { MINUTE } from '../domain/time.ts';
import { downloadTexts } from './download.ja.ts';
import { obstacleTexts, outcomeTexts } from '../domain/outcomes.ja.ts';
import { componentNames } from '../domain/names.ja.ts';
import { blank, line, spans, wrapLines, type Line } from '../tui/line.ts';
import { componentMark } from '../tui/marks.ts';
import { menuBlock } from './menu-block.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** Download: what is done, what the tool says word for word, how it ended, or the way by hand. */
export const download: Screen = (model, area) =>
  stack(versionLine(model), [blank], story(model, area), toolWords(model, area), [blank], menuBlock(model, area));

function versionLine(model: Model): readonly Line[] {
  const reading = model.survey && targetReading(model.survey, model.about.notice);
  if (!reading) return [];
  const versions = `${reading.installed ?? '?'} -> ${reading.required ?? ''}`;
  return [spans(componentMark(reading.status), componentNames[reading.id], `  ${versions}`)];
}

function story(model: Model, area: Area): readonly Line[] {
  const { phase, step, startedAt, outcome, detail, fault } = model.download;
  const text = (words: string, tone?: Line[number]['tone']): readonly Line[] =>
    wrapLines(words, area.columns, { ambiguous: area.ambiguous, ...(tone ? { style: { tone } } : {}) });
  switch (phase) {
    case 'idle':
      return [
        ...downloadTexts.intro.flatMap((words) => text(words)),
        ...(inReception(model) ? text(downloadTexts.inReception, 'attention') : []),
      ];
    case 'running': {
      const minutes = Math.floor(Math.max(0, model.now - (startedAt ?? model.now)) / MINUTE);
      return [
        ...text(downloadTexts.running(minutes)),
        ...text(step === null ? '' : downloadTexts.steps[step], 'quiet'),
      ];
    }
    case 'finished':
      return outcome === null
        ? []
        : [...text(outcomeTexts[outcome].title, 'accent'), ...text(outcomeTexts[outcome].next)];
    case 'failed':
      return fault === null ? [] : [...text(fault.headline, 'bad'), ...text(fault.tryNext)];
    case 'by-hand':
      return [
        ...whyByHand(model.download).flatMap((words) => text(words, 'attention')),
        ...(detail ? text(detail, 'quiet') : []),
        ...downloadTexts.byHandIntro.flatMap((words) => text(words)),
        ...text(downloadTexts.byHandWatching, 'quiet'),
      ];
    case 'by-hand-pressed':
      return text(downloadTexts.byHandAsk);
  }
}

/** One sentence on why the operator must press: the obstacle says more than the outcome that it led to. */
function whyByHand({ outcome, obstacle }: DownloadJob): readonly string[] {
  if (obstacle) return [obstacleTexts[obstacle]];
  return outcome === null ? [] : [outcomeTexts[outcome].title];
}

/** The newest words of the tool, as many as are worth the room. */
const SHOWN_WORDS = 8;

function toolWords(model: Model, area: Area): readonly Line[] {
  const { phase, words } = model.download;
  if (words.length === 0) return phase === 'running' ? [blank, line(downloadTexts.saidNothing, { tone: 'quiet' })] : [];
  return [
    blank,
    line(downloadTexts.said, { bold: true }),
    ...words
      .slice(-SHOWN_WORDS)
      .flatMap((text) => wrapLines(text, area.columns, { first: '  | ', ambiguous: area.ambiguous })),
  ];
}
