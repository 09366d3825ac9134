import type { Inventory } from '../../../model/inventory';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { mskCluster } from './cluster';
import { recorded } from './scale.cases';

export const described = (settings: object, more: object = {}) =>
  changed<Description>(small, { 'clusters.main': { ...mskCluster, brokers: 6, ...settings }, ...more });
const problems = (settings: object, inventory: Inventory = recorded(), more: object = {}) =>
  compileDescription(described(settings, more), { inventory }).problems;
export const codes = (settings: object, inventory?: Inventory, more?: object) =>
  problems(settings, inventory, more)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('KFK-I02'));
export const told = (code: string, settings: object, inventory?: Inventory, more?: object) =>
  problems(settings, inventory, more)
    .filter((problem) => problem.code === code)
    .map(({ path, problem, fix }) => `${path}: ${problem} | ${fix}`);
export const plan = (settings: object, inventory: Inventory = recorded(), more: object = {}) =>
  resolve(described(settings, more), { inventory }).plans.map(({ change, steps, warns = [] }) =>
    [change, ...steps, ...warns].join('\n'),
  );
