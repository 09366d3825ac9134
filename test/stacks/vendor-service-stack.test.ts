import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformApp } from '../../stacks/terraform-app';
import { connect, replicated } from '../backends/msk/services.cases';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const placed = {
  'platform.topics[orders.created].cluster': 'main',
  'platform.applications.shop.cluster': 'main',
  'platform.applications.billing.cluster': 'main',
};

function written(description: Description) {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-test-'));
  try {
    terraformApp([resolve(description)], { folder }).synth();
    const { stacks } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      stacks: Record<string, { dependencies: string[] }>;
    };
    const text = (stack: string) => readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8');
    return {
      dependencies: Object.fromEntries(Object.entries(stacks).map(([name, { dependencies }]) => [name, dependencies])),
      texts: Object.keys(stacks).map(text).join('\n'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('connectors are applied after their cluster and all that is on it, and no stack reads the state of another', () => {
  const { dependencies, texts } = written(changed<Description>(small, connect()));
  expect(dependencies).toEqual({
    'test-main': [],
    'test-main-orders': ['test-main'],
    'test-pipeline--connect': ['test-main', 'test-main-orders'],
  });
  expect(texts).not.toContain('terraform_remote_state');
});

test('a Replicator is applied after both of its clusters', () => {
  const { dependencies } = written(changed<Description>(small, replicated(placed)));
  expect(dependencies['test-orders-standby--replicator']).toEqual(['test-standby', 'test-main', 'test-main-orders']);
});

test('a connector that was renamed keeps what the state knows of it', () => {
  const { texts } = written(
    changed<Description>(small, connect({ moves: { main: { 'pipeline-files': 'pipeline-archive' } } })),
  );
  expect(texts).toContain('"from": "aws_iam_role.pipeline-files"');
  expect(texts).toContain('"to": "aws_mskconnect_connector.pipeline-archive"');
  expect(texts).not.toContain('"from": "aws_security_group');
});
