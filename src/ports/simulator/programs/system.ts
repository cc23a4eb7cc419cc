import { toIso } from '../../../core/time.ts';
import { asciiJsonLine } from './ascii-json.ts';
import type { Program } from './program-context.ts';

/** `report`: what one process tells about the machine, as one line of JSON. */
export const systemProgram: Program = (context) => {
  if (context.args[0] !== 'report') return 87;
  const { spec, machine } = context;
  const report = {
    name: spec.terminal.name,
    os: spec.terminal.os,
    bootedAt: machine.bootedAt === null ? null : toIso(machine.bootedAt, spec.offsetMinutes),
    lastBootKind: machine.lastBootKind,
    session: spec.session,
    freeBytes: spec.freeBytes,
    readerConnected: spec.reader?.connected ?? null,
  };
  context.write(asciiJsonLine(report));
  return 0;
};
