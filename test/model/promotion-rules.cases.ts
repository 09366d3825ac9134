import type { ReleaseState } from '../../model/promotion';

/** A project: who promotes from whom, what is pinned, and what became of each release. */
export interface Project {
  readonly environments: Readonly<Record<string, { readonly from?: string; readonly strayed?: boolean }>>;
  readonly pins?: Readonly<Record<string, string>>;
  readonly releases?: Readonly<Record<string, ReleaseState>>;
  /** Names of topics that only the working tree has, by environment. */
  readonly waiting?: Readonly<Record<string, string>>;
}

const chain = { dev: {}, staging: { from: 'dev' } };
const pins = { staging: 'aaaaaaaaaaaa' };
const there = { aaaaaaaaaaaa: 'there' } as const;

/** For each rule a project that breaks it, and one that comes as near as it may. */
export const cases: Readonly<Record<string, { readonly failing: Project; readonly nearly: Project }>> = {
  'KFK-P002': {
    failing: { environments: { dev: {}, staging: { from: 'deb' } } },
    nearly: { environments: chain },
  },
  'KFK-P003': {
    failing: { environments: { staging: { from: 'prod' }, qa: { from: 'staging' }, prod: { from: 'qa' } } },
    nearly: { environments: { staging: {}, qa: { from: 'staging' }, prod: { from: 'qa' } } },
  },
  'KFK-P004': {
    failing: { environments: chain, pins: { ...pins, stagign: 'aaaaaaaaaaaa' }, releases: there },
    nearly: { environments: chain, pins, releases: there },
  },
  'KFK-P005': {
    failing: { environments: chain, pins, releases: { aaaaaaaaaaaa: 'missing' } },
    nearly: { environments: chain, pins, releases: there },
  },
  'KFK-P006': {
    failing: { environments: chain, pins, releases: { aaaaaaaaaaaa: 'changed' } },
    nearly: { environments: chain, pins, releases: there },
  },
  'KFK-P007': {
    failing: { environments: chain },
    nearly: { environments: chain, pins, releases: there },
  },
  'KFK-P008': {
    failing: { environments: chain, pins, releases: there, waiting: { staging: 'orders.refunded' } },
    nearly: { environments: chain, pins, releases: there },
  },
  'KFK-P009': {
    failing: { environments: { dev: {}, staging: { from: 'dev', strayed: true } }, pins, releases: there },
    nearly: { environments: chain, pins, releases: there },
  },
};
