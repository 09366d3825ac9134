/** Who gives out tokens that a listener takes: its address, its keys, and what they say of whom they are for. */
export const tokenServer = {
  issuer: 'https://login.example.com',
  jwks: 'https://login.example.com/keys',
  audience: 'kafka',
  userNameClaim: 'azp',
  tokenEndpoint: 'https://login.example.com/token',
};
