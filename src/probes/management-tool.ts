import type { ToolLocation } from '../ports/ports.ts';
import { toolTexts as texts } from './checks.ja.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe } from './probe.ts';

const guide = {
  warn: 'tool-cannot-open',
  fail: 'tool-not-installed',
  unknown: 'check-unknown',
};

/** 「配信アプリケーション管理ツール」: installed, and a known way to open it. */
export const managementTool: Probe<ToolLocation> = {
  id: 'management-tool',
  guide,

  gather(ports, _context, signal) {
    return ports.tool.locate(signal);
  },

  judge({ installed, canOpen }) {
    const findings: readonly Finding[] = !installed
      ? [{ status: 'fail', ...texts.missing }]
      : canOpen !== true
        ? [{ status: 'warn', ...texts.cannotOpen }]
        : [];
    return conclude(guide, findings, texts.ok, { installed, canOpen });
  },
};
