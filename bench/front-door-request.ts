const QUERY = 'mutation($input:RegistrationInput!){upsertEntry(input:$input){isEligible reason ref version}}';

/** The HTTP request, as text, by which an app or a fan registers that fan. */
export const requestOf = (fan: string, token: string): string => {
  const body = JSON.stringify({
    query: QUERY,
    variables: {
      input: {
        slug: 'bench',
        entry: JSON.stringify({ markets: ['bench-1', 'bench-2'], tickets: 2, newsletter: true }),
        userInfo: {
          globalUserId: fan,
          email: `${fan}@example.org`,
          firstName: 'Ann',
          lastName: 'Example',
          postalCode: 'N1 9GU',
          countryCode: 'GB',
          locale: 'en',
        },
      },
    },
  });
  return `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
