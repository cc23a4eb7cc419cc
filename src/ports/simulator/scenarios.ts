import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import { simulatorTexts } from './simulator.ja.ts';
import { parseScenario, type Scenario } from './scenario-schema.ts';

/** The built-in scenario that stands for none given. */
export const DEFAULT_SCENARIO = 'outdated-morning';

export interface ScenarioTitle {
  readonly name: string;
  readonly title: string;
}

/** The built-in scenarios of a folder of scenarios, by name. Throws InputError where one of them is no scenario. */
export function listScenarios(scenariosDir: string): readonly ScenarioTitle[] {
  return namesIn(scenariosDir).map((name) => {
    const { title } = readScenario(join(scenariosDir, name));
    return { name, title: title === '' ? simulatorTexts.untitled : title };
  });
}

/**
 * The scenario folder that the operator means: a built-in name first, else a folder with a `scenario.json`.
 * Throws InputError that lists the names.
 */
export function findScenario(wanted: string, scenariosDir: string): { readonly name: string; readonly folder: string } {
  const builtIn = namesIn(scenariosDir);
  if (builtIn.includes(wanted)) return { name: wanted, folder: join(scenariosDir, wanted) };
  if (wanted !== '' && existsSync(join(wanted, 'scenario.json'))) {
    return { name: basename(resolve(wanted)), folder: resolve(wanted) };
  }
  throw new InputError({
    code: 'no-scenario',
    message: simulatorTexts.noScenario(wanted),
    where: wanted,
    remedy: simulatorTexts.chooseScenario(builtIn),
  });
}

/** Reads a folder's `scenario.json`. Throws InputError. */
export function readScenario(folder: string): Scenario {
  const file = join(folder, 'scenario.json');
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError({
      code: 'bad-scenario',
      message: simulatorTexts.unreadableScenario(error instanceof Error ? error.message : String(error)),
      where: file,
      remedy: simulatorTexts.mendScenario,
    });
  }
  return parseScenario(content, file);
}

function namesIn(scenariosDir: string): readonly string[] {
  if (!statSync(scenariosDir, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(scenariosDir)
    .filter((name) => existsSync(join(scenariosDir, name, 'scenario.json')))
    .sort();
}
