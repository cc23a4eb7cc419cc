import { rowsOf } from '../../test/screens/builders.ts';
import { states } from '../../test/audit/states.ts';

/** Every state as text, by its name. */
export function stateTexts(size: { readonly columns: number; readonly rows: number }): ReadonlyMap<string, string> {
  return new Map(
    states.map(({ screen, name, model }) => [`${screen}: ${name}`, rowsOf({ ...model, size }).join('\n')]),
  );
}
