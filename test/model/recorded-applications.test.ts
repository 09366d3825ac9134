import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

describe('applications that were not recorded', () => {
  const told = (changes: Readonly<Record<string, unknown>>) =>
    compileDescription(
      changed<unknown>(small, {
        kubernetes: {},
        'clusters.main': { backend: 'strimzi' },
        disposable: true,
        ...changes,
      }),
    )
      .problems.filter(({ code }) => code === 'KFK-I006')
      .map(({ problem, fix }) => ({ problem, fix }));

  test('are told where a GitOps controller would leave them their access, also in what may be thrown away', () => {
    expect(told({ delivery: 'gitops' })).toEqual([
      {
        problem: expect.stringMatching(
          /lacks 2 .* nobody would be warned when it leaves, and who leaves would keep access: billing, shop$/,
        ),
        // synth does not look at what was written before.
        fix: expect.stringMatching(/^kafka-kit deploy test, and commit /),
      },
    ]);
  });

  test('are recorded by synth where deploy would not reach the state of a stack', () => {
    const state = { backend: 's3', bucket: 'state', region: 'eu-west-1' };
    const elsewhere = { 'clusters.legacy': { backend: 'kafka' }, state };
    const on = Object.fromEntries(
      ['topics[orders.created]', 'applications.shop', 'applications.billing'].map((noun) => [
        `platform.${noun}.cluster`,
        'main',
      ]),
    );
    expect(told({ delivery: 'gitops', ...elsewhere, ...on })[0]?.fix).toMatch(/^kafka-kit synth test --record, /);
  });

  test('are not where deploy itself deletes them', () => {
    expect(told({})).toEqual([]);
  });
});
