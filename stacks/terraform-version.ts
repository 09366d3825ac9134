/** Write-only attributes and ephemeral variables, which keep secrets out of state, exist since this version. */
export const terraformVersion = '>= 1.11.0';
