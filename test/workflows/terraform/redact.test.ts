import { redactor } from '../../../workflows/terraform/redact';

const key =
  '-----BEGIN PRIVATE KEY-----\nMIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEw\nrhCI6bKN6OIEaQSnp82qFVJnZNMi\n-----END PRIVATE KEY-----\n';

test.each([
  ['a token of AWS that nobody asked for', { AWS_SESSION_TOKEN: key }, 'rhCI6bKN6OIEaQSnp82qFVJnZNMi', '*****'],
  [
    'a password, as JSON writes it',
    { TF_VAR_main_password__shop: 'pl"nted&more' },
    'x pl\\"nted\\u0026more',
    'x *****',
  ],
  [
    'a key by its form',
    { ANY: 'ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5' },
    'ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5',
    '*****',
  ],
])('%s is taken out', (_, variables, line, left) => {
  expect(redactor(variables)(line)).toBe(left);
});

test.each([
  ['what is none', { HOME: '/home/somebody', PATH: '/usr/bin' }, 'in /home/somebody by /usr/bin'],
  ['what is too short to be told from words', { TF_VAR_main_admin_password: 'kafka' }, 'the kafka provider'],
  ['an address', { TF_VAR_main_bootstrap_servers: 'localhost:9092' }, 'localhost:9092 answers'],
])('%s stays', (_, variables, line) => {
  expect(redactor(variables)(line)).toBe(line);
});
