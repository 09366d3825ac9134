import { dev } from '../../../environments/dev';
import { local } from '../../../environments/local';
import { staging } from '../../../environments/staging';
import { requireDeployable } from '../../../workflows/deploy/deployable';
import { resolve } from '../../support/describe';

test('stacks whose state is on this machine are deployed', () => {
  expect(() => requireDeployable(resolve(local), 'kafka-kit synth local')).not.toThrow();
});

test('Kubernetes objects are not, and the failure names what applies them', () => {
  expect(() => requireDeployable(resolve(dev), 'kafka-kit synth dev --file dev.ts')).toThrow(
    expect.objectContaining({
      message: "deploy does not apply Kubernetes objects yet: 'main', 'standby'",
      details: expect.objectContaining({
        fix: expect.stringMatching(
          /^kafka-kit synth dev --file dev\.ts, .*kubectl apply --server-side -k out\/dev\/kubernetes$/,
        ),
      }),
    }),
  );
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
