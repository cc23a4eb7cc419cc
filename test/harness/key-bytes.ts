import type { NamedKey } from '../../src/tui/keys.ts';

/** What a terminal sends for each key. */
export const keyBytes: Readonly<Record<NamedKey, string>> = {
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  'page-up': '\u001B[5~',
  'page-down': '\u001B[6~',
  home: '\u001B[H',
  end: '\u001B[F',
  enter: '\r',
  escape: '\u001B',
  backspace: '\u007F',
  delete: '\u001B[3~',
  tab: '\t',
  'ctrl-c': '\u0003',
  'ctrl-u': '\u0015',
  'ctrl-w': '\u0017',
};
