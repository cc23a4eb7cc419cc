import type { Terminal } from '../../src/commands/run.ts';
import { fakeTrust } from '../fakes/trust.ts';

/** A real terminal that is kept, with its data in this folder. */
export function terminalIn(dataDir: string, connect: Terminal['connect']): Terminal {
  return {
    connect,
    dataDir,
    trust: fakeTrust(),
    programFolder: '',
    hostPath: (path) => path,
    offsetMinutes: 540,
    label: null,
    isKept: true,
    note: null,
    restartDelaySeconds: 60,
    expectQuestions: () => undefined,
    deliverIn: () => undefined,
  };
}
