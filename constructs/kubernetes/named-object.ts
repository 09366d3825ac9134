import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** What every object says of itself. */
export interface Metadata {
  /** A DNS subdomain: lower-case letters, digits, dashes and dots. */
  readonly name: string;
  /** Default: the chart's. */
  readonly namespace?: string;
  /** Beside the chart's. Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Default: none. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A vendor's manifest that has a name. */
export type Named<Manifest = { readonly apiVersion: string; readonly kind: string }> = Manifest & {
  readonly metadata: Metadata;
};

/**
 * An object with the name that it is given: topics, users and secrets are found by it.
 * cdk8s would add a hash of the construct's path, so that moving the construct would destroy and create.
 */
export class NamedObject extends ApiObject {
  constructor(scope: Construct, id: string, manifest: Named) {
    super(scope, id, manifest);
  }
}
