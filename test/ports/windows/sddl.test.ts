import { describe, expect, it } from 'vitest';
import { isAccount, isSystem, readRights } from '../../../src/ports/windows/sddl.ts';

const US = 'S-1-5-21-1004336348-1177238915-682003330-1001';
const OTHER = 'S-1-5-21-1004336348-1177238915-682003330-1002';
const ours = (sid: string): boolean => sid === US || isSystem(sid);
const others = (sddl: string, kind: 'file' | 'folder' = 'file') => readRights(sddl, kind)?.others(ours);

/** What a file in %ProgramData% inherits: system and administrators all, its maker all, users read. */
const ordinary = (owner: string): string =>
  `O:${owner}G:S-1-5-21-1004336348-1177238915-682003330-513D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${owner})(A;ID;0x1200a9;;;BU)`;
/** And a folder there: users may also make new files in it. */
const ordinaryFolder = (owner: string): string =>
  `O:${owner}G:DUD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;ID;FA;;;${owner})(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)`;

/** What the data folder of all users gives to all that is in it. */
const dataFolder = '(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)(A;OICI;0x1200a9;;;BU)';

describe('who else may write', () => {
  it.each<[string, string, ReturnType<typeof others>]>([
    ['an ordinary file', ordinary(US), 'none'],
    ["an administrator's file", ordinary('BA'), 'none'],
    ["another user's file: nobody but that user", ordinary(OTHER), 'none'],
    ['users by letters', `O:${US}D:(A;;FRFW;;;BU)`, 'write'],
    ['everybody by all rights', `O:${US}D:(A;;FA;;;WD)`, 'write'],
    ['everybody by generic rights', `O:${US}D:(A;;GA;;;WD)`, 'write'],
    ['everybody by the right to change the rights', `O:${US}D:(A;;FRWD;;;WD)`, 'write'],
    ['everybody by the right to take it', `O:${US}D:(A;;FRWO;;;WD)`, 'write'],
    ['signed-in users by a number', `O:${US}D:(A;;0x1301bf;;;AU)`, 'write'],
    ['one other user', `O:${US}D:(A;;FA;;;${OTHER})`, 'write'],
    ['under a condition', `O:${US}D:(XA;;FA;;;WD;(@User.a==(1)))`, 'unknown'],
    ['readers', `O:${US}D:(A;;FR;;;WD)(A;;0x1200a9;;;BU)`, 'none'],
    ['whoever is forbidden', `O:${US}D:(D;;FA;;;WD)`, 'none'],
    ['what is only inherited', `O:${US}D:(A;OICIIO;FA;;;WD)`, 'none'],
    ['the owner as such', `O:${US}D:(A;;FA;;;OW)(A;;FA;;;CO)`, 'none'],
    ['an empty list: nobody at all', `O:${US}D:P`, 'none'],
    ['no list: everybody', `O:${US}D:NO_ACCESS_CONTROL`, 'write'],
    ['a list that was not told', `O:${US}G:BA`, 'unknown'],
    ['letters that are not known', `O:${US}D:(A;;ZZ;;;WD)`, 'unknown'],
    ['half a list', `O:${US}D:(A;;FA;;;SY)(A;;FA`, 'unknown'],
    ['with what is audited behind it', `O:${US}D:(A;;FA;;;SY)S:(AU;SAFA;FA;;;WD)`, 'none'],
  ])('%s', (_, sddl, expected) => {
    expect(others(sddl)).toBe(expected);
  });

  it.each<[string, string, ReturnType<typeof others>]>([
    ['an ordinary one', ordinaryFolder(US), 'none'],
    ["another user's ordinary one: in it each owns what is its own", ordinaryFolder(OTHER), 'none'],
    ['users may modify', `O:${US}D:(A;OICI;0x1301bf;;;BU)`, 'write'],
    ['users may delete what is in it', `O:${US}D:(A;;DT;;;BU)`, 'write'],
    ['everybody may do everything', `O:${US}D:(A;OICI;FA;;;WD)`, 'write'],
    ['the data folder of all users', `O:BAG:DUD:PAI${dataFolder}(A;;DC;;;AU)`, 'none'],
    ['the folder in it for files of all users', `O:BAG:DUD:AI(A;;DC;;;AU)(A;OIIO;0x1301bf;;;BU)${dataFolder}`, 'none'],
  ])('in a folder: %s', (_, sddl, expected) => {
    expect(others(sddl, 'folder')).toBe(expected);
  });

  it.each(['', 'garbage', 'O:', 'D:(A;;FA;;;WD)', 'O:xyG:BA'])('%j is no answer', (sddl) => {
    expect(readRights(sddl, 'file')).toBeNull();
  });
});

describe('whose a SID is', () => {
  it.each(['SY', 'S-1-5-18', 'BA', 'S-1-5-32-544', 'LA', 'S-1-5-21-1-2-3-500'])('%s is of the system', (sid) => {
    expect(isSystem(sid)).toBe(true);
  });
  it.each(['WD', 'BU', 'AU', US, 'S-1-5-32-545', 'S-1-1-0', 'S-1-5-21-1-2-3-1500', 'S-1-5-21-1-2-3-501'])(
    '%s is not',
    (sid) => {
      expect(isSystem(sid)).toBe(false);
    },
  );
  it('an account is no group of everybody', () => {
    expect([US, 'WD', 'S-1-1-0', 'S-1-5-21-1-2-3-513', 'BU'].map(isAccount)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
