/** Where Vault mounts what somebody enables and says no place for: its PKI engine, and its method `kubernetes`. */
export const vaultMounts = { pki: 'pki', login: 'kubernetes' } as const;
