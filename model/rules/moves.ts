import { compare } from '../by-name';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import type { Rule } from '../rule';

const source = 'https://developer.hashicorp.com/terraform/language/block/moved, read 2026-11-21';

export const moveHasState: Rule = {
  code: 'KFK-M020',
  severity: 'error',
  title: 'What is moved is on a cluster whose stacks Terraform applies',
  source,
  *check({ environment, clusters, broken }) {
    for (const [name] of Object.entries(environment.moves)) {
      const cluster = clusters.get(name);
      if (cluster?.appliedBy === 'terraform' || (!cluster && broken.has('clusters', name))) continue;
      yield at(environment, 'moves', name)
        .problem(
          cluster
            ? `'${name}' is applied to Kubernetes, where nothing has an address that could move`
            : `no cluster is called '${name}'; a cluster that is renamed has another stack, and nothing moves between stacks`,
        )
        .fix(cluster ? 'remove it' : useInstead(name, clusters.keys()));
    }
  },
};

export const moveArrives: Rule = {
  code: 'KFK-M021',
  severity: 'error',
  title: 'A move leads to an application of its cluster, and no two to the same',
  source,
  *check({ environment, clusters, applications, broken }) {
    for (const [cluster, moves] of Object.entries(environment.moves)) {
      if (!clusters.has(cluster)) continue;
      const there = [...applications.values()].filter((application) => application.cluster === cluster);
      const seen = new Map<string, string>();
      for (const [from, to] of Object.entries(moves).sort(([a], [b]) => compare(a, b))) {
        const place = at(environment, 'moves', cluster, from);
        const other = seen.get(to);
        if (!there.some(({ name }) => name === to)) {
          if (!broken.has('applications', to))
            yield place.problem(`no application of '${cluster}' is called '${to}'`).fix(
              useInstead(
                to,
                there.map(({ name }) => name),
              ),
            );
        } else if (other !== undefined)
          yield place.problem(`'${other}' moves to '${to}', too`).fix('keep one of them: the other is another thing');
        seen.set(to, other ?? from);
      }
    }
  },
};

export const movedIsGone: Rule = {
  code: 'KFK-M022',
  severity: 'error',
  title: 'What moved is gone from the description',
  source,
  *check({ environment, clusters, applications }) {
    for (const [cluster, moves] of Object.entries(environment.moves)) {
      if (!clusters.has(cluster)) continue;
      for (const from of Object.keys(moves))
        if (applications.get(from)?.cluster === cluster)
          yield at(environment, 'moves', cluster, from)
            .problem(`'${from}' is still described, so it keeps what it has`)
            .fix('remove the application, or the move');
    }
  },
};

export const movedWasThere: Rule = {
  code: 'KFK-M023',
  severity: 'warning',
  title: 'What moved was there before, as far as the inventory knows',
  source,
  *check({ environment, clusters, applications, inventory }) {
    for (const [cluster, moves] of Object.entries(environment.moves)) {
      if (!clusters.has(cluster)) continue;
      const known = Object.entries(inventory.applications).filter(([, recorded]) => recorded.cluster === cluster);
      const names = new Set(known.map(([name]) => name));
      const gone = [...names].filter((name) => applications.get(name)?.cluster !== cluster);
      for (const [from, to] of Object.entries(moves)) {
        const isKnown = names.has(from) || applications.has(from);
        // Once it is recorded under its new name, the old one is forgotten.
        if (names.size === 0 || isKnown || names.has(to) || applications.get(to)?.cluster !== cluster) continue;
        yield at(environment, 'moves', cluster, from)
          .problem(
            `'${environment.name}' has no '${from}' on '${cluster}', so nothing moves, and '${to}' is made beside what another name has`,
          )
          .fix(gone.length > 0 ? useInstead(from, gone) : `remove it: '${to}' is new`);
      }
    }
  },
};

export const moveRules: readonly Rule[] = [moveHasState, moveArrives, movedIsGone, movedWasThere];
