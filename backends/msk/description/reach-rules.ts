import { awsForms } from '../../../model/aws-forms';
import { own } from '../../../model/by-name';
import type { Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import { mskSettings } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const publicAccess = `${guide}/public-access.html`;
const multiVpc = `${guide}/aws-access-mult-vpc.html`;

/** A serverless cluster has no public access at all: that rule says so (KFK-K320). */
const havingBrokers = (draft: Draft) =>
  mskClusters(draft).filter((cluster) => mskSettings(cluster).kind !== 'serverless');

export const publicOnlyWhereDisposable: Rule = {
  code: 'KFK-K337',
  severity: 'error',
  title: 'The internet reaches MSK clusters of disposable environments alone',
  source: `${publicAccess}; https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html: MSK.4`,
  *check(draft) {
    for (const cluster of havingBrokers(draft))
      if (mskSettings(cluster).publicAccess && !draft.environment.disposable)
        yield at(cluster, 'publicAccess')
          .problem(`'${draft.environment.name}' keeps what it has: its brokers are not for the internet to try`)
          .fix('leave it out, and let VPCs reach it (multiVpc); or say disposable: true of the environment');
  },
};

export const publicOnlyOnceThere: Rule = {
  code: 'KFK-K338',
  severity: 'error',
  title: 'Public access of an MSK cluster is turned on once the cluster exists',
  source: `${publicAccess}: "you can't turn on public access while creating an MSK cluster"`,
  *check(draft) {
    // Elsewhere it is refused for good.
    if (!draft.environment.disposable) return;
    for (const cluster of havingBrokers(draft))
      if (mskSettings(cluster).publicAccess && !draft.inventory.clusters?.[cluster.name])
        yield at(cluster, 'publicAccess')
          .problem(
            `MSK makes no cluster with public access, and ${draft.files.inventory} knows none called '${cluster.name}'`,
          )
          .fix('leave it out, apply, commit the inventory, and say it then');
  },
};

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** Four numbers and how many bits of them count. */
const blockForm = new RegExp(`^${octet}(?:\\.${octet}){3}/(\\d{1,2})$`);
/** A larger block is nobody's alone: 65,536 addresses. */
const widest = 16;

export const publicFromSomebody: Rule = {
  code: 'KFK-K339',
  severity: 'error',
  title: 'Public access of an MSK cluster is for blocks of addresses, not for everybody',
  source: `${publicAccess}: "we recommend that you make these rules as restrictive as possible"`,
  *check(draft) {
    for (const cluster of havingBrokers(draft)) {
      const { publicAccess } = mskSettings(cluster);
      if (publicAccess?.from.length === 0)
        yield at(cluster, 'publicAccess', 'from').problem('nobody would reach it').fix('name a block of addresses');
      for (const [index, block] of (publicAccess?.from ?? []).entries()) {
        const bits = Number(blockForm.exec(block)?.[1] ?? Number.NaN);
        if (!(bits >= widest && bits <= 32))
          yield at(cluster, 'publicAccess', 'from', index)
            .problem(`'${block}' is not an IPv4 block of at most 65,536 addresses`)
            .fix("write whose it is: '198.51.100.7/32'");
        else if (publicAccess?.from.indexOf(block) !== index)
          yield at(cluster, 'publicAccess', 'from', index)
            .problem(`'${block}' is there already, and EC2 takes a rule once`)
            .fix('remove it');
      }
    }
  },
};

export const reachedOnlyWhenClosed: Rule = {
  code: 'KFK-K340',
  severity: 'error',
  title: 'An MSK cluster that lets in whoever has no ACL is reached from its own VPC alone',
  source: `${publicAccess}, ${multiVpc}: allow.everyone.if.no.acl.found is false`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { open, publicAccess, multiVpc } = mskSettings(cluster);
      if (!open) continue;
      for (const [field, said] of Object.entries({ publicAccess, multiVpc }))
        if (said) yield at(cluster, field).problem('the cluster is open still').fix("close it first: leave 'open' out");
    }
  },
};

export const multiVpcFits: Rule = {
  code: 'KFK-K341',
  severity: 'error',
  title: 'Other VPCs reach an MSK cluster by listeners that are on, for accounts that are named',
  source: multiVpc,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { multiVpc } = mskSettings(cluster);
      if (!multiVpc) continue;
      for (const [index, account] of multiVpc.accounts.entries())
        if (!awsForms.account.form.test(account))
          yield at(cluster, 'multiVpc', 'accounts', index)
            .problem(`'${account}' is no account of AWS`)
            .fix(awsForms.account.fix);
      // IAM is always on.
      const listeners: readonly string[] = ['iam', ...cluster.authentication];
      for (const [index, mechanism] of multiVpc.authentication.entries())
        if (!listeners.includes(mechanism))
          yield at(cluster, 'multiVpc', 'authentication', index)
            .problem(`the cluster has no listener for '${mechanism}'`)
            .fix("add it to the cluster's authentication, or leave it out here");
      if (multiVpc.replicator && !multiVpc.authentication.includes('iam'))
        yield at(cluster, 'multiVpc', 'replicator')
          .problem('MSK Replicator proves who it is by IAM')
          .fix("add 'iam' to multiVpc.authentication");
    }
  },
};

export const listenersBeforeConnections: Rule = {
  code: 'KFK-K345',
  severity: 'error',
  title: 'Other VPCs reach an MSK cluster by listeners that it has already, once it exists',
  source:
    'internal/service/kafka/cluster.go of hashicorp/terraform-provider-aws, read 2026-11-21: UpdateConnectivity comes before UpdateSecurity',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const had = own(own(draft.inventory.clusters, cluster.name)?.applied, 'authentication')?.split(', ');
      const { multiVpc } = mskSettings(cluster);
      // One that is made has its listeners first; of one that was recorded before this was, nothing is known.
      if (!had || !multiVpc) continue;
      const early = multiVpc.authentication.filter(
        (mechanism) => cluster.authentication.includes(mechanism) && !had.includes(mechanism),
      );
      const there = multiVpc.authentication.filter((mechanism) => had.includes(mechanism));
      for (const mechanism of early)
        yield at(cluster, 'multiVpc', 'authentication')
          .problem(
            `brokers have no listener for '${mechanism}' yet, and the provider opens connections before listeners`,
          )
          .fix(
            `write authentication: [${there.map((one) => `'${one}'`).join(', ')}] in it, apply, commit the inventory, and add '${mechanism}' then`,
          );
    }
  },
};

export const reachRules: readonly Rule[] = [
  publicOnlyWhereDisposable,
  publicOnlyOnceThere,
  publicFromSomebody,
  reachedOnlyWhenClosed,
  multiVpcFits,
  listenersBeforeConnections,
];
