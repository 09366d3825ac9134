import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Project, succeed } from '../support/project';

const root = resolve(__dirname, '..', '..');
const project = new Project();
const state = join(tmpdir(), `kafka-kit-demo-${process.pid}`);

afterAll(() => {
  rmSync(state, { recursive: true, force: true });
  project.remove();
});

test('the demo ends with what it proved, and leaves nothing running', () => {
  const { stdout } = succeed(
    project.run('bash', ['-c', `cd "${root}" && exec "${process.execPath}" dist/demo.js`], { KAFKA_KIT_STATE: state }),
  );
  expect(stdout).toMatch(/deploy +4 of 4 stacks changed/);
  expect(stdout).toMatch(/deploy again +no changes/);
  expect(stdout).toMatch(/orders +5 sent; 4 paid, 4 shipped, 4 customers told/);
  expect(stdout).toMatch(/poison order +1 in orders\.created\.payment-service\.dlq after 3 attempts/);
  expect(stdout).toMatch(/access +\d+ questions as 5 applications: \d+ allowed, as the flows say; \d+ denied/);
  expect(project.run('pgrep', ['-f', state]).stdout).toBe('');
}, 600_000);
