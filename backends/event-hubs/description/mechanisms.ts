/** How applications may prove who they are to Event Hubs. */
export const eventHubsMechanisms = ['entra-id', 'sas'] as const;
export type EventHubsMechanism = (typeof eventHubsMechanisms)[number];
