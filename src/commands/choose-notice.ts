import type { ComponentReading, Decision } from '../domain/facts.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import { limitSignal } from '../domain/limit.ts';
import { inForce, type Candidate } from '../domain/notice/in-force.ts';
import { decide } from '../domain/procedure/decide.ts';
import type { Instant } from '../domain/time.ts';
import { worstOf, targetsIn } from '../domain/versions/component-status.ts';
import { historyOf } from '../journal/history.ts';
import type { JournalEntry } from '../journal/events.ts';
import type { Ports } from '../ports/ports.ts';
import { readVersions } from '../probes/survey.ts';
import type { Settings } from '../settings/schema.ts';
import type { NoticeFile } from './site-place.ts';

/** What is known of the terminal before it is looked at under a notice. */
interface Before {
  readonly ports: Ports;
  readonly settings: Settings;
  /** The site's files that could not be used. */
  readonly problems: readonly InputProblem[];
  readonly entries: readonly JournalEntry[];
}

/** What is known of the present boot. */
interface Boot {
  readonly bootedAt: Instant | null;
  readonly record: number | null;
}

interface Chosen {
  readonly chosen: NoticeFile;
  /** Those that are open too, the one that is due first first. */
  readonly others: readonly NoticeFile[];
  /** Those under which nothing is left to do. */
  readonly done: readonly NoticeFile[];
}

/** Longer than any single check may take. */
const AT_MOST_MS = 60_000;

/**
 * The notice under which this run looks at the terminal, and the others that are open. Where there are several, the
 * versions are read for that: what is reached and what is done cannot be told otherwise. What does not answer in the
 * time of a check counts as not reached, so that its notice stays open.
 */
export async function chooseNotice(files: readonly [NoticeFile, ...NoticeFile[]], before: Before): Promise<Chosen> {
  const [first, ...more] = files;
  if (more.length === 0) return { chosen: first, others: [], done: [] };
  const signal = limitSignal(AT_MOST_MS);
  const candidates = await Promise.all(files.map(async (file) => candidateOf(file, before, signal)));
  const { chosen, others } = inForce(candidates, before.ports.clock.now());
  return { chosen, others, done: candidates.filter((each) => each.isDone && each !== chosen) };
}

async function candidateOf(
  file: NoticeFile,
  { ports, settings, problems, entries }: Before,
  signal: AbortSignal,
): Promise<NoticeFile & Candidate> {
  const { notice } = file;
  const history = historyOf(entries, notice.id);
  const { components, bootedAt } = await readVersions(ports, { notice, settings, problems, history }, signal);
  const now = ports.clock.now();
  const targets: readonly ComponentReading[] = targetsIn(components, notice);
  const worst = worstOf(targets);
  const isReached = worst?.status === 'ok';
  const under = ({ bootedAt, record }: Boot): Decision =>
    decide({
      now,
      readAt: now,
      notice,
      receptionHours: settings.receptionHours,
      targets,
      checks: [],
      bootedAt,
      present: { at: now, boot: { uptimeSeconds: ports.clock.uptimeSeconds(), record } },
      livingLock: null,
      history,
    });
  const decision = under({ bootedAt, record: null });
  // Whether the press has had its restart may take the boot's own mark to tell, which takes a program.
  const report = isReached && decision.rule === '1' ? await ports.machine.report(signal) : null;
  const { step } = report?.ok === true ? under(report.value) : decision;
  // Done once is done, as long as nothing shows an older version: what proved it may have lapsed.
  const isDone = step === 'all-done' || (history.isDone && worst?.status !== 'outdated');
  return { ...file, isReached, isDone };
}
