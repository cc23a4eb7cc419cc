import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import { errorCode, fileTroubleOf } from '../../domain/system-error.ts';
import { nearest } from '../../text/nearest.ts';
import { foundNow, textNow } from '../node/if-there.ts';
import { parseScenario, unreadableScenario, type Scenario } from './scenario-schema.ts';
import { simulatorTexts } from './simulator.ja.ts';

/** The built-in scenario that stands for none given. */
export const DEFAULT_SCENARIO = 'outdated-morning';

/** A folder with a `scenario.json`. */
export interface ScenarioFolder {
  readonly name: string;
  readonly folder: string;
}

/** The built-in scenarios of a folder of scenarios, by name. Throws InputError where one of them is no scenario. */
export function listScenarios(scenariosDir: string): readonly { readonly name: string; readonly title: string }[] {
  return namesIn(scenariosDir).map((name) => {
    const { title } = readScenario(join(scenariosDir, name));
    return { name, title: title === '' ? simulatorTexts.untitled : title };
  });
}

/**
 * The scenario that the operator means: a built-in name first, else a folder. Throws InputError that lists the names,
 * and one that says why where the folder cannot be looked at.
 */
export function findScenario(wanted: string, scenariosDir: string): ScenarioFolder {
  const builtIn = namesIn(scenariosDir);
  if (builtIn.includes(wanted)) return { name: wanted, folder: join(scenariosDir, wanted) };
  if (wanted !== '' && hasScenario(wanted)) return { name: basename(resolve(wanted)), folder: resolve(wanted) };
  throw new InputError({
    code: 'no-scenario',
    message: simulatorTexts.noScenario(wanted, nearest(wanted, builtIn)),
    where: wanted,
    remedy: simulatorTexts.chooseScenario(builtIn),
  });
}

/** Reads a folder's `scenario.json`. Throws InputError. */
export function readScenario(folder: string): Scenario {
  const file = join(folder, 'scenario.json');
  let content: string;
  try {
    content = textNow(file);
  } catch (error) {
    throw unreadableScenario(file, error);
  }
  return parseScenario(content, file);
}

function namesIn(scenariosDir: string): readonly string[] {
  if (!statSync(scenariosDir, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(scenariosDir)
    .filter((name) => hasScenario(join(scenariosDir, name)))
    .sort();
}

function hasScenario(folder: string): boolean {
  const file = join(folder, 'scenario.json');
  try {
    return foundNow(file) !== null;
  } catch (error) {
    // In a file there is none.
    if (fileTroubleOf(errorCode(error)) === 'not-a-folder') return false;
    throw unreadableScenario(file, error);
  }
}
