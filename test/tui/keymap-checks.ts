import { describe, expect, it } from 'vitest';
import { footer, type Keymap } from '../../src/tui/keymap.ts';
import { characterKeys, namedKeys, type KeyId } from '../../src/tui/keys.ts';
import { lineText } from '../../src/tui/line.ts';
import { width } from '../../src/text/cells.ts';

/** What holds of the keys of every program, at each of its places where rows or answers are chosen or text is typed. */
export function checkKeymap<Command extends string, Place extends string>(
  keymap: Keymap<Command, Place>,
  places: readonly Place[],
): void {
  describe('the table of keys', () => {
    it.each(places)('gives no key two meanings at %s', (place) => {
      const keys = keymap.bindingsAt(place).flatMap((binding) => binding.keys);
      expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    });

    it.each(places)(
      'lets everybody act, go back and leave at %s with keys that Japanese input leaves alone',
      (place) => {
        for (const [key, command] of [
          ['enter', 'do'],
          ['escape', 'back'],
          ['ctrl-c', 'leave'],
        ] as const)
          expect(keymap.commandFor({ id: key }, place)).toBe(command);
      },
    );

    it('binds no key that cannot be pressed', () => {
      const known: readonly KeyId[] = [...namedKeys, ...characterKeys];
      for (const key of keymap.bindings.flatMap((binding) => binding.keys)) expect(known).toContain(key);
    });
  });

  describe('the footer', () => {
    it.each(places)('fits into 79 columns at %s', (place) => {
      expect(width(footerText(keymap, place))).toBeLessThanOrEqual(79);
    });

    it('has labels of at most 12 columns', () => {
      for (const { label } of keymap.bindings) expect(width(label ?? '')).toBeLessThanOrEqual(12);
    });
  });
}

export function footerText<Command extends string, Place extends string>(
  keymap: Keymap<Command, Place>,
  place: Place,
): string {
  return lineText(footer(keymap.footerAt(place), 200));
}
