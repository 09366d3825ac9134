/** The only version that External Secrets 0.17 and later serves. https://external-secrets.io/latest/introduction/stability-support/ */
export const externalSecretsApiVersion = 'external-secrets.io/v1';

/** What pushes into a store, and what makes something to be pushed, have no newer version. https://external-secrets.io/latest/api/pushsecret/ */
export const pushSecretsApiVersion = 'external-secrets.io/v1alpha1';
export const generatorsApiVersion = 'generators.external-secrets.io/v1alpha1';
