import { azureProd } from '../../environments/azure-prod';
import { azureStaging } from '../../environments/azure-staging';
import { changed } from '../support/change';
import { compileDescription, resolve } from '../support/describe';

const environments = [
  ['azure-staging', azureStaging],
  ['azure-prod', azureProd],
] as const;
const premium = 'clusters.main.tier';
const errorsOf = (description: unknown, changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed(description, changes)).problems.filter(({ severity }) => severity === 'error');

describe.each(environments)('%s', (name, environment) => {
  test('is without a problem, and of the reference platform every application has its hubs', () => {
    expect(compileDescription(environment).problems.filter(({ code }) => !/^KFK-(P|I006)/.test(code))).toEqual([]);
    const resolved = resolve(environment);
    expect(resolved.environment.name).toBe(name);
    expect([...resolved.applications.keys()]).toEqual(Object.keys(environment.platform.applications ?? {}).sort());
  });

  test.each(['transactions', 'streams'] as const)('is refused without the written acceptance of %s', (feature) => {
    const errors = errorsOf(environment, { [`accepts.${feature}`]: undefined });
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['KFK-C001']));
    for (const { problem, fix } of errors) {
      expect(problem).toContain(`${feature} is only a preview on 'main'`);
      expect(problem).toContain('https://learn.microsoft.com/');
      expect(fix).toContain(`accepts: { ${feature}: { reason, owner, until } }`);
    }
    expect(errors.map(({ path }) => path)).toContain(
      feature === 'streams'
        ? "applications['revenue-stream'].streams"
        : "applications['payment-service'].transactional",
    );
  });

  test('is refused when an acceptance has no reason, or ended', () => {
    const codes = (changes: Readonly<Record<string, unknown>>) =>
      errorsOf(environment, changes).map(({ code, path }) => [code, path]);
    expect(codes({ 'accepts.streams.reason': ' ' })).toEqual([['KFK-E005', 'accepts.streams.reason']]);
    expect(codes({ 'accepts.streams.until': '2026-11-20' })).toEqual([['KFK-E005', 'accepts.streams.until']]);
  });

  test('is refused on standard, though the previews are accepted, with what to use instead', () => {
    const errors = errorsOf(environment, { [premium]: 'standard' });
    for (const feature of ['transactions', 'streams'])
      expect(errors).toContainEqual(
        expect.objectContaining({
          code: 'KFK-C001',
          problem: expect.stringContaining(`'main' has no ${feature} on standard`),
          fix: expect.stringContaining("use tier: 'premium'"),
        }),
      );
    // The longest retention of the platform is ninety days.
    expect(errors).toContainEqual(
      expect.objectContaining({
        code: 'KFK-L206',
        path: "topics['orders.paid'].retention",
        problem: expect.stringMatching(/720 hours of retention are more than 168 of standard: https:/),
      }),
    );
  });

  test('with units that nobody sells is told so, and of no limit below nothing', () => {
    const told = errorsOf(environment, { 'clusters.main.units': -1 });
    expect(told.map(({ code }) => code)).toContain('KFK-K202');
    expect(JSON.stringify(told)).not.toContain('at or below -');
  });

  test('accepts for less than a year, and nothing that it does not use', () => {
    expect(Object.keys(environment.accepts ?? {}).sort()).toEqual(['streams', 'transactions']);
    for (const { until } of Object.values(environment.accepts ?? {})) expect(until < '2027-11-21').toBe(true);
  });
});
