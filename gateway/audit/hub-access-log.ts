import type { ApolloServerPlugin } from '@apollo/server';
import type { AccessDecision, AccessNote } from '../../shared/audit/access-entry.js';
import type { AccessLog } from '../../shared/audit/access-log.js';
import { askedCoordinates } from '../../shared/audit/coordinates-of.js';
import { decisionOf } from '../../shared/audit/decision-of.js';
import { type AnsweredOperation, watchOperations } from '../../shared/audit/watch-operations.js';
import { directoryName } from '../directory/directory-name.js';
import type { MemberOutcome } from '../fanout/answer-provenance.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { pairwiseSubject } from '../identity/pairwise-subject.js';

/** The access log as the hub's requests see it. */
export interface HubAccessLog {
  /** Sees what is answered, after all that shapes answers. */
  readonly plugin: ApolloServerPlugin<RequestScope>;
  isHealthy(): boolean;
  /**
   * Keeps what a request asked of each member. For a caller who may see more than everybody it resolves when that is
   * on the disk. Throws LOG_UNAVAILABLE.
   */
  keep(scope: RequestScope, policyRevision: string): Promise<void>;
}

export interface HubAccessLogOptions {
  readonly log: Pick<AccessLog, 'append' | 'note' | 'isHealthy'>;
  /** What pseudonyms of callers are made with. */
  readonly subjectSecret: () => Uint8Array;
}

export function createHubAccessLog({ log, subjectSecret }: HubAccessLogOptions): HubAccessLog {
  const watch = watchOperations<RequestScope>(({ provenance }) => provenance);
  return {
    plugin: watch.plugin,
    isHealthy: () => log.isHealthy(),
    async keep(scope, policyRevision) {
      const answered = watch.find(scope);
      const notes =
        answered === undefined ? [] : notesOf(scope, answered, { policyRevision, secret: subjectSecret() });
      if (scope.caller.kind !== 'anonymous') {
        await Promise.all(notes.map((note) => log.append(note)));
        return;
      }
      for (const note of notes) {
        log.note(note);
      }
    },
  };
}

interface NoteParts {
  readonly policyRevision: string;
  readonly secret: Uint8Array;
}

/**
 * One entry per member and domain that was asked, and one per member of whose publications something was shown; for a
 * request of none, one that says so.
 */
function notesOf(scope: RequestScope, answered: AnsweredOperation, parts: NoteParts): AccessNote[] {
  const { outcomes, shown } = scope.provenance;
  const asked = outcomes.filter(({ state }) => state !== 'NOT_ASKED');
  if (asked.length > 0 || shown.length > 0) {
    return [
      ...asked.map((outcome) => noteOf(scope, outcome, { ...parts, answered })),
      ...shown.map((of) => noteOfShown(scope, of, { ...parts, answered })),
    ];
  }
  return answered.coordinates.size === 0 ? [] : [noteOfNone(scope, answered, parts)];
}

function noteOf(
  scope: RequestScope,
  outcome: MemberOutcome,
  { answered, secret, policyRevision }: NoteParts & { readonly answered: AnsweredOperation },
): AccessNote {
  const { member, domain, rows } = outcome;
  return {
    ...whoAsks(scope, secret, member),
    ...{ member, domain, rows, policyRevision },
    ...askedCoordinates(scope.provenance.coordinatesOf(domain)),
    decision: decisionOfOutcome(outcome, answered),
  };
}

/** Names what no member was asked for: the rest of the request is nothing about this one. */
function noteOfShown(
  scope: RequestScope,
  { member, records }: RequestScope['provenance']['shown'][number],
  { answered, secret, policyRevision }: NoteParts & { readonly answered: AnsweredOperation },
): AccessNote {
  const { provenance } = scope;
  const domains = new Set(provenance.outcomes.map(({ domain }) => domain));
  const ofMembers = new Set([...domains].flatMap((domain) => [...provenance.coordinatesOf(domain)]));
  const coordinates = [...answered.coordinates].filter((coordinate) => !ofMembers.has(coordinate));
  return {
    ...whoAsks(scope, secret, member),
    ...{ member, domain: directoryName, rows: records, policyRevision },
    ...askedCoordinates(coordinates),
    decision: provenance.isDenied ? 'PARTLY' : 'ALLOWED',
  };
}

function noteOfNone(scope: RequestScope, answered: AnsweredOperation, parts: NoteParts): AccessNote {
  return {
    ...whoAsks(scope, parts.secret, null),
    ...{ member: null, domain: null, rows: 0, policyRevision: parts.policyRevision },
    ...askedCoordinates(answered.coordinates),
    decision: decisionOf(answered),
  };
}

/** The pseudonym is the one that the member knows the caller by, so that its log and this one can be laid side by side. */
function whoAsks({ requestId, caller }: RequestScope, secret: Uint8Array, member: string | null) {
  const { kind, organization, purpose } = caller;
  return {
    event: 'ACCESS',
    ...{ requestId, kind, organization, purpose },
    caller: pairwiseSubject(secret, member, caller),
  } as const;
}

function decisionOfOutcome(
  { member, state }: MemberOutcome,
  { errors, hasValue }: AnsweredOperation,
): AccessDecision {
  if (state === 'DENIED') {
    return 'DENIED';
  }
  if (state !== 'ANSWERED' && state !== 'EMPTY') {
    return 'FAILED';
  }
  // What is said of another member is nothing about this one.
  const own = errors.filter(({ extensions }) => (extensions?.['member'] ?? member) === member);
  const codes = new Set(own.map(({ extensions }) => extensions?.['code']));
  const decision = decisionOf({ codes, hasValue });
  return decision === 'FAILED' ? 'ALLOWED' : decision;
}
