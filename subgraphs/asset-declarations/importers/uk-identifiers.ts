import type { Identifier } from '../../../shared/domain/record-body.js';

/**
 * The public identifiers in what members write: `882843`, `No. 03444246`, `Not-for-profit company, 10894509`,
 * `Registered Charity No 1068839`. Companies House numbers (GB-COH) are eight characters, padded with zeros.
 * `isNumber` says that the cell is for a company's number, so that a single bare number is one.
 */
export function ukIdentifiersIn(words: string, isNumber: boolean): Identifier[] {
  const charity = charityPattern.exec(words)?.[1];
  const company = companyPattern.exec(words)?.[1] ?? (isNumber ? onlyNumberIn(words, charity) : undefined);
  return [
    ...(company === undefined ? [] : [{ scheme: 'GB-COH', id: companyNumber(company) }]),
    ...(charity === undefined ? [] : [{ scheme: 'GB-CHC', id: charity }]),
  ];
}

/** The number must follow at once: "company number of the …" is somebody else's. */
const companyPattern = /\bcompany\s+(?:registration\s+)?(?:number|no)\b[.:\s]*((?:[a-z]{2}\s?)?\d{6,8})\b/i;
const charityPattern = /\bcharity\s*[-(]?\s*(?:registration\s+)?(?:number|no)\b[.:\s]*(\d{6,7})\b/i;
/** Prefixes of Companies House; registered societies have numbers such as `IP27981R`. */
const numberPattern = /\b(?:(?:CE|CS|FC|IP|LP|NC|NI|NL|NP|OC|RC|RS|SC|SL|SO|SP)\s?\d{3,6}R?|\d{5,8})\b/g;

function onlyNumberIn(words: string, charity: string | undefined): string | undefined {
  const found = (words.match(numberPattern) ?? []).filter((number) => number !== charity);
  return found.length === 1 ? found[0] : undefined;
}

function companyNumber(number: string): string {
  const [, prefix = '', digits = ''] = /^([a-z]{0,2})\s?(\d+R?)$/i.exec(number) ?? [];
  return `${prefix.toUpperCase()}${digits.padStart(8 - prefix.length, '0')}`;
}
