import { stringify } from 'yaml';
import { releaseOf } from '../../../model/release';
import { Failure } from '../../../workflows/failure';
import { loadCompiled } from '../../../workflows/load/compiled';
import { type PromoteProps, promote } from '../../../workflows/promote/promote';
import { small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

export const today = '2026-11-21';
export const { platform, clusters } = small;
export const environment = (name: string, more: object = {}) =>
  stringify({ name, platform: 'platform.yaml', clusters, ...more });
export const release = releaseOf(platform);
export const releaseFile = `environments/releases/${release.id}.json`;
export const files = {
  'environments/platform.yaml': stringify(platform),
  'environments/dev.yaml': environment('dev'),
  'environments/staging.yaml': environment('staging', { promotesFrom: 'dev' }),
  [releaseFile]: JSON.stringify(release.platform, null, 2),
  'environments/pins.json': JSON.stringify({ staging: { release: release.id, earlier: [] } }),
};
export const busier = stringify({
  ...platform,
  applications: { ...platform.applications, shop: { ...platform.applications.shop, instances: 2 } },
});
export const told = (more: Record<string, string>, names: string[] = []) =>
  loadCompiled({ folder: projectWith({ ...files, ...more }), names, today }).problems.map(
    ({ code, file, path, problem, fix }) => `${code} ${file} ${path}: ${problem}; ${fix}`,
  );
export const promotes = (more: Record<string, string>, props: Partial<PromoteProps> = {}) =>
  promote({ folder: projectWith({ ...files, ...more }), from: 'dev', to: 'staging', today, ...props });
export const failureOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return { what: error.message, fix: error.details.fix, exit: error.exit };
    throw error;
  }
  throw new Error('nothing failed');
};
