import type { ComputedLink, JudgementEntry, Pair } from '../../../shared/linking/link.js';
import type { LinkSubject } from '../../../shared/linking/link-subject.js';

/** A subject as the hub keeps it. */
export interface StoredSubject {
  /** `<member>:<local>` */
  readonly id: string;
  readonly member: string;
  /**
   * The permanent id that an entity made of this subject has or answers to: `ent-` and 26 characters, random, made when
   * the subject was first published and given back to it whenever it is published again.
   */
  readonly entityId: string;
  /** When it was first published. Which of an entity's ids is shown: that of the first published. */
  readonly since: string;
  readonly subject: LinkSubject;
}

/**
 * Changes of one member, as one signed request brought them. Applied whole or not at all: first what is put, of several
 * under one id the last, then what is withdrawn.
 */
export interface Publication {
  readonly member: string;
  /** One more than the member's last. */
  readonly sequence: number;
  readonly put: readonly LinkSubject[];
  /** Local ids. */
  readonly withdraw: readonly string[];
  /** Thumbprint of the key that signed it, and SHA-256 of the request: what was published by whom can be shown. */
  readonly kid: string;
  readonly digest: string;
  readonly at: string;
}

/** `applied` · `repeated`: this sequence was applied before · `gap`: an earlier one is missing, `last` is what is here. */
export interface PublicationOutcome {
  readonly outcome: 'applied' | 'repeated' | 'gap';
  readonly last: number;
}

/** What is kept of a publication for ever: by which key it was signed, over which request. */
export interface PublicationReceipt {
  readonly kid: string;
  readonly digest: string;
  readonly at: string;
}

/** Where a list of links, best first, goes on: after this one, which may be gone. */
export interface LinkPlace extends Pair {
  readonly score: number;
}

/** One page of a walk over subjects in the order of their ids. */
export interface SubjectPage {
  readonly subjects: readonly StoredSubject[];
  /** To go on with; null at the end. */
  readonly next: string | null;
}

/**
 * Port: what members published for linking, the links found and what was decided of them; shared by hub replicas where
 * the adapter is MongoDB. Adapters pass `tests/contracts/link-store.ts`. Each call sees all that was written before it:
 * nothing is cached, so that a subject withdrawn is gone with the answer to its withdrawal. Subjects are found by the
 * keys that `subjectKeys` makes of them (shared/linking). Faults throw STORE_UNAVAILABLE, STORE_FULL, STORE_BUSY,
 * STORE_VERSION.
 */
export interface LinkStore {
  apply(publication: Publication): Promise<PublicationOutcome>;
  /** The sequence of the member's last publication; 0 before the first. */
  lastSequence(member: string): Promise<number>;
  /** Of the publication that was applied under this sequence; undefined where there is none. */
  receipt(member: string, sequence: number): Promise<PublicationReceipt | undefined>;
  /** All that the member published goes, as if withdrawn; its sequence starts again. For a member that left. */
  clear(member: string): Promise<void>;

  /** By record id, in the order given; undefined where there is none. */
  subjects(ids: readonly string[]): Promise<(StoredSubject | undefined)[]>;
  /** By entity id, in the order given; undefined for one that is nobody's now. */
  subjectsByEntityId(entityIds: readonly string[]): Promise<(StoredSubject | undefined)[]>;
  walk(after: string | null, limit: number): Promise<SubjectPage>;
  countSubjects(): Promise<number>;

  /**
   * For each key the record ids of the subjects that have it, ascending; of more than `limit` so many, no matter which,
   * since a key that many have is not worth sorting for.
   */
  idsByKeys(keys: readonly string[], limit: number): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The ids of the subjects that have all of these keys, ascending, after an id, at most `limit`. */
  idsWithAll(
    keys: readonly string[],
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly string[]>;

  /** Subjects published or changed since they were last linked, oldest change first. */
  pending(limit: number): Promise<readonly PendingSubject[]>;
  /** Those of these subjects that are pending, in the order given. */
  pendingAmong(ids: readonly string[]): Promise<readonly PendingSubject[]>;
  /**
   * Puts what was found for these subjects in place of all links computed for them before, and takes them off the
   * pending. Of those that changed again since (another `change`) nothing is put or taken: they are still pending. Each
   * link has one of these subjects on a side; one with a subject that is withdrawn by now is left out.
   */
  settle(done: readonly PendingSubject[], links: readonly ComputedLink[]): Promise<void>;
  /** Marks every subject as pending, so that the next run links from scratch. */
  markAllPending(): Promise<void>;

  /** Links computed with any of these subjects on either side, by pair. Those of withdrawn subjects are gone. */
  linksOf(ids: readonly string[]): Promise<readonly ComputedLink[]>;
  /**
   * Computed links with a subject of the member that no member concerned has judged, or all judgements of which were
   * taken back: best score first, those of one score in an order that stays. At most `limit`, after a place.
   */
  unjudged(member: string, limit: number, after?: LinkPlace | null): Promise<readonly ComputedLink[]>;
  /**
   * Pairs with a subject of the member about which there is an entry, that of the latest entry first. At most `limit`,
   * after a pair.
   */
  judged(member: string, limit: number, after?: Pair | null): Promise<readonly Pair[]>;

  /** Adds to the history, of which nothing is ever removed: subjects withdrawn, even unknown ones, keep theirs. */
  judge(entry: JudgementEntry): Promise<void>;
  /** Every entry about pairs with any of these subjects on either side, oldest first. */
  judgementsOf(ids: readonly string[]): Promise<readonly JudgementEntry[]>;
  history(pair: Pair): Promise<readonly JudgementEntry[]>;

  /** What the last full run counted, as JSON; null before the first. See `NameStatistics`. */
  statistics(): Promise<string | null>;
  putStatistics(json: string): Promise<void>;
  /** Takes the right to link for `forMs`, for one replica at a time; the one who has it renews it so. */
  claimRun(holder: string, forMs: number): Promise<boolean>;
  releaseRun(holder: string): Promise<void>;
  close(): Promise<void>;
}

export interface PendingSubject {
  readonly id: string;
  /** Which change of it. */
  readonly change: number;
}
