import type { Inventory } from '../../../model/inventory';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { recorded } from './recorded.cases';

export const controller = { roles: ['controller'], nodes: 3 };
/** A small description on Strimzi. */
export const described = (settings: object, more: object = {}) =>
  changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings }, ...more });
/** The plans of a description that may have errors: what `check` carries is judged apart. */
export const plansOf = (settings: object, inventory: Inventory, more: object = {}) =>
  resolve(described(settings, more), { inventory }).plans;
/** Problems of one code, with what to do. */
export const told = (code: string, settings: object, inventory: Inventory, more: object = {}) =>
  compileDescription(described(settings, more), { inventory })
    .problems.filter((problem) => problem.code === code)
    .map(({ path, problem, fix }) => `${path}: ${problem} | ${fix}`);
/** Each plan as a text. */
export const text = (settings: object, inventory = recorded(), more: object = {}) =>
  plansOf(settings, inventory, more).map(({ change, steps, warns = [] }) => [change, ...steps, ...warns].join('\n'));
