import { createHash } from 'node:crypto';
import type { LinkSubject } from '../linking/link-subject.js';
import type { LinkingSettings } from '../linking/linking-settings.js';
import { narrowerAudience } from '../linking/narrower-audience.js';
import { type PartyRecord, type PublishedParty, toLinkSubject } from '../linking/to-link-subject.js';
import { type TokenInputs, tokenInputs } from '../linking/token-inputs.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { PartyMentions } from './party-mentions.js';
import type { PublicationState } from './publication-state.js';

/** What a party is to be at the hub. */
export interface WantedParty {
  /** With the tokens that were made of it so far; null while there is nothing to compare. */
  readonly subject: LinkSubject | null;
  readonly digest: string;
  /** Empty where nothing is published by tokens. */
  readonly inputs: TokenInputs;
  readonly inputsDigest: string;
  /** Rounds for which no tokens of these inputs were made yet. */
  readonly missing: readonly string[];
}

export interface WantedTerms {
  readonly settings: LinkingSettings;
  readonly policy: MemberPolicy;
  readonly mentions: PartyMentions;
  /** The rounds in force; empty without a broker. */
  readonly rounds: readonly string[];
  readonly state: Pick<PublicationState, 'isWithdrawn' | 'tokens'>;
  readonly now: Date;
}

const noInputs: TokenInputs = { identifiers: [], names: [] };

/**
 * Reads off a party what it is to be at the hub; null where it is not to be there. Who may know of it is who may know of
 * its record and of one that names it openly; where nobody is named so, nothing is published.
 */
export function wantedParty(terms: WantedTerms): (record: PartyRecord) => WantedParty | null {
  const { settings, policy, mentions, rounds, state, now } = terms;
  const audiences = {
    Person: policy.audience('Person', now),
    Organization: policy.audience('Organization', now),
  };
  return (record) => {
    const own = audiences[record.type](record.body);
    const mention = mentions.get(record.local) ?? null;
    const audience = own === null || mention === null ? null : narrowerAudience(own, mention);
    const published = audience === null ? null : toLinkSubject(record, { settings, audience, now });
    return published === null || state.isWithdrawn(record.local)
      ? null
      : withTokens(published, rounds, state);
  };
}

function withTokens(
  { subject, facts }: PublishedParty,
  rounds: readonly string[],
  state: Pick<PublicationState, 'tokens'>,
): WantedParty | null {
  const inputs = rounds.length === 0 ? noInputs : tokenInputs(facts);
  const inputsDigest = digestOf(inputs);
  const hasInputs = inputs.identifiers.length + inputs.names.length > 0;
  const kept = hasInputs
    ? state
        .tokens(subject.local)
        .filter((one) => one.inputs === inputsDigest && rounds.includes(one.tokens.round))
    : [];
  const missing = hasInputs
    ? rounds.filter((round) => !kept.some(({ tokens }) => tokens.round === round))
    : [];
  const whole = { ...subject, tokens: kept.map(({ tokens }) => tokens) };
  const isEmpty = whole.names.length + whole.identifiers.length + whole.tokens.length === 0;
  if (isEmpty && missing.length === 0) {
    return null;
  }
  return { subject: isEmpty ? null : whole, digest: digestOf(whole), inputs, inputsDigest, missing };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
