import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { terraformApp } from '../../stacks/terraform-app';
import { namespace } from '../backends/event-hubs/namespace';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

/** Of two teams one reads what the other writes. */
const teams = (cluster: Description['clusters'][string], changes: Readonly<Record<string, unknown>> = {}) =>
  resolve(
    changed<Description>(small, {
      'clusters.main': cluster,
      'platform.owners.accounts': { contact: 'accounts@example.com', page: 'accounts' },
      'platform.topics[accounts.closed]': { owner: 'accounts' },
      'platform.applications.closing': {
        owner: 'accounts',
        consumes: { 'orders.created': {} },
        produces: { 'accounts.closed': {} },
      },
      ...changes,
    }),
  );

function dependencies(resolved: Resolved): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-test-'));
  try {
    terraformApp([resolved], { folder }).synth();
    const { stacks } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return Object.fromEntries(Object.keys(stacks).map((name) => [name, stacks[name].dependencies]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('where access is granted on a topic, the stack that makes it comes before those that use it', () => {
  expect(dependencies(teams(namespace))).toEqual({
    'test-main': [],
    'test-main-accounts': ['test-main', 'test-main-orders'],
    'test-main-orders': ['test-main'],
  });
});

test('teams that use topics of each other do not wait in a circle, and the same one always waits', () => {
  const circle = () =>
    dependencies(
      teams(namespace, { 'platform.applications.shop.consumes': { 'accounts.closed': { deadLetter: {} } } }),
    );
  expect(circle()).toEqual({
    'test-main': [],
    'test-main-accounts': ['test-main', 'test-main-orders'],
    'test-main-orders': ['test-main'],
  });
  expect(circle()).toEqual(circle());
});

test('where access is granted by a name, no team waits for another', () => {
  expect(dependencies(teams({ backend: 'kafka' }))).toEqual({ 'test-main-accounts': [], 'test-main-orders': [] });
});
