/** The folder of what a GitOps controller is told, below the environment's. */
export const gitOpsFolder = 'gitops';

/** What starts it, applied by hand once. */
export const rootFile = `${gitOpsFolder}/root.yaml`;

export const definitionsFile = (operator: string): string => `${gitOpsFolder}/crds/${operator}.yaml`;

export const operatorsFolder = `${gitOpsFolder}/operators`;
export const operatorFile = (operator: string): string => `${operatorsFolder}/${operator}.yaml`;

export const unitFile = (unit: string): string => `${gitOpsFolder}/units/${unit}.yaml`;
