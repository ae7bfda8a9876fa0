import { type CountryCode, isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The longest way of writing a number that is worth parsing: E.164 has 15 digits, the rest is brackets, spaces and an extension. */
const MAX_LENGTH = 40;
/** Phones put marks of direction around numbers that are copied from their address books. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * A phone number as E.164 (`+442079460018`); `countryCode` reads numbers without a prefix. Null where it is none.
 * A number has to have a length that its country uses; which ranges are in use changes faster than the metadata here.
 */
export const normalisePhoneNumber = (given: string, countryCode: string | undefined): string | null => {
  const text = given.replaceAll(INVISIBLE, '');
  if (text.length > MAX_LENGTH) return null;
  const country: CountryCode | undefined = countryCode !== undefined && isSupportedCountry(countryCode) ? countryCode : undefined;
  // `extract: false`: a number inside other text is a mistake in the form, not a number.
  const parsed = parsePhoneNumberFromString(text, country === undefined ? { extract: false } : { defaultCountry: country, extract: false });
  return parsed?.isPossible() && E164.test(parsed.number) && readsAsItself(parsed) ? parsed.number : null;
};

/** ITU-T E.164 has 15 digits at most; a few countries' rules in the metadata have more. */
const E164 = /^\+[1-9]\d{1,14}$/;

/**
 * What is stored is read again later, without the country that the fan named: what begins like a prefix of its country may
 * be taken for one then, and a length that one country of several with the same code uses may be none. Then it is no
 * number, as two texts would be one.
 */
const readsAsItself = ({ number }: PhoneNumber): boolean => {
  const again = parsePhoneNumberFromString(number, { extract: false });
  return again?.number === number && again.isPossible();
};
