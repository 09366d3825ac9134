import { own } from '../../model/by-name';
import type { Pins } from '../../model/pins';
import { Origin } from '../../model/place';
import { type Problem, problemAt } from '../../model/problem';
import type { ChainLink, Promotion, WaitingOverride } from '../../model/promotion';
import { canonicalJson } from '../../model/release';
import { promotionRules } from '../../model/rules/promotions';
import type { Description, Written } from './description';
import { onRelease } from './on-release';
import { pinsFileOf, readPins } from './pins';
import { readRelease, type StoredRelease } from './releases';
import { linesOf } from './yaml';

export interface ProjectPlace {
  /** What files are told relative to. */
  readonly folder: string;
  /** The folder of the descriptions, with `pins.json` and `releases/` in it. */
  readonly descriptions: string;
  /** Whether all environments of the project were read. */
  readonly whole: boolean;
}

export interface WithReleases {
  readonly descriptions: readonly Description[];
  readonly findings: readonly { readonly environment: string; readonly problem: Problem }[];
}

/** Gives each environment the platform that it has: that of its release when it promotes from another, else the working tree's. */
export function withReleases(written: readonly Written[], place: ProjectPlace): WithReleases {
  const pinsFile = pinsFileOf(place.descriptions);
  const pins = readPins(pinsFile);
  const links = written.map(linkOf);
  const releases = releasesOf(links, pins, place);
  const waiting: WaitingOverride[] = [];
  const descriptions = written.map((environment, index): Description => {
    const id = links[index]?.promotesFrom === undefined ? undefined : own(pins, environment.name)?.release;
    const release = id === undefined ? undefined : releases.get(id);
    if (!release) {
      const basis = links[index]?.promotesFrom === undefined ? 'head' : 'unpromoted';
      return { ...environment, basis, written: environment };
    }
    if (release.state !== 'there') return { ...environment, basis: 'lost', release: id, written: environment };
    const released = onRelease(environment, release);
    waiting.push(...released.waiting);
    return released.description;
  });
  const promotion: Promotion = {
    links,
    whole: place.whole,
    pins,
    pinsOrigin: new Origin({ source: linesOf(pinsFile, place.folder), path: [] }),
    releases,
    waiting,
    strayed: strayedOf(written, links),
  };
  return { descriptions, findings: judged(promotion) };
}

function linkOf({ name, value, sources }: Written): ChainLink {
  const promotesFrom = typeof value.promotesFrom === 'string' ? value.promotesFrom : undefined;
  return { name, promotesFrom, origin: new Origin({ source: sources.environment, path: [] }) };
}

function releasesOf(
  links: readonly ChainLink[],
  pins: Pins,
  { descriptions, folder }: ProjectPlace,
): ReadonlyMap<string, StoredRelease> {
  const ids = links.flatMap(({ name, promotesFrom }) =>
    promotesFrom === undefined ? [] : (own(pins, name)?.release ?? []),
  );
  return new Map([...new Set(ids)].map((id) => [id, readRelease(descriptions, id, folder)]));
}

const judged = (promotion: Promotion): WithReleases['findings'] =>
  promotionRules.flatMap(({ code, severity, check }) =>
    [...check(promotion)].map(({ environment, place, problem, fix }) => ({
      environment,
      problem: problemAt(place, { code, severity, problem, fix }),
    })),
  );

/** Environments whose platform in the working tree is not that of the environment where their chain begins. */
function strayedOf(written: readonly Written[], links: readonly ChainLink[]): string[] {
  const platforms = new Map(written.map(({ name, value }) => [name, value.platform]));
  return links.flatMap((link) => {
    const head = headOf(link, links);
    if (head === undefined || head === link.name) return [];
    return samePlatform(platforms.get(head), platforms.get(link.name)) ? [] : [link.name];
  });
}

function headOf(link: ChainLink, links: readonly ChainLink[]): string | undefined {
  let at: ChainLink | undefined = link;
  for (let steps = 0; at && steps <= links.length; steps++) {
    const before: string | undefined = at.promotesFrom;
    if (before === undefined) return at.name;
    at = links.find(({ name }) => name === before);
  }
  return undefined;
}

/** What cannot be written as JSON is no platform, and is told where it is compiled. */
function samePlatform(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  try {
    return canonicalJson(one) === canonicalJson(other);
  } catch {
    return true;
  }
}
