import { entriesOf, own } from '../by-name';
import { didYouMean, useInstead } from '../near-miss';
import { at } from '../problem';
import type { ChainLink, Promotion, PromotionFinding, PromotionRule } from '../promotion';

const klaw = "users' pain: promotion without an order (Klaw #2511)";
const topicctl = "users' pain: what is applied is not what was reviewed (topicctl #222)";

export const knownPredecessor: PromotionRule = {
  code: 'KFK-P002',
  severity: 'error',
  title: 'An environment promotes from one that exists',
  source: klaw,
  *check({ links, whole }) {
    if (!whole) return;
    const names = links.map(({ name }) => name);
    for (const link of links)
      if (link.promotesFrom !== undefined && !names.includes(link.promotesFrom))
        yield of(link, 'promotesFrom')
          .problem(`there is no environment '${link.promotesFrom}'`)
          .fix(
            useInstead(
              link.promotesFrom,
              names.filter((name) => name !== link.name),
            ),
          );
  },
};

export const chainBegins: PromotionRule = {
  code: 'KFK-P003',
  severity: 'error',
  title: 'A chain of promotion begins with an environment that follows the working tree',
  source: klaw,
  *check({ links }) {
    for (const link of links) {
      const circle = circleOf(link, links);
      if (circle.length > 1)
        yield of(link, 'promotesFrom')
          .problem(`it promotes from itself: ${[...circle, link.name].join(' ← ')}`)
          .fix('remove promotesFrom where the chain begins');
    }
  },
};

export const pinOfAFollower: PromotionRule = {
  code: 'KFK-P004',
  severity: 'error',
  title: 'A pin belongs to an environment that promotes from another',
  source: topicctl,
  *check({ links, whole, pins, pinsOrigin }) {
    for (const [environment] of entriesOf(pins)) {
      const link = links.find(({ name }) => name === environment);
      const place = at({ origin: pinsOrigin }, environment);
      if (link && link.promotesFrom === undefined)
        yield {
          environment,
          ...place
            .problem(`'${environment}' promotes from no environment, so it follows the working tree and no release`)
            .fix(`remove the pin, or say from which environment '${environment}' promotes`),
        };
      else if (!link && whole)
        yield {
          environment,
          ...place.problem(`there is no environment '${environment}'`).fix(
            didYouMean(
              environment,
              links.map(({ name }) => name),
            ) ?? 'remove the pin',
          ),
        };
    }
  },
};

export const releaseThere: PromotionRule = {
  code: 'KFK-P005',
  severity: 'error',
  title: 'A pin names a release that is there',
  source: topicctl,
  *check(promotion) {
    for (const { link, id, release } of pinned(promotion))
      if (release.state === 'missing')
        yield {
          environment: link.name,
          ...at({ origin: promotion.pinsOrigin }, link.name, 'release')
            .problem(`there is no release '${id}' in releases/`)
            .fix(`restore releases/${id}.json from version control, or ${promoteTo(link)}`),
        };
  },
};

export const releaseUnchanged: PromotionRule = {
  code: 'KFK-P006',
  severity: 'error',
  title: 'A release is what it was when it was promoted',
  source: topicctl,
  *check(promotion) {
    for (const { link, id, release } of pinned(promotion)) {
      const problem = {
        there: undefined,
        missing: undefined,
        unreadable: `the release '${id}' is no JSON`,
        changed: `the release '${id}' was changed: its content is that of '${release.actual}'`,
      }[release.state];
      if (problem)
        yield {
          environment: link.name,
          ...at(release)
            .problem(problem)
            .fix(`restore it from version control; what is to change goes into the platform and is promoted`),
        };
    }
  },
};

export const promotedOnce: PromotionRule = {
  code: 'KFK-P007',
  severity: 'warning',
  title: 'An environment that promotes from another has a release',
  source: topicctl,
  *check({ links, whole, pins }) {
    const known = (name: string) => !whole || links.some((link) => link.name === name);
    for (const link of links)
      if (
        link.promotesFrom !== undefined &&
        known(link.promotesFrom) &&
        !own(pins, link.name) &&
        circleOf(link, links).length === 0
      )
        yield of(link, 'promotesFrom')
          .problem(
            `'${link.name}' has no release yet: it is checked with the platform of the working tree, and cannot be deployed`,
          )
          .fix(promoteTo(link));
  },
};

export const overrideWaits: PromotionRule = {
  code: 'KFK-P008',
  severity: 'warning',
  title: 'An override changes a noun of the environment’s release',
  source: "users' pain: a setting that waits for another system in another order (Klaw #2507)",
  *check({ links, waiting }) {
    for (const { environment, noun, name } of waiting) {
      const link = links.find((candidate) => candidate.name === environment);
      if (link)
        yield of(link, 'overrides', noun, name)
          .problem(`the release of '${environment}' has no '${name}' yet; the override waits`)
          .fix(promoteTo(link));
    }
  },
};

export const onePlatform: PromotionRule = {
  code: 'KFK-P009',
  severity: 'warning',
  title: 'The environments of a chain describe one platform',
  source: 'https://12factor.net/dev-prod-parity: differences between environments are kept small and in sight',
  *check({ links, strayed }) {
    for (const link of links)
      if (strayed.includes(link.name))
        yield of(link, 'platform')
          .problem(`it differs from that of the environment where its chain begins, whose releases '${link.name}' gets`)
          .fix('use the same platform, and say the differences in overrides');
  },
};

export const promotionRules: readonly PromotionRule[] = [
  knownPredecessor,
  chainBegins,
  pinOfAFollower,
  releaseThere,
  releaseUnchanged,
  promotedOnce,
  overrideWaits,
  onePlatform,
];

/** `at(link, 'promotesFrom').problem('…').fix('…')`, with the environment that it is about. */
const of = (link: ChainLink, ...field: string[]) => ({
  problem: (problem: string) => ({
    fix: (fix: string): PromotionFinding => ({
      environment: link.name,
      ...at(link, ...field)
        .problem(problem)
        .fix(fix),
    }),
  }),
});

const promoteTo = ({ name, promotesFrom }: ChainLink) => `run kafka-kit promote ${promotesFrom} ${name}`;

function* pinned({ links, pins, releases }: Promotion) {
  for (const link of links) {
    const id = link.promotesFrom === undefined ? undefined : own(pins, link.name)?.release;
    const release = id === undefined ? undefined : releases.get(id);
    if (id !== undefined && release) yield { link, id, release };
  }
}

/** The environments before one, from which it is reached again; none when its chain begins somewhere. */
function circleOf(link: ChainLink, links: readonly ChainLink[]): string[] {
  const circle = [link.name];
  for (let before = link.promotesFrom; before !== undefined; ) {
    if (before === link.name) return circle;
    const next = links.find(({ name }) => name === before);
    if (!next || circle.includes(before)) return [];
    circle.push(before);
    before = next.promotesFrom;
  }
  return [];
}
