/** What OFAC's remarks say of an entity, in its own words. Nothing else of them is kept. */
export interface OfacRemarks {
  readonly birthDates: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly nationalities: readonly string[];
  readonly gender: 'FEMALE' | 'MALE' | undefined;
  readonly names: readonly { readonly type: 'ALTERNATIVE' | 'FORMER'; readonly full: string }[];
  readonly linkedTo: readonly string[];
  readonly registrations: readonly OfacRegistration[];
  /** Passport, national id and other numbers that must not be kept anywhere: to keep them out of other texts. */
  readonly withheld: readonly string[];
}

export interface OfacRegistration {
  /** In OFAC's words, for example `Public Registration Number`. */
  readonly kind: string;
  readonly number: string;
  readonly country: string | undefined;
}

/** Registers of organisations. Every other number of a remark is withheld, so that a new kind cannot leak. */
const registrationKinds = [
  'Public Registration Number',
  'Registration ID',
  'Registration Number',
  'Company Number',
  'UK Company Number',
  'Business Registration Number',
  'Business Number',
  'Commercial Registry Number',
  'Chamber of Commerce Number',
  'Legal Entity Number',
  'Enterprise Number',
  'Tax ID No.',
  'V.A.T. Number',
];

const registration = new RegExp(
  `^(${registrationKinds.map((kind) => kind.replaceAll('.', '\\.')).join('|')}) (\\S+)(?: \\(([^)]+)\\))?$`,
);

/**
 * Reads the remarks, parts with `;` between them and a full stop at the end. Only parts of a known kind are taken: a
 * passport or a national id, of a person or of a company, is none. `listed` are the names of the list's entities: the
 * full stop of a name such as `… LTD.` is also that of the remarks, and a link is given the name it has in the list.
 */
export function readOfacRemarks(remarks: string, listed: ReadonlySet<string>): OfacRemarks {
  const parts = remarks
    .replace(/\.$/, '')
    .split(';')
    .map((part) => part.trim().replace(/^alt\. /, ''))
    .filter((part) => part !== '');
  const gender = after(parts, 'Gender ')[0]?.toUpperCase();
  return {
    birthDates: after(parts, 'DOB '),
    birthPlaces: after(parts, 'POB '),
    nationalities: [...after(parts, 'nationality '), ...after(parts, 'citizen ')],
    gender: gender === 'FEMALE' || gender === 'MALE' ? gender : undefined,
    names: parts.flatMap(readName),
    linkedTo: after(parts, 'Linked To: ').map((name) => (listed.has(`${name}.`) ? `${name}.` : name)),
    registrations: parts.flatMap(readRegistration),
    withheld: parts.filter((part) => !isKnown(part)).flatMap(numbersOf),
  };
}

function after(parts: readonly string[], start: string): string[] {
  return parts.filter((part) => part.startsWith(start)).map((part) => part.slice(start.length).trim());
}

const nameKind = /^([afn])\.k\.a\. '(.+)'$/;

function readName(part: string): OfacRemarks['names'] {
  const [, kind, full] = nameKind.exec(part) ?? [];
  return full === undefined ? [] : [{ type: kind === 'f' ? 'FORMER' : 'ALTERNATIVE', full }];
}

function readRegistration(part: string): OfacRegistration[] {
  const [, kind, number, country] = registration.exec(part) ?? [];
  return kind === undefined || number === undefined ? [] : [{ kind, number, country }];
}

const knownStarts = ['DOB ', 'POB ', 'nationality ', 'citizen ', 'Gender ', 'Linked To: '];

function isKnown(part: string): boolean {
  return (
    knownStarts.some((start) => part.startsWith(start)) || nameKind.test(part) || registration.test(part)
  );
}

/** Words with at least five digits or letters of which one is a digit: passports, ids, telephone numbers. */
function numbersOf(part: string): string[] {
  return part.split(/[\s(),]+/).filter((word) => /\d/.test(word) && word.length >= 5);
}
