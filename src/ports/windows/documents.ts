import { failed, ok } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import { fileFaults } from '../node/file-faults.ts';
import type { Commands, Documents } from '../ports.ts';
import { SLOW_ANSWER_MS, askText, jsonOf } from './ask.ts';
import { openDocumentLineSchema } from './powershell/script-lines.ts';

/** What open-document.ps1 ends with where there is no such file. */
const ABSENT = 2;

/** Documents, opened by the terminal's own programs. */
export function createDocuments(options: { readonly commands: Commands }): Documents {
  return {
    async open(path, signal) {
      const call = {
        program: 'system',
        args: ['open-document', path],
        timeoutMs: SLOW_ANSWER_MS,
        signal,
        atOnce: true,
      } as const;
      const answer = await askText(options.commands, call);
      if (!answer.ok) return answer;
      const { exitCode, text } = answer.value;
      if (exitCode === ABSENT) return failed(fileFaults.ofCode(path, 'ENOENT'));
      if (exitCode !== 0) return failed(commandFaults.exitCode('system', exitCode));
      const opened = openDocumentLineSchema.safeParse(jsonOf(text)).success;
      return opened ? ok(null) : failed(commandFaults.unreadable('system'));
    },
  };
}
