import { readFileSync } from 'node:fs';
import { type ConnectionField, isSecret, type Variable } from '../../model/connection';
import type { Shard } from '../../model/resolved';
import type { SecretRef } from '../../model/secret-ref';
import { Failure } from '../failure';

/** What is known of a cluster's connection on this machine. */
export interface KnownConnection {
  readonly bootstrapServers: string;
  readonly caFile: string;
  readonly adminUsername: string;
  readonly adminPasswordFile: string;
}

const fields: Readonly<Record<ConnectionField, (connection: KnownConnection) => string>> = {
  bootstrap_servers: ({ bootstrapServers }) => bootstrapServers,
  ca_certificate: ({ caFile }) => readFileSync(caFile, 'utf8'),
  admin_username: ({ adminUsername }) => adminUsername,
  admin_password: ({ adminPasswordFile }) => readFileSync(adminPasswordFile, 'utf8').trim(),
};

export interface ValueSources {
  /** Where `TF_VAR_…` may already be set: it wins. */
  readonly variables: NodeJS.ProcessEnv;
  readonly connectionOf: (cluster: string) => KnownConnection | undefined;
  readonly passwordOf: (ref: SecretRef) => string;
}

/** The values of a shard's variables. @throws Failure naming every variable that nobody knows a value of. */
export function valuesOf(shard: Shard, variables: readonly Variable[], sources: ValueSources): Record<string, string> {
  const missing: string[] = [];
  const values = variables.flatMap(({ name, from }): [string, string][] => {
    const given = sources.variables[`TF_VAR_${name}`];
    if (given !== undefined) return [[name, given]];
    if (isSecret(from)) return [[name, sources.passwordOf(from)]];
    const connection = sources.connectionOf(from.cluster);
    if (connection) return [[name, fields[from.field](connection)]];
    missing.push(name);
    return [];
  });
  if (missing.length > 0)
    throw new Failure(`nobody says how to reach '${shard.cluster.name}'`, {
      why: missing.map((name) => `TF_VAR_${name} is not set`),
      fix: 'set them for this command; they are never written to a file',
    });
  return Object.fromEntries(values);
}
