import type { ClientSettings } from '../../../model/client-settings';

/**
 * A broker takes 100 new IAM connections a second; whoever was refused waits a second before it tries again.
 * https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-provisioned-quota, read 2026-11-21
 */
export const clientSettings: ClientSettings = {
  java: { 'reconnect.backoff.ms': '1000' },
  librdkafka: { 'reconnect.backoff.ms': '1000' },
};
