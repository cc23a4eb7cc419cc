import { describe, expect, it } from 'vitest';
import { open } from './built.ts';

describe('a window that is made smaller and larger again', () => {
  it('shows the whole screen, even where nobody told the program of a new size', async () => {
    await using program = open('--simulate', 'outdated-morning');
    await program.waitFor('問題のない点検');
    const whole = program.terminal.screen();
    // While it is held, so that it is told of both at once and finds the size that it had.
    program.kill('SIGSTOP');
    program.resize(57, 9);
    program.resize(80, 24);
    program.kill('SIGCONT');
    const back = await program.waitFor(({ screen }) => screen.slice(1).join('\n') === whole.slice(1).join('\n'));
    expect(back.screen[0]).toContain('oqs-console 状態');
  });
});
