/** The only version that External Secrets 0.17 and later serves. https://external-secrets.io/latest/introduction/stability-support/ */
export const externalSecretsApiVersion = 'external-secrets.io/v1';
