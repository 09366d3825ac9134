import { spawnSync } from 'node:child_process';
import { builtByGo } from './go-program';

type Values = Readonly<Record<string, string>>;

/** What External Secrets' engine makes of a template: its texts, or why it makes none. The operator itself does not run. */
export function renderSecret(template: Values, data: Values): Values {
  const program = builtByGo({ name: 'secret-template', package: '.' });
  const { status, stdout, stderr } = spawnSync(program, {
    input: JSON.stringify({ template, data }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
