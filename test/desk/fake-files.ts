import type { Result } from '../../src/domain/fault.ts';
import type { AnswerFile, AnswerFiles } from '../../src/ports/ports.ts';

/**
 * Files of answers in memory, by path `folder/name.json`; a change of the text is a change of the file. `read` counts
 * the reads.
 */
export function fakeFiles(texts: Map<string, string>) {
  const reads: string[] = [];
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const absent = {
    ok: false,
    fault: { code: 'absent', headline: 'もうありません', tryNext: '', guideId: null },
  } as const;
  const files: AnswerFiles = {
    find: async () => ({ files: [...texts].map(([path, text]) => found(path, text)), bad: [] }),
    read: async (path): Promise<Result<Uint8Array>> => {
      reads.push(path);
      const text = texts.get(path);
      return text === undefined ? absent : { ok: true, value: encode(text) };
    },
    async *lines(path) {
      reads.push(path);
      for (const [index, text] of (texts.get(path) ?? '').split('\n').entries())
        if (text !== '') yield { ok: true, value: { line: index + 1, bytes: encode(text) } };
    },
  };
  return { files, reads };
}

function found(path: string, text: string): AnswerFile {
  const [folder = '', file = ''] = path.includes('/') ? path.split('/') : ['', path];
  return {
    path,
    folder: folder === '' ? null : folder,
    name: file.replace(/\.jsonl?$/, ''),
    lines: path.endsWith('.jsonl'),
    mark: text,
  };
}
