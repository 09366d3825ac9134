/** What is said of an operator whose last day has passed: what is left of it, and who takes that away. */
import { mskCluster } from '../backends/msk/cluster';
import { vault } from '../backends/strimzi/vault.cases';
import { changed } from '../support/change';
import { compileDescription, type Description, small } from '../support/describe';

const said = (role: string, changes: Readonly<Record<string, unknown>> = {}) =>
  compileDescription(
    changed<Description>(small, {
      operators: { oncall: { owner: 'orders', role, reason: 'INC-4711', until: '2026-11-20', namespace: 'people' } },
      ...changes,
    }),
  ).problems.filter(({ code }) => code === 'KFK-X005');

test.each<[string, string, Readonly<Record<string, unknown>>, string, string]>([
  [
    'of broken glass, that everything is open until a deploy',
    'break-glass',
    {},
    'whoever has its credential may do everything until the next deploy takes it away',
    'deploy, then remove',
  ],
  [
    'of others, that they keep what they had',
    'read-only',
    {},
    'it keeps its access until the next deploy takes it away',
    'deploy, then remove',
  ],
  [
    'where a controller applies, that somebody has to commit',
    'break-glass',
    { kubernetes: {}, 'clusters.main': { backend: 'strimzi' }, delivery: 'gitops' },
    'may do everything until somebody commits what is rendered now',
    'write the folder anew and commit it',
  ],
  [
    'where IAM has ended it, that only names are left',
    'break-glass',
    { 'clusters.main': mskCluster },
    'it may do nothing any more, and what is named after it stays until the next deploy',
    'deploy, then remove',
  ],
  [
    'where Vault has ended its certificate, what goes on',
    'break-glass',
    { kubernetes: {}, 'clusters.main': { backend: 'strimzi', authentication: ['mtls'], clientCertificates: vault } },
    'its certificate ended with that day; connections that were open stay, and what it may do, until the next deploy',
    'deploy, then remove',
  ],
  [
    'of others whose certificates Vault makes anew, that they keep what they had',
    'read-only',
    { kubernetes: {}, 'clusters.main': { backend: 'strimzi', authentication: ['mtls'], clientCertificates: vault } },
    'it keeps its access until the next deploy',
    'deploy, then remove',
  ],
  [
    'by a password on the same cluster, that nothing has ended',
    'break-glass',
    {
      'clusters.main': { ...mskCluster, authentication: ['iam', 'scram-sha-512'] },
      'operators.oncall.authentication': 'scram-sha-512',
    },
    'may do everything until the next deploy',
    'deploy, then remove',
  ],
])('it says %s', (_, role, changes, problem, fix) => {
  const [found, ...more] = said(role, changes);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    severity: 'warning',
    problem: expect.stringContaining(problem),
    fix: expect.stringContaining(fix),
  });
});
