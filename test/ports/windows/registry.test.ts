import { describe, expect, it } from 'vitest';
import { dwordOf, findValue, parseRegistry, pathsOf, queryRegistry } from '../../../src/ports/windows/registry.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, programAnswer, signal } from './fixtures.ts';

const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power';

async function ask(run: RunAnswer) {
  const args = ['query', KEY, '/v', 'HiberbootEnabled', '/reg:64'];
  const commands = createFakeCommands([{ program: 'registry', args, run, times: 1 }]);
  const answer = await queryRegistry(commands, { key: KEY, name: 'HiberbootEnabled' }, signal);
  commands.verify();
  return answer;
}

describe('queryRegistry', () => {
  it('gives the keys that reg.exe prints', async () => {
    const answer = await ask({ stdout: programAnswer('reg-hiberboot-on.txt') });
    expect(answer).toMatchObject({ ok: true, value: [{ key: expect.any(String) as unknown }] });
  });

  it('takes exit code 1 as "nothing there, or no rights"', async () => {
    expect(await ask({ exitCode: 1 })).toEqual({ ok: true, value: null });
  });

  it.each([
    ['nothing at all, as a stub prints', ''],
    ['an empty line', '\r\n'],
    ['bytes in no encoding', garbage],
    ['words', 'Hello\r\n'],
    ['another key', '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Other\r\n'],
  ])('is unreadable when it prints %s with exit code 0', async (_, stdout) => {
    expect(await ask({ stdout })).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
  });

  it.each([
    [5, 'denied'],
    [2, 'failed'],
  ])('turns exit code %d into a fault', async (exitCode, code) => {
    expect(await ask({ exitCode })).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('parseRegistry', () => {
  it('reads values of every type and the names of subkeys', () => {
    const text = new TextDecoder('shift_jis').decode(programAnswer('reg-session-manager.txt'));
    const keys = parseRegistry(text);
    expect(keys?.map((found) => [found.key.split('\\').at(-1), found.values.length])).toEqual([
      ['Session Manager', 3],
      ['Power', 0],
      ['Memory Management', 0],
    ]);
    expect(keys?.[0]?.values[2]).toEqual({ name: '(既定)', type: 'REG_SZ', data: '' });
  });

  it('keeps spaces within names and data', () => {
    const [key] = parseRegistry('HKEY_CURRENT_USER\\A B\r\n    my value    REG_SZ    two  words    more\r\n') ?? [];
    expect(key?.values).toEqual([{ name: 'my value', type: 'REG_SZ', data: 'two  words    more' }]);
  });

  it('finds keys and values whatever their case, by their short name too', () => {
    const keys = parseRegistry('HKEY_LOCAL_MACHINE\\Software\\X\n    Name    REG_DWORD    0xff\n') ?? [];
    expect(findValue(keys, 'hklm\\SOFTWARE\\x', 'NAME')).toMatchObject({ data: '0xff' });
    expect(findValue(keys, 'HKLM\\SOFTWARE', 'Name')).toBeNull();
  });
});

describe('values', () => {
  it.each([
    ['REG_DWORD', '0x0', 0],
    ['REG_DWORD', '0xFFFFFFFF', 0xffff_ffff],
    ['REG_DWORD', '1', null],
    ['REG_DWORD', '', null],
    ['REG_SZ', '0x1', null],
  ])('reads %s %j as %j', (type, data, expected) => {
    expect(dwordOf({ name: 'x', type, data })).toBe(expected);
  });

  it.each([
    ['C:\\OQS\\a\\0D:\\b', ['C:\\OQS\\a', 'D:\\b']],
    ['\\??\\C:\\a\\0\\0\\??\\C:\\b\\0\\0', ['\\??\\C:\\a', '\\??\\C:\\b']],
    ['\\??\\C:\\a\\0!\\??\\C:\\b\\0*1\\??\\C:\\c', ['\\??\\C:\\a', '!\\??\\C:\\b', '*1\\??\\C:\\c']],
    ['\\??\\C:\\OQS\\001.tmp\\0\\??\\C:\\x', ['\\??\\C:\\OQS\\001.tmp', '\\??\\C:\\x']],
    ['', []],
  ])('takes the paths of %j apart', (data, expected) => {
    expect(pathsOf({ name: 'x', type: 'REG_MULTI_SZ', data })).toEqual(expected);
  });
});
