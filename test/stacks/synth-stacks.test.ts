import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { synthStacks } from '../../stacks/synth-stacks';
import { terraformApp } from '../../stacks/terraform-app';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const resolved = resolve(changed<Description>(small, { 'clusters.main': mskCluster }));
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-stacks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stack = (name: string) => readFileSync(join(folder, name, 'stacks', 'test-main', 'cdk.tf.json'), 'utf8');

test('stacks are those of the app, without what cdktf notes of each token', () => {
  terraformApp([resolved], { folder: join(folder, 'app') }).synth();
  synthStacks([resolved], { folder: join(folder, 'written') });
  expect(stack('written')).toBe(stack('app'));
});

test('what is thrown meanwhile says where, and afterwards everything is as it was', () => {
  const capture = Error.captureStackTrace;
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function whereItWent() {
    throw new Error('no place on the disk');
  });
  try {
    synthStacks([resolved], { folder: join(folder, 'thrown') });
    throw new Error('nothing was thrown');
  } catch (error) {
    expect((error as Error).message).toBe('no place on the disk');
    expect((error as Error).stack).toContain('whereItWent');
  } finally {
    synth.mockRestore();
  }
  expect(Error.captureStackTrace).toBe(capture);
});
