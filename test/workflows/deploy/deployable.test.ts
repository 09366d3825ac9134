import { dev } from '../../../environments/dev';
import { local } from '../../../environments/local';
import { staging } from '../../../environments/staging';
import { requireApplied, requireDeployable } from '../../../workflows/deploy/deployable';
import { resolve } from '../../support/describe';

test('stacks whose state is on this machine are deployed', () => {
  expect(() => requireDeployable(resolve(local), 'kafka-kit synth local')).not.toThrow();
});

test('so are Kubernetes objects, wherever Terraform would keep its state', () => {
  expect(() => requireDeployable(resolve(dev), 'kafka-kit synth dev')).not.toThrow();
  const elsewhere = { ...dev, state: { backend: 's3', bucket: 'kit-state', region: 'eu-west-1' } } as const;
  expect(() => requireDeployable(resolve(elsewhere), 'kafka-kit synth dev')).not.toThrow();
});

describe('where a GitOps controller applies objects', () => {
  const { gitops: _, ...applied } = { ...dev, delivery: 'apply' } as const;

  test.each([{ context: 'a' }, { forceConflicts: true }, { wait: 600 }])(
    '%j is refused, and says what to do',
    (options) => {
      expect(() => requireApplied(resolve(dev), options)).toThrow(
        expect.objectContaining({
          exit: 2,
          details: expect.objectContaining({ fix: expect.stringContaining('commit what is written: out/dev') }),
        }),
      );
      expect(() => requireApplied(resolve(applied), options)).not.toThrow();
    },
  );

  test('a deploy that only writes what is committed is not', () => {
    expect(() => requireApplied(resolve(dev), {})).not.toThrow();
  });
});

test('stacks whose state is elsewhere are not, and the failure names the command that does', () => {
  expect(() => requireDeployable(resolve(staging), 'kafka-kit synth staging')).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("that of 'staging' is in s3"),
      details: expect.objectContaining({
        fix: expect.stringContaining("KAFKA_KIT_ENVIRONMENTS=staging npx cdktf deploy '*'"),
      }),
    }),
  );
});
