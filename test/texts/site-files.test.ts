import { expect, it } from 'vitest';
import { componentIds } from '../../src/domain/facts.ts';
import { guideFileTexts } from '../../src/guide/guide.ja.ts';
import { guideEntryTexts } from '../../src/domain/notice/notice.ja.ts';
import { inputTexts, jsonFaults } from '../../src/domain/input.ja.ts';
import { recordPathTexts } from '../../src/actions/actions.ja.ts';
import { settingsTexts } from '../../src/settings/settings.ja.ts';
import { hasAmbiguous } from '../../src/text/cells.ts';
import { cp932Characters } from '../guide/cp932.ts';

const { notice, where, reason, remedy } = settingsTexts.problem;
const texts = JSON.stringify([
  guideEntryTexts,
  guideFileTexts,
  guideFileTexts.repeated('a'),
  inputTexts,
  inputTexts.more(2),
  inputTexts.notJson('a'),
  inputTexts.atPlace(1, 2, 'a'),
  jsonFaults,
  recordPathTexts,
  recordPathTexts.byName('a'),
  recordPathTexts.path('a'),
  recordPathTexts.learned('a'),
  componentIds.map((id) => recordPathTexts.version(id, '5.1.0')),
  settingsTexts.blocked.badFile('a'),
  settingsTexts.notSaved('a'),
  [...Object.values(notice), where, reason, remedy, settingsTexts.askTitle, settingsTexts.askOld].map((text) =>
    text('a'),
  ),
]);

it('what is said of files is in characters of one width that every terminal has', () => {
  const known = cp932Characters();
  expect(Array.from(texts).filter((char) => !known.has(char) || hasAmbiguous(char))).toEqual([]);
});
