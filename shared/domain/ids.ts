import { AccordError } from '../errors/accord-error.js';
import { isStorableText } from './text.js';

declare const brand: unique symbol;

/** The id of a member, `[a-z][a-z0-9-]{1,31}`. */
export type MemberId = string & { readonly [brand]: 'MemberId' };

export interface RecordId {
  readonly member: MemberId;
  /** The owner's id of the record: the publisher's public id or a keyed HMAC, 1 to 200 characters, no white space. */
  readonly local: string;
}

const memberPattern = /^[a-z][a-z0-9-]{1,31}$/;
const localPattern = /^[^\s\p{Cc}]{1,200}$/u;

export function isMemberId(text: string): text is MemberId {
  return memberPattern.test(text);
}

export function isLocalId(text: string): boolean {
  return localPattern.test(text) && isStorableText(text) && text === text.normalize('NFC');
}

/** Throws BAD_ID. */
export function readMemberId(text: string): MemberId {
  if (!isMemberId(text)) {
    throw new AccordError('BAD_ID', 'Expected a member id of the form [a-z][a-z0-9-]{1,31}.');
  }
  return text;
}

/** Reads `<member>:<local>`. Throws BAD_ID. */
export function readRecordId(text: string): RecordId {
  const colon = text.indexOf(':');
  const member = text.slice(0, colon);
  const local = text.slice(colon + 1);
  if (colon < 0 || !isMemberId(member) || !isLocalId(local)) {
    throw new AccordError(
      'BAD_ID',
      'Expected an id of the form "<member>:<local>", such as "harbour-watch:d-17".',
    );
  }
  return { member, local };
}

export function writeRecordId(member: string, local: string): string {
  return `${member}:${local}`;
}
