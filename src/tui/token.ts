import type { NamedKey } from './keys.ts';

/**
 * What people did: a key of its own, characters as they came (control characters and line ends among them), or what the
 * terminal marked as pasted.
 */
export type Token =
  | { readonly type: 'key'; readonly id: NamedKey }
  | { readonly type: 'characters'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string };
