import type { Draft } from '../draft';
import { dnsLabelFix, dnsLabelForm, dnsSubdomainFix, dnsSubdomainForm } from '../kubernetes-name';
import { at, type Finding } from '../problem';
import type { Rule } from '../rule';
import { formatSize } from '../units';
import { type CalledWorkload, workloadCertificate } from '../workload';
import {
  type BesideCodes,
  badName,
  besideRules,
  noInstance,
  placed,
  takenName,
  type WorkloadKind,
} from './beside-cluster';

export interface CalledKind<Noun extends CalledWorkload = CalledWorkload> extends WorkloadKind<Noun> {
  /** What passes in the clear without a certificate. */
  readonly passes: string;
}

/** The codes of what holds for every workload that programs call. */
export interface CalledCodes extends BesideCodes {
  readonly onKubernetes: string;
  readonly name: string;
  readonly nameIsFree: string;
  readonly instances: string;
  readonly clients: string;
  readonly issuer: string;
  readonly memory: string;
  readonly encrypted: string;
}

const kubernetesNames = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';

/** What holds for every workload that programs call, beside what holds for all. */
export function calledRules(kind: CalledKind, codes: CalledCodes): readonly Rule[] {
  const { noun, source, all, passes, longestName } = kind;
  return [
    ...besideRules(kind, codes),
    {
      code: codes.onKubernetes,
      severity: 'error',
      title: `A ${noun} is on a cluster that Kubernetes runs`,
      source: 'the kit runs nothing that programs call beside other clusters',
      check: (draft) => notOnKubernetes(all(draft), draft),
    },
    {
      code: codes.name,
      severity: 'error',
      title: `A ${noun} has a name of at most ${longestName} characters, to which what it consists of adds its own`,
      source: `${kubernetesNames}#dns-label-names: 63 characters`,
      check: (draft) => badName(kind, draft),
    },
    {
      code: codes.nameIsFree,
      severity: 'error',
      title: `Nobody else has the name of a ${noun}, nor does a cluster have names that begin with it`,
      source: 'https://strimzi.io/docs/operators/latest/deploying.html#certificates-and-secrets-str',
      *check(draft) {
        yield* takenName(kind, draft);
        yield* takenCertificate(all(draft), draft);
      },
    },
    {
      code: codes.instances,
      severity: 'error',
      title: `A ${noun} has an instance`,
      source,
      check: (draft) => noInstance(kind, draft),
    },
    {
      code: codes.clients,
      severity: 'error',
      title: `The namespaces that may call a ${noun} are namespaces`,
      source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
      check: (draft) => badClients(all(draft), draft),
    },
    {
      code: codes.issuer,
      severity: 'error',
      title: `The issuer of a ${noun} has a name that Kubernetes takes`,
      source: `${kubernetesNames}#dns-subdomain-names`,
      check: (draft) => badIssuer(all(draft)),
    },
    {
      code: codes.memory,
      severity: 'error',
      title: `A ${noun} gets memory that it can start with`,
      source: 'a program in Java has its heap, its code and the stacks of its threads in it',
      *check(draft) {
        for (const found of all(draft))
          if (found.memory < 256 * 2 ** 20)
            yield at(found, 'memory')
              .problem(`${formatSize(found.memory)} is given, in which it does not start`)
              .fix("use '256MiB' or more");
      },
    },
    {
      code: codes.encrypted,
      severity: 'error',
      profile: 'production',
      waivable: true,
      title: `In production a ${noun} speaks HTTPS`,
      source: `best practice: encrypt in transit; without it ${passes} pass in the clear, and it asks nobody who he is`,
      *check(draft) {
        for (const found of all(draft))
          if (!found.issuer)
            yield at(found, 'issuer')
              .problem(`${passes} pass between it and its clients in the clear`)
              .fix("name a ClusterIssuer of cert-manager: issuer: 'company'");
      },
    },
  ];
}

function* notOnKubernetes(nouns: readonly CalledWorkload[], draft: Draft): Iterable<Finding> {
  for (const [noun, { name, backend, appliedBy }] of placed(nouns, draft))
    if (appliedBy !== 'kubernetes')
      yield at(noun, 'cluster')
        .problem(`'${name}' is on ${backend}, beside which the kit runs nothing`)
        .fix('place it on a cluster that Kubernetes runs (strimzi), or remove it here');
}

/** A user's Secret has the user's name. */
function* takenCertificate(nouns: readonly CalledWorkload[], { applications }: Draft): Iterable<Finding> {
  for (const noun of nouns) {
    const neighbour = noun.issuer && applications.get(workloadCertificate(noun.name));
    if (neighbour)
      yield at(noun)
        .problem(`its certificate and the credential of '${neighbour.name}' would be one Secret`)
        .fix('rename one of them');
  }
}

/** Namespaces are labels, and somebody may call. */
function* badClients(nouns: readonly CalledWorkload[], { environment }: Draft): Iterable<Finding> {
  if (!environment.kubernetes) return; // Without it there is nothing on Kubernetes, which another rule says.
  for (const noun of nouns) {
    if (noun.clients.length === 0)
      yield at(noun, 'clients').problem('nobody may call it').fix('name the namespaces of its clients, or remove it');
    for (const [index, client] of noun.clients.entries())
      if (!dnsLabelForm.test(client))
        yield at(noun, 'clients', index).problem(`'${client}' cannot be the name of a namespace`).fix(dnsLabelFix);
  }
}

function* badIssuer(nouns: readonly CalledWorkload[]): Iterable<Finding> {
  for (const noun of nouns)
    if (noun.issuer !== undefined && !dnsSubdomainForm.test(noun.issuer))
      yield at(noun, 'issuer').problem(`'${noun.issuer}' cannot be the name of a ClusterIssuer`).fix(dnsSubdomainFix);
}
