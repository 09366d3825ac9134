/** The only version that KEDA serves of its kinds. https://keda.sh/docs/latest/reference/scaledobject-spec/ */
export const kedaApiVersion = 'keda.sh/v1alpha1';
