import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { toIso } from '../../../domain/time.ts';
import { toolTexts } from '../simulator.ja.ts';
import { readTextIfThere } from '../state-file.ts';
import { workdirFiles } from '../workdir.ts';
import type { ProgramContext } from './program-context.ts';

/** Notes a press of 「今すぐダウンロード」 in the tool's own log, flushed before the tool does anything. */
export function logPress(context: ProgramContext, byHand: boolean): void {
  const path = workdirFiles(context.workdir).toolLog;
  const press = (readTextIfThere(path) ?? '').split('\n').filter((line) => line !== '').length + 1;
  const entry = {
    at: toIso(context.now(), context.spec.offsetMinutes),
    press,
    button: toolTexts.button,
    ...(byHand ? { byHand } : {}),
  };
  const file = openSync(path, 'a');
  try {
    writeSync(file, `${JSON.stringify(entry)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
