import { readFileSync } from 'node:fs';
import { releases } from '../../render/gitops/operators';

const guide = readFileSync('docs/guides/gitops.md', 'utf8');

test.each(Object.entries(releases))(
  'the guide says how %s is installed',
  (name, { repository, version, definitions }) => {
    const from = definitions
      ? `\`${definitions.repository.replace('https://github.com/', '')}\` at ${definitions.tag}, \`${definitions.path}\``
      : 'none';
    expect(guide).toContain(`| \`${name}\` | \`${repository}\` | ${version} | ${from} |`);
  },
);
