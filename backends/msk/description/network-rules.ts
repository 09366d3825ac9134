import { awsForms } from '../../../model/aws-forms';
import type { Cluster } from '../../../model/cluster';
import type { Form } from '../../../model/form';
import type { Key } from '../../../model/place';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import type { MskNetwork } from './network';
import { type MskSettings, mskSettings, networksOf } from './settings';

/** A value that AWS knows by its form, at its path below the cluster. */
type Said = readonly [path: readonly Key[], value: string];

interface SaidForm extends Form {
  readonly noun: string;
  readonly said: (settings: MskSettings) => readonly Said[];
}

/** What each VPC of a cluster says, at its path. */
const ofNetworks = (settings: MskSettings, said: (network: MskNetwork) => readonly Said[]): Said[] =>
  networksOf(settings).flatMap(([path, network]) =>
    said(network).map(([below, value]): Said => [[...path, ...below], value]),
  );

const groups = (field: string, named: Readonly<Record<string, string>>): Said[] =>
  Object.entries(named).map(([name, value]) => [[field, name], value]);

/** What AWS would refuse at apply, or what would open brokers to somebody else, told by its form alone. */
const forms: readonly SaidForm[] = [
  {
    noun: "AWS' name of a region",
    ...awsForms.region,
    said: ({ region }) => [[['region'], region]],
  },
  {
    noun: "a VPC's id",
    ...awsForms.vpc,
    said: (settings) => ofNetworks(settings, ({ vpc }) => [[['vpc'], vpc]]),
  },
  {
    noun: "a subnet's id",
    ...awsForms.subnet,
    said: (settings) =>
      ofNetworks(settings, ({ subnets }) => subnets.map((value, index) => [['subnets', index], value])),
  },
  {
    noun: "a security group's id",
    ...awsForms.securityGroup,
    said: (settings) =>
      ofNetworks(settings, ({ clients, monitoring }) => [
        ...groups('clients', clients),
        ...groups('monitoring', monitoring),
      ]),
  },
  {
    noun: "a key's alias",
    ...awsForms.kmsAlias,
    said: ({ secretsKey }) => (secretsKey === undefined ? [] : [[['secretsKey'], secretsKey]]),
  },
];

export const formsOfAws: Rule = {
  code: 'KFK-K309',
  severity: 'error',
  title: 'What AWS gave a name or an id on MSK has its form',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html',
  *check(draft) {
    for (const cluster of mskClusters(draft)) yield* wrongForms(cluster);
  },
};

function* wrongForms(cluster: Cluster) {
  for (const { noun, form, fix, said } of forms)
    for (const [path, value] of said(mskSettings(cluster)))
      if (!form.test(value))
        yield at(cluster, ...path)
          .problem(`'${value}' is not ${noun}`)
          .fix(fix);
}

export const somebodyConnects: Rule = {
  code: 'KFK-K310',
  severity: 'error',
  title: 'A security group of clients may reach an MSK cluster',
  source: 'a security group without a rule lets nobody in',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      for (const [path, { clients }] of networksOf(mskSettings(cluster)))
        if (Object.keys(clients).length === 0)
          yield at(cluster, ...path, 'clients')
            .problem('nobody would reach it: no security group is named')
            .fix("name the applications' group: clients: { applications: sg-… }");
    }
  },
};

export const networkRules: readonly Rule[] = [formsOfAws, somebodyConnects];
