import { codeReadings, codeTexts as texts } from './code.ja.ts';
import { checkNames, componentNames } from '../domain/names.ja.ts';
import { stepTitles, verdictTexts } from '../domain/procedure/steps.ja.ts';
import type { CodeFacts } from './code-facts.ts';
import { componentAt } from './code-format.ts';
import type { CodeVersion } from './code-version.ts';

/** What a code says, one fact a line. */
export function codeInWords(facts: CodeFacts): readonly string[] {
  const { verdict, step, check, rule, component, installed, head } = facts;
  const builtIn = componentAt(component);
  const name = builtIn === null ? texts.component(component + 1) : componentNames[builtIn];
  return [
    texts.verdict(`${verdictTexts[verdict].mark} ${verdictTexts[verdict].word}`),
    texts.version(name, versionInWords(installed)),
    texts.step(stepTitles[step]),
    ...(check === null ? [] : [texts.check(checkNames[check])]),
    texts.rule(rule),
    ...(head === null ? [] : [texts.head(head)]),
  ];
}

function versionInWords(installed: CodeVersion): string {
  switch (installed.type) {
    case 'version':
      return installed.version;
    case 'unknown':
      return texts.unknownVersion;
    case 'other':
      return texts.otherVersion;
  }
}

/** How the code is read out: for each group the kana of its characters, with a word for those that sound like another. */
export function codeReading(code: string): readonly (readonly string[])[] {
  return code.split('-').map((group) =>
    Array.from(group, (character) => {
      const reading = codeReadings[character];
      return reading ? texts.reading(reading.kana, reading.word) : character;
    }),
  );
}
