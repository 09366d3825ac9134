import { AsyncLocalStorage } from 'node:async_hooks';

test('what a test file of this process left on is switched off before the next one', () => {
  const left = new AsyncLocalStorage<string>();
  left.run('on', () => {
    expect(left.getStore()).toBe('on');
    jest.isolateModules(() => require('./former-test-files'));
    expect(left.getStore()).toBeUndefined();
  });
});
