import type { Survey } from '../domain/facts.ts';
import type { Ports } from '../ports/ports.ts';
import { isTimedOut } from '../domain/versions/component-status.ts';
import { componentVersions } from './component-versions.ts';
import { checkOf } from './probe.ts';
import { takeSurvey, type SurveyContext } from './survey.ts';

/**
 * Reads the versions once more where the notice's target was not read in time, and puts what is new in the survey's place. Where the
 * signal is aborted before they are read, the survey stays as it is. Rejects only for a bug in a probe.
 */
export async function readVersionsAgain(
  ports: Ports,
  context: SurveyContext,
  signal: AbortSignal,
  survey: Survey,
): Promise<Survey> {
  const target = survey.components.find(({ id }) => id === context.notice.target.component);
  if (!target || !isTimedOut(target) || signal.aborted) return survey;
  const again = await takeSurvey(ports, context, signal, [checkOf(componentVersions)]);
  if (signal.aborted) return survey;
  const [versions] = again.checks;
  return {
    ...survey,
    components: again.components,
    checks: survey.checks.map((check) => (check.id === versions?.id ? versions : check)),
  };
}
