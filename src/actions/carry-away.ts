import type { ActionTools, Progress } from './action.ts';
import type { ActionRequest } from './catalogue.ts';

type Request<Action> = Extract<ActionRequest, { readonly action: Action }>;

/** Writes a file of the console's own into the data folder, whole or not at all. */
export async function* writeFile(
  tools: ActionTools,
  { purpose, name, bytes }: Request<'write-file'>,
  signal: AbortSignal,
): Progress {
  const written = await tools.ports.dataFolder.replace(name, bytes, signal);
  yield written.ok
    ? { type: 'file-written', purpose, path: written.value.path, fault: null }
    : { type: 'file-written', purpose, path: null, fault: written.fault };
}

/** Puts a text on the clipboard and reads it back. */
export async function* copy(tools: ActionTools, { label, text }: Request<'copy'>, signal: AbortSignal): Progress {
  const copied = await tools.ports.clipboard.copy(text, signal);
  yield { type: 'copied', label, fault: copied.ok ? null : copied.fault };
}
