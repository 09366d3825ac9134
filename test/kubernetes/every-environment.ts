import { resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { loadCompiled } from '../../workflows/load/compiled';
import { everyAccess } from '../support/every-access';
import { everyOption } from '../support/every-option';

const root = resolve(__dirname, '..', '..');
const { environments } = loadCompiled({ folder: root, today: '2026-11-21' });

/** The environments of this repository with objects on Kubernetes, and those with what none of them says. */
export const everyEnvironment: readonly Resolved[] = [
  ...environments.flatMap(({ resolved }) => resolved ?? []),
  everyOption,
  everyAccess,
].filter(({ environment }) => environment.kubernetes);
