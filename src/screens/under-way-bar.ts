import type { UnderWay } from '../domain/facts.ts';
import { MINUTE, SECOND } from '../domain/time.ts';
import { spans, type Line } from '../tui/line.ts';
import { underWayTexts } from './console.ja.ts';
import { consoleKeys, type CommandId, type Place, type ScreenId } from './keys.ts';
import type { Model } from './model.ts';
import { mayCallOff, refusal, running } from './queries.ts';

/** What runs on the terminal now, how long already or still, and the key that calls it off; else nothing. */
export function underWayBar(model: Model, place: Place): readonly Line[] {
  const runs = running(model);
  if (runs === null) return [];
  const how = hintFor(model, runs, place);
  return [
    spans(
      { text: `${underWayTexts.mark} `, tone: 'attention' },
      { text: stateOf(runs, model.now), bold: true },
      ...(how === null ? [] : [`  ${how}`]),
    ),
  ];
}

function stateOf({ what, since, dueAt }: UnderWay, now: number): string {
  if (what === 'download') {
    const passed = Math.max(0, now - since);
    return underWayTexts.download(Math.floor(passed / MINUTE), Math.floor((passed % MINUTE) / SECOND));
  }
  if (dueAt === null) return underWayTexts.restartAtUnknownTime;
  const left = Math.ceil((dueAt - now) / SECOND);
  return left > 0 ? underWayTexts.restart(left) : underWayTexts.restartNow;
}

/** How to call it off from where the focus is now; else where that can be done. A download cannot be called off. */
function hintFor(model: Model, { what }: UnderWay, place: Place): string | null {
  if (what === 'download') return refusal(model, 'press-download') === null ? null : underWayTexts.downloadElsewhere;
  if (!mayCallOff(model)) return refusal(model, 'cancel-restart') === null ? null : underWayTexts.cancelElsewhere;
  const onScreen = hintOnScreen(model.screen);
  if (onScreen === null || (place !== 'dialog' && place !== 'text')) return onScreen;
  const out = consoleKeys.keyFor('back', place);
  return out === null ? null : underWayTexts.cancelAfter(out, onScreen);
}

function hintOnScreen(screen: ScreenId): string | null {
  if (screen === 'restart') return hint('cancel-restart', 'countdown', underWayTexts.cancel);
  return hint('open-restart', screen, underWayTexts.cancelOn);
}

function hint(command: CommandId, place: Place, words: (key: string) => string): string | null {
  const key = consoleKeys.keyFor(command, place);
  return key === null ? null : words(key);
}
