import { componentIds, type ComponentId } from '../facts.ts';
import { componentNames } from '../names.ja.ts';
import type { Notice } from './notice.ts';

/** A component and what it is called on the terminal. */
export interface NamedComponent {
  readonly id: ComponentId;
  readonly name: string;
}

/** Every component that is looked at under a notice: the four that every terminal may have, then the notice's own. */
export function componentsOf({ components }: Pick<Notice, 'components'>): readonly NamedComponent[] {
  return [...componentIds.map((id) => ({ id, name: componentNames[id] })), ...components];
}

/** What a component is called; its id, where it is another notice's. */
export function componentName(notice: Pick<Notice, 'components'>, id: ComponentId): string {
  return componentsOf(notice).find((each) => each.id === id)?.name ?? id;
}
