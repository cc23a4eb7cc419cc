import { describe, expect, it } from 'vitest';
import { componentIds } from '../../../src/domain/facts.ts';
import { componentName, componentsOf } from '../../../src/domain/notice/components.ts';
import { connection, january } from './builders.ts';

describe('the components under a notice', () => {
  it('are the four of every terminal, then its own', () => {
    expect(componentsOf(january).map(({ id }) => id)).toEqual(componentIds);
    expect(componentsOf(connection).slice(4)).toMatchObject([{ id: 'browser-extension', name: 'ブラウザ拡張機能' }]);
  });

  it('have their names; one of another notice has its id', () => {
    expect(componentName(connection, 'browser-extension')).toBe('ブラウザ拡張機能');
    expect(componentName(connection, 'link-app')).toBe('連携アプリケーション');
    expect(componentName(january, 'browser-extension')).toBe('browser-extension');
  });
});
