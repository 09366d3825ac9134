import { restrictedContainers, restrictedPod } from '../../../constructs/kubernetes/restricted';

/** What the level `restricted` asks of each container, as Kubernetes lists it. */
const asked = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

test('each container that is named says all that the strictest level asks of it', () => {
  expect(restrictedContainers('kafkaContainer', 'initContainer')).toEqual({
    kafkaContainer: { securityContext: asked },
    initContainer: { securityContext: asked },
  });
});

test('a pod says what holds for all of its containers', () => {
  expect(restrictedPod.securityContext).toEqual({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
});
