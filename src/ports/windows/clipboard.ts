import { failed, ok } from '../../domain/fault.ts';
import { questionFaultTexts } from '../faults.ja.ts';
import { fault } from '../command-faults.ts';
import type { Clipboard, Commands } from '../ports.ts';
import { SLOW_ANSWER_MS, askJson } from './ask.ts';
import { setClipboardLineSchema } from './powershell/script-lines.ts';

/** The clipboard over PowerShell: clip.exe garbles Japanese. The text goes there and back as base64 of UTF-8. */
export function createClipboard(options: { readonly commands: Commands }): Clipboard {
  return {
    async copy(text, signal) {
      const call = {
        program: 'system',
        args: ['clipboard', Buffer.from(text, 'utf8').toString('base64')],
        shownArgs: ['clipboard'],
        timeoutMs: SLOW_ANSWER_MS,
        signal,
        atOnce: true,
      } as const;
      const answer = await askJson(options.commands, call, setClipboardLineSchema);
      if (!answer.ok) return answer;
      const there = Buffer.from(answer.value.textBase64, 'base64').toString('utf8');
      return there === text ? ok(null) : failed(fault('unreadable', questionFaultTexts.notCopied));
    },
  };
}
