import type { MonitoredSecrets } from '../monitored';
import { absent, max, type Promql, promql, series, type Window } from '../promql';
import { signals } from '../signals/signals';
import type { Alert } from './alert';

/** External Secrets tries again every few minutes: what fails for so long does not go by itself. */
const longest = 60;

/** Part of the time between the renewal of a certificate and its end after which people are told. */
const ofRenewal = 1 / 4;

/**
 * Whether External Secrets brings and makes what it was asked for. A certificate of Vault that it does not bring ends, and
 * nobody else tells: it has no metric of that end.
 */
export function secretAlerts(secrets?: MonitoredSecrets): Alert[] {
  if (!secrets) return [];
  const { brought, made } = secrets;
  const failing = [
    ...(brought.length > 0 ? [failed(signals.externalSecretNotReady, brought, secrets)] : []),
    ...(made.length > 0 ? [failed(signals.pushSecretNotReady, made, secrets)] : []),
  ];
  const nobodyTells = max(['name'], absent(series(signals.externalSecretsReconciled, {})));
  return [
    {
      name: 'KafkaSecretNotSynced',
      severity: 'ticket',
      for: within(secrets),
      expression: [...failing, nobodyTells].reduce((before, next) => promql`${before} or ${next}`),
      summary:
        '{{ with $labels.name }}External Secrets does not bring {{ . }}{{ else }}External Secrets does not run, or Prometheus does not ask it{{ end }}',
      description:
        'What was brought before stays. Certificates that Vault signs are not renewed, and end; passwords that are made anew do not arrive.',
    },
  ];
}

/** Where its chart's monitor is used Prometheus calls an object's namespace `exported_namespace`, unless it is told to keep names. */
function failed(
  signal: typeof signals.externalSecretNotReady | typeof signals.pushSecretNotReady,
  name: readonly string[],
  { namespaces }: MonitoredSecrets,
): Promql {
  const renamed = series(signal, { name, exported_namespace: namespaces });
  const kept = series(signal, { name, exported_namespace: '', namespace: namespaces });
  return promql`${max(['name'], promql`${renamed} or ${kept}`)} > 0`;
}

/** An hour, and less where a certificate is renewed shortly before its end. */
function within({ renewBefore = Number.POSITIVE_INFINITY }: MonitoredSecrets): Window {
  const minutes = Math.min(longest, Math.floor((renewBefore * ofRenewal) / 60_000));
  return minutes === longest ? '1h' : `${minutes}m`;
}
