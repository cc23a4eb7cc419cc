import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { programIds } from '../../src/ports/ports.ts';
import { commandFaultTexts, fileFaultTexts, questionFaultTexts, type FaultText } from '../../src/ports/faults.ja.ts';
import { cp932Characters } from '../guide/cp932.ts';

const path = 'C:\\OQS\\a.txt';
const texts: readonly FaultText[] = [
  ...programIds.flatMap((program) => [
    commandFaultTexts.notOffered(program),
    commandFaultTexts.absent(program, path),
    commandFaultTexts.denied(program),
    commandFaultTexts.timedOut(program, 5_000),
    commandFaultTexts.silent(program, 600_000),
    commandFaultTexts.cancelled(program),
    commandFaultTexts.crashed(program, 'SIGKILL'),
    commandFaultTexts.tooMuch(program),
    commandFaultTexts.notStarted(program, 'EMFILE'),
    commandFaultTexts.exitCode(program, 1),
    commandFaultTexts.unreadable(program),
  ]),
  questionFaultTexts.taskHidden('OQS_exec_distroappstart'),
  fileFaultTexts.absent(path),
  fileFaultTexts.denied(path),
  fileFaultTexts.busy(path),
  fileFaultTexts.tooLarge(path, 3_000_000, 2_000_000),
  fileFaultTexts.notAFile(path),
  fileFaultTexts.cancelled(path),
  fileFaultTexts.failed(path, 'EIO'),
];

describe('texts of faults', () => {
  it('say what happened and what to do, each in whole sentences', () => {
    for (const { headline, tryNext } of texts) {
      expect(headline).not.toBe('');
      expect(tryNext).toMatch(/ください。$/);
    }
  });

  it('use only characters that the console of the terminal can show, of one width everywhere', () => {
    const known = cp932Characters();
    const used = new Set(texts.flatMap(({ headline, tryNext }) => Array.from(headline + tryNext)));
    const odd = [...used].filter(
      (char) =>
        !(/^[ -~]$/.test(char) || known.has(char)) ||
        stringWidth(char) !== stringWidth(char, { ambiguousIsNarrow: false }),
    );
    expect(odd).toEqual([]);
  });
});
