import { failed, ok } from '../../domain/fault.ts';
import { commandFaults, fault } from '../command-faults.ts';
import { questionFaultTexts } from '../faults.ja.ts';
import { isDocumentPath, isNetworkPath } from '../../settings/terminal-path.ts';
import { fileFaults } from '../node/file-faults.ts';
import { leadsToPatients } from '../node/open-file.ts';
import { untilAborted } from '../waiting.ts';
import type { Clipboard, Commands, Documents } from '../ports.ts';
import { askJson, askText, callOf, jsonOf } from './ask.ts';
import { openDocumentLineSchema, setClipboardLineSchema } from './powershell/script-lines.ts';

/** The clipboard over PowerShell: clip.exe garbles Japanese. The text goes there and back as base64 of UTF-8. */
export function createClipboard({ commands }: { readonly commands: Commands }): Clipboard {
  return {
    async copy(text, signal) {
      const args = ['clipboard', Buffer.from(text, 'utf8').toString('base64')];
      const call = callOf('system', args, signal, { shownArgs: ['clipboard'], atOnce: true });
      const answer = await askJson(commands, call, setClipboardLineSchema);
      if (!answer.ok) return answer;
      const there = Buffer.from(answer.value.textBase64, 'base64').toString('utf8');
      return there === text ? ok(null) : failed(fault('unreadable', questionFaultTexts.notCopied));
    },
  };
}

/** What open-document.ps1 ends with where there is no such file. */
const ABSENT = 2;

/** Documents, opened by the terminal's own programs; none from an exchange folder, wherever its path seems to lead. */
export function createDocuments({ commands }: { readonly commands: Commands }): Documents {
  return {
    async open(path, signal) {
      // Another computer is not even asked where the path leads.
      if (isNetworkPath(path)) return failed(fileFaults.notADocument(path));
      const leadsThere = await untilAborted(leadsToPatients(path), signal, () => false);
      if (leadsThere) return failed(fileFaults.patients(path));
      // Whoever named it, in whatever file: what is a program is never started this way.
      if (!isDocumentPath(path)) return failed(fileFaults.notADocument(path));
      const answer = await askText(commands, callOf('system', ['open-document', path], signal, { atOnce: true }));
      if (!answer.ok) return answer;
      const { exitCode, text } = answer.value;
      if (exitCode === ABSENT) return failed(fileFaults.ofCode(path, 'ENOENT'));
      if (exitCode !== 0) return failed(commandFaults.exitCode('system', exitCode));
      const opened = openDocumentLineSchema.safeParse(jsonOf(text)).success;
      return opened ? ok(null) : failed(commandFaults.unreadable('system'));
    },
  };
}
