import { createInterface } from 'node:readline';

/** What came on a line of a terminal: words, Ctrl+C, or the end of all input. */
export type Line = { readonly type: 'line'; readonly text: string } | { readonly type: 'interrupted' | 'ended' };

/** A terminal on which a person answers line by line, with what a shell has for editing. */
export interface LineReader {
  /** Shows the prompt and waits for the answer; what was typed ahead counts. */
  readonly read: (prompt: string) => Promise<Line>;
  readonly close: () => void;
}

/** Reads lines from a terminal until it is closed. */
export function openLineReader(terminal: Pick<NodeJS.Process, 'stdin' | 'stdout'>): LineReader {
  const { stdin: input, stdout: output } = terminal;
  const lines = createInterface({ input, output, terminal: true, historySize: 0 });
  const typedAhead: Line[] = [];
  let waiting: ((line: Line) => void) | null = null;
  let end: Line | null = null;
  const came = (line: Line): void => {
    if (line.type !== 'line') end ??= line;
    const wait = waiting;
    waiting = null;
    if (wait) wait(line);
    else if (line.type === 'line') typedAhead.push(line);
  };
  lines.on('line', (text) => came({ type: 'line', text }));
  lines.on('SIGINT', () => came({ type: 'interrupted' }));
  lines.on('close', () => came({ type: 'ended' }));
  return {
    async read(prompt) {
      const ahead = typedAhead.shift() ?? end;
      if (ahead !== null) return ahead;
      lines.setPrompt(prompt);
      lines.prompt();
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => lines.close(),
  };
}
