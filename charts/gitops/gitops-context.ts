import type { GitOps } from '../../model/gitops';
import type { Kubernetes } from '../../model/kubernetes';
import { environmentUnits } from '../../model/kubernetes-unit';
import type { Operator } from '../../render/gitops/operators';

/** What a controller is told of a unit. */
export interface GitOpsUnit {
  readonly name: string;
  /** Below the environment's folder: `kubernetes/main/kafka`. */
  readonly folder: string;
  readonly dependsOn: readonly string[];
  /** Where its objects go. */
  readonly namespaces: readonly string[];
  /** API groups of its objects; the core's is empty. */
  readonly groups: readonly string[];
  /** Kinds of its objects that are in no namespace. */
  readonly clusterResources: readonly { readonly group: string; readonly kind: string }[];
}

export interface GitOpsAppProps {
  /** The environment's name. */
  readonly environment: string;
  readonly gitops: GitOps;
  readonly kubernetes: Kubernetes;
  /** In the order in which they are applied. */
  readonly units: readonly GitOpsUnit[];
}

/** What the adapters of both controllers read. */
export interface GitOpsContext extends GitOpsAppProps {
  readonly operators: readonly Operator[];
}

/** Namespaces hold kinds that every Kubernetes knows, and charts of operators put roles into them. */
export const isBeforeOperators = ({ name }: GitOpsUnit): boolean => name === environmentUnits.namespaces;
