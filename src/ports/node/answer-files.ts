import { stat } from 'node:fs/promises';
import { failed, ok } from '../../domain/fault.ts';
import { errorCode, fileTroubleOf } from '../../domain/system-error.ts';
import { fault } from '../command-faults.ts';
import type { AnswerFile, AnswerFiles } from '../ports.ts';
import { walkAnswers } from './answer-walk.ts';
import { splitLines, type MostOfStream } from './byte-lines.ts';
import { answerFileFaults as texts } from './file-faults.ja.ts';
import { answerFault, isAbsent } from './file-faults.ts';
import { openToRead } from './open-file.ts';
import { STANDARD_INPUT, standardInput } from './standard-input.ts';

/** What a path leads to; `-` is stdin. One that cannot be looked at is there, and is no folder. */
export async function kindOf(path: string): Promise<'folder' | 'file' | 'absent'> {
  if (path === STANDARD_INPUT) return 'file';
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return isAbsent(error) ? 'absent' : 'file';
  }
}

/**
 * `paths`: folders, which are searched with all below them, and single files; `-` is stdin, a document a line.
 * `maxBytes`: of the longest document; `most`: of a file of lines, and of stdin. What is beyond that is not read, and
 * told.
 */
export function createAnswerFiles(options: {
  readonly paths: readonly string[];
  readonly maxBytes: number;
  readonly most: MostOfStream;
  /** A file of this name is none of them, wherever it lies. */
  readonly except?: string;
}): AnswerFiles {
  const { paths, maxBytes, most, except } = options;
  const tooLarge = (bytes: number) => failed(fault('too-large', texts.tooLarge(bytes, maxBytes)));
  return {
    async find(signal) {
      const fromDisk = paths.filter((path) => path !== STANDARD_INPUT);
      const { files, bad } = await walkAnswers(fromDisk, signal, except);
      return { files: [...(fromDisk.length < paths.length ? [fromStandardInput] : []), ...files], bad };
    },
    async read(path, signal) {
      try {
        const file = await openToRead(path);
        try {
          const { size } = await file.stat();
          if (size > maxBytes) return tooLarge(size);
          const bytes = await file.readFile({ signal });
          // It may have grown since it was looked at.
          return bytes.length > maxBytes ? tooLarge(bytes.length) : ok(bytes);
        } finally {
          await file.close();
        }
      } catch (error) {
        return failed(answerFault(error, signal));
      }
    },
    async *lines(path, signal) {
      try {
        const input = path === STANDARD_INPUT ? standardInput() : (await openToRead(path)).createReadStream({ signal });
        for await (const line of splitLines(input, maxBytes, most)) yield ok(line);
      } catch (error) {
        const isTooLong = fileTroubleOf(errorCode(error)) === 'too-large';
        yield failed(isTooLong ? fault('too-large', texts.tooLong(most)) : answerFault(error, signal));
      }
    },
  };
}

/** It has no name, and nothing around it: what it holds says whose it is. */
const fromStandardInput: AnswerFile = {
  path: STANDARD_INPUT,
  folder: null,
  name: STANDARD_INPUT,
  lines: true,
  mark: '',
};
