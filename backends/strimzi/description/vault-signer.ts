import { z } from 'zod';
import { hoursIn } from '../../../model/days';
import { formatDuration } from '../../../model/units';
import { vaultMounts } from '../../../render/vault-mounts';
import type { Certificates, Lifetime } from './certificates';

/** As whom External Secrets signs in to Vault: the method `kubernetes`, by an account that the kit makes beside the cluster. */
export interface VaultLoginInput {
  /** The role of that method, which lets the account in. */
  readonly role: string;
  /** Where the method is mounted. Default: `kubernetes`. */
  readonly mount?: string;
}

/** HashiCorp's Vault or OpenBao, whose PKI engine signs what applications show; External Secrets asks it to. */
export interface VaultCertificatesInput {
  /** Who signs. */
  readonly by: 'vault';
  /** Its address, as pods of External Secrets reach it: `https://vault.example.com:8200`. */
  readonly server: string;
  /** The role of the engine that signs: it lets names of users pass, and adds nothing to the subject. */
  readonly role: string;
  /** Where the engine is mounted. Default: `pki`. */
  readonly mount?: string;
  /** As whom External Secrets comes. */
  readonly login: VaultLoginInput;
  /** The Secret beside the cluster whose `ca.crt` signed what Vault itself shows. Default: authorities that everybody knows. */
  readonly authority?: string;
  /** A namespace of Vault's Enterprise edition, or of OpenBao. Default: none. */
  readonly namespace?: string;
}

export const vaultLoginShape = z.strictObject({
  role: z.string(),
  mount: z.string().optional(),
}) satisfies z.ZodType<VaultLoginInput>;

export const vaultCertificatesShape = z.strictObject({
  by: z.literal('vault'),
  server: z.string(),
  role: z.string(),
  mount: z.string().optional(),
  login: vaultLoginShape,
  authority: z.string().optional(),
  namespace: z.string().optional(),
}) satisfies z.ZodType<VaultCertificatesInput>;

/** Vault, every default decided. */
export interface VaultSigner extends Pick<VaultCertificatesInput, 'server' | 'role' | 'authority' | 'namespace'> {
  readonly mount: string;
  readonly login: Required<VaultLoginInput>;
}

/** Every default decided. */
export const vaultSigner = ({
  server,
  role,
  mount = vaultMounts.pki,
  login,
  authority,
  namespace,
}: VaultCertificatesInput): VaultSigner => ({
  server,
  role,
  mount,
  login: { mount: vaultMounts.login, ...login },
  authority,
  namespace,
});

/** The Secret beside the cluster with what Vault signed: one of the user's own name the User Operator would delete. */
export const certificateSecret = (user: string): string => `${user}-certificate`;

/** The account by which External Secrets signs in. */
export const vaultAccount = (cluster: string): string => `${cluster}-vault`;

/** How long what Vault signs lasts, and after how long the next one is asked for. */
export const vaultTimes = ({
  lasts,
  renewBefore,
}: Lifetime): { readonly ttlHours: number; readonly renewAfterHours: number } => ({
  ttlHours: hoursIn(lasts),
  renewAfterHours: hoursIn(lasts - renewBefore),
});

/** As plans and `explain` tell it. */
export function signerSaid(vault: VaultSigner, { users }: Pick<Certificates, 'users'>): string {
  const renewed = users ? `, anew every ${formatDuration(users.lasts - users.renewBefore)}` : '';
  return `Vault signs it (${vault.server}, ${vault.mount}/issue/${vault.role}), External Secrets asks it to${renewed}`;
}
