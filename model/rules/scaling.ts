import type { Application } from '../application';
import { groupBy } from '../group-by';
import { dnsSubdomainFix, dnsSubdomainForm } from '../kubernetes-name';
import { at } from '../problem';
import type { Rule } from '../rule';
import { busyCopies, followedBy, type Scaling } from '../scaling';

type Scaled = Application & { readonly scaling: Scaling };

const scaledOf = (applications: ReadonlyMap<string, Application>): Scaled[] =>
  [...applications.values()].filter((application): application is Scaled => application.scaling !== undefined);

export const copiesFindPartitions: Rule = {
  code: 'KFK-A020',
  severity: 'error',
  title: 'No more copies are scaled to than the largest topic that they read has partitions',
  source: 'https://keda.sh/docs/latest/scalers/apache-kafka/: beyond its partitions a consumer sits idle',
  *check(draft) {
    for (const application of scaledOf(draft.applications)) {
      const { max } = application.scaling;
      const most = busyCopies(followedBy(application, draft));
      if (max !== undefined && most > 0 && max > most)
        yield at(application, 'scaling', 'max')
          .problem(`${max} copies share ${most} partitions: ${max - most} would be idle`)
          .fix(`use at most ${most}, or more partitions`);
    }
  },
};

export const scalesUpwards: Rule = {
  code: 'KFK-A021',
  severity: 'error',
  title: 'The fewest copies are no more than the most',
  source: 'https://keda.sh/docs/latest/reference/scaledobject-spec/#minreplicacount',
  *check(draft) {
    for (const application of scaledOf(draft.applications)) {
      const most = busyCopies(followedBy(application, draft));
      const { min, max = most } = application.scaling;
      if (most > 0 && max > 0 && min > max)
        yield at(application, 'scaling', 'min')
          .problem(`at least ${min} copies are asked for, and at most ${max} are possible`)
          .fix(`use ${max} or fewer${application.scaling.max === undefined ? ', or more partitions' : ''}`);
    }
  },
};

/** The least that each number may be, and why. */
const least = {
  min: { number: 0, why: 'there are no fewer copies than none' },
  max: { number: 1, why: 'nobody would read' },
  lagThreshold: { number: 1, why: 'one copy is for at least one record' },
} as const;

export const scalingCounts: Rule = {
  code: 'KFK-A022',
  severity: 'error',
  title: 'The fewest copies are 0 or more, the most and the lag threshold 1 or more',
  source: 'https://keda.sh/docs/latest/scalers/apache-kafka/: lagThreshold is positive',
  *check({ applications }) {
    for (const application of scaledOf(applications))
      for (const field of ['min', 'max', 'lagThreshold'] as const) {
        const given = application.scaling[field];
        const { number, why } = least[field];
        if (given !== undefined && given < number)
          yield at(application, 'scaling', field).problem(`${given} is given: ${why}`).fix(`use ${number} or more`);
      }
  },
};

export const scaledConsumes: Rule = {
  code: 'KFK-A023',
  severity: 'error',
  title: 'An application that is scaled by its lag reads a topic',
  source: 'lag is what a consumer group has not read yet',
  *check(draft) {
    if (draft.broken.has('flows')) return;
    const readers = new Set(
      draft.flows.filter(({ direction }) => direction === 'consume').map((flow) => flow.application),
    );
    for (const application of scaledOf(draft.applications))
      if (!readers.has(application.name))
        yield at(application, 'scaling')
          .problem('it reads no topic, so it has no lag to follow')
          .fix('add consumes, or remove scaling');
  },
};

export const deploymentName: Rule = {
  code: 'KFK-A024',
  severity: 'error',
  title: 'What is scaled has the name of a Deployment',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names',
  *check({ applications }) {
    for (const application of scaledOf(applications)) {
      const { deployment } = application.scaling;
      // The application's own name has a rule of its own.
      if (deployment !== application.name && !dnsSubdomainForm.test(deployment))
        yield at(application, 'scaling', 'deployment')
          .problem(`'${deployment}' cannot be the name of a Deployment`)
          .fix(dnsSubdomainFix);
    }
  },
};

export const scaledOnce: Rule = {
  code: 'KFK-A025',
  severity: 'error',
  title: 'One application scales a Deployment',
  source: 'https://keda.sh/docs/latest/concepts/admission-webhooks/: a workload that has a ScaledObject gets no second',
  *check({ applications, environment: { kubernetes } }) {
    const targets = groupBy(
      scaledOf(applications),
      ({ namespace = kubernetes?.applicationNamespace, scaling }) => `${namespace}/${scaling.deployment}`,
    );
    for (const [first, ...others] of targets.values())
      for (const other of others)
        yield at(other, 'scaling', 'deployment')
          .problem(`'${first?.name}' scales the Deployment '${other.scaling.deployment}' too`)
          .fix('give each a Deployment of its own, or make them one application');
  },
};

export const scalingRules: readonly Rule[] = [
  copiesFindPartitions,
  scalesUpwards,
  scalingCounts,
  scaledConsumes,
  deploymentName,
  scaledOnce,
];
