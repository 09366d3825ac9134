import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { generatorsApiVersion } from './api';

type IPassword =
  import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/Password', { with: {
    'resolution-mode': 'import',
  }}).IPassword;

export interface PasswordGeneratorProps {
  readonly metadata: Metadata;
  /** How many letters and digits a password has. Default: 40. */
  readonly length?: number;
}

/**
 * `Password`: makes another password whenever it is asked, of letters and digits alone, which need no quoting anywhere.
 * https://external-secrets.io/latest/api/generator/password/
 */
export class PasswordGenerator extends NamedObject {
  constructor(scope: Construct, id: string, props: PasswordGeneratorProps) {
    super(scope, id, manifest(props));
  }
}

const manifest = ({ metadata, length = 40 }: PasswordGeneratorProps): Named<IPassword> => ({
  apiVersion: generatorsApiVersion,
  kind: 'Password',
  metadata,
  // So that every letter is as likely as any other it may come again.
  spec: { length, digits: Math.floor(length / 4), symbols: 0, noUpper: false, allowRepeat: true },
});
