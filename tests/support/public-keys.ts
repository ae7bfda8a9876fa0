/** Public keys in PEM of the kinds that a gate takes and of some that it does not; nobody has the other halves. */
const pem = (...lines: readonly string[]): string => `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;

export const publicKeys = {
  rsa2048: pem(
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyUXA6LeF/yh1izzLhQ05',
    'U628U+lacbqeWggp3t3RXKIUnpG+BaF7IhY2wxkk9ao5nU4ZEDC/WlmdsUi0aUrr',
    'jjaecoLHu878JMHbvGVytV9KVQXTxVm9407g/+BT4JqYZ5vYr3XFdEH/k+Sfneid',
    'hO7BhLtlJVfqP9Z00Sj08C1FIzPD/dpvrqclQNVB1H6jLfa0OU6+c5Kzm++WIZkc',
    'K6SOgaJesWhPLoXWifmHBJbHOgDsPOtQu0rfj5Z0nmrhLD+dCSj0bMkSjyWLMWaC',
    'Zr16m5XVIHHG3sFBycOBBjW+jJPmHZv2H8DuNwHdPGvqcLwsIBfNObRid98YiLDL',
    '5wIDAQAB',
  ),
  rsa1024: pem(
    'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCws9D1tpWVR1N9n+02IC+yYXoE',
    'qT3VMlr/1L/Y0xXYYpU0JF/X2l3yzq0sHS0wjXYD2FNXirCdJRnkY3scQeFWzg3H',
    'i3DQvhOZMfkGQhG3djKW421gtjaEAJv4ESJem2d6n8kT8Muir/zUv5gCz4JzImSu',
    '3cmzVZbSDESj+dQE2wIDAQAB',
  ),
  prime256v1: pem('MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEpkRarNvvipJ6kchwlFWk+M6Yas0n', 'g2UXIoUM+Fp6j/HInk+heo1PNv8z19Ahkq+E2gRqFYLW1rfPoziAIoUuXQ=='),
  secp384r1: pem(
    'MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE8Mlh0wukVCBuTllKOb9YayBb9+we6YS+',
    'rPYfZrr4HsIu1YrT4pV9rfn8AdvwkQTQ3QXb/avZlN7hT0kuokd4POTrE2j1rb4N',
    'Fm1XAObvhlzj1rDDYKA+GJTXD54D689k',
  ),
  secp521r1: pem(
    'MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQBtHIfy2Hn4QoZ9OgnwRYeoIX5kO5x',
    'U+flAaFftzgerNLpx+brHBQSY8G/JE6al2RmC8oLR2nvdYGhvD5BL8WKJ7IA3ij8',
    'At0C7tUEp2kryPwab7jE6jpTdEZK6UBCU/KfyjzBQYOI77bwsvhP3lj7fSS9LLu/',
    'CiTkE0eaZqpQsE2SuCM=',
  ),
  secp256k1: pem('MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAES+XtV1ZXC61EFdqH+eylCOmK6gXSUdJ0', 'YKhTZ1sl0c+e6V9IENU3/C/rNKEKLcEz2waXB/hJyxvf/9LQ86m0Iw=='),
  ed25519: pem('MCowBQYDK2VwAyEABPHGXKRYfOtNNFtklHJpFBP70GsBdktwjowaRtZKXyg='),
  ed448: pem('MEMwBQYDK2VxAzoAqLEVvsebcEKBr1AVbb+VGmW4e+TQy1CIvPSUA4gxNTQUPM6s', 'Kzx09fsy8xUygd4KgPw6ZrqMyTmA'),
  x25519: pem('MCowBQYDK2VuAyEAMQ97LeuMLxd4SNkOq3XWmka9n31aoJqsn6qaWxtLwys='),
} as const;
