import { placeOf } from '../screens/index.ts';
import type { Model } from '../screens/model.ts';
import type { Message } from './message.ts';
import type { InputMode } from '../tui/keys.ts';
import { Interactive } from '../tui/interactive.tsx';
import { WIDE } from '../screens/layout.ts';
import { view } from '../screens/view.ts';
import type { Drawn } from '../tui/store.ts';

/** Without a word on colours there are colours. */
type AppProps = Omit<Drawn<Model, Message>, 'colours'> & Partial<Pick<Drawn<Model, Message>, 'colours'>>;

/** The console on the screen: the frame of the model, and its keys. */
export function App({ colours = true, ...props }: AppProps) {
  return <Interactive {...props} colours={colours} view={view} mode={modeOf} readOut={forReadingOut} />;
}

function modeOf(model: Model): InputMode {
  return placeOf(model) === 'text' ? 'text' : 'menu';
}

/** A screen reader reads line by line: there a detail stands below its list, never beside it. */
function forReadingOut(model: Model): Model {
  const { columns, rows } = model.size;
  return { ...model, size: { columns: Math.min(columns, WIDE - 1), rows } };
}
