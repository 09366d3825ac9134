/** A critical finding of kube-score, by its object. */
export interface Finding {
  readonly kind: string;
  /** `Deployment/apps/v1/kafka/main-lag-exporter`. */
  readonly name: string;
  readonly check: string;
}

/** A finding that stays, and why it is right as it is. */
interface Waiver extends Pick<Finding, 'kind' | 'check'> {
  /** Of which objects. Default: all of the kind. */
  readonly name?: RegExp;
  readonly reason: string;
}

/** https://github.com/zegl/kube-score/blob/v1.20.0/README_CHECKS.md */
export const waivers: readonly Waiver[] = [
  {
    kind: 'Deployment',
    check: 'container-resources',
    reason: 'Memory has a limit, processors have none: a limit slows a container down while processors are idle',
  },
  {
    kind: 'Deployment',
    check: 'container-ephemeral-storage-request-and-limit',
    reason: 'The root file system is read-only: only logs are written, which the kubelet rotates',
  },
  {
    kind: 'Deployment',
    check: 'container-image-pull-policy',
    reason: 'Images are named by their version: a restart must not need the registry',
  },
  {
    kind: 'Deployment',
    check: 'container-security-context-user-group-id',
    reason: 'Neither user nor group is root, and others could not read what the image holds',
  },
  {
    kind: 'NetworkPolicy',
    check: 'networkpolicy-targets-pod',
    name: /-bridge$/,
    reason: 'Its pods are made by Strimzi’s operator: no manifest holds them',
  },
];

const isFor = ({ kind, check, name = /./ }: Waiver, finding: Finding): boolean =>
  kind === finding.kind && check === finding.check && name.test(finding.name);

export const waived = (finding: Finding): boolean => waivers.some((waiver) => isFor(waiver, finding));

/** Waivers that no finding needs any more. */
export const unused = (findings: readonly Finding[]): readonly Waiver[] =>
  waivers.filter((waiver) => !findings.some((finding) => isFor(waiver, finding)));
