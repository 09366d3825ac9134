/**
 * What a container must say of itself where a namespace enforces the level `restricted`. Strimzi's operator says none of
 * it by its default, the level `baseline`; what its pods as a whole need, such as the group of their disks, it adds itself,
 * unless a template names a context of the pod: so templates name containers' only.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 * @see https://strimzi.io/docs/operators/latest/deploying.html#assembly-security-providers-str
 */
export const restrictedContainer = {
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

/**
 * Entries of a Strimzi template for containers that need no more than `restricted` allows:
 * `template: { pod: {…}, ...restrictedContainers('kafkaContainer', 'initContainer') }`.
 */
export const restrictedContainers = <Name extends string>(
  ...names: readonly Name[]
): Record<Name, typeof restrictedContainer> =>
  Object.fromEntries(names.map((name) => [name, restrictedContainer])) as Record<Name, typeof restrictedContainer>;

/** The same of a pod that the kit makes itself: what containers cannot say for all of its containers. */
export const restrictedPod = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
};
