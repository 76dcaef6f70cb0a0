import DataLoader from 'dataloader';
import { compareText } from '../../../shared/domain/text.js';
import type { Caller } from '../../../shared/identity/caller.js';
import type { ComputedLink, JudgementEntry, Pair } from '../../../shared/linking/link.js';
import { maySeeSubject } from '../../../shared/linking/may-see-subject.js';
import type { LinkPlace, LinkStore, StoredSubject } from '../links/link-store.js';
import { type Entity, joinEntities } from './entity.js';
import { gatherPairs, keyOfPair, linkOf, type VisibleLink } from './visible-link.js';

export interface EntityRequestOptions {
  readonly store: LinkStore;
  readonly caller: Caller;
  /** The one moment of the request. */
  readonly now: Date;
  /** Whether a member takes part; what others published before they left is nobody's to show. */
  readonly isPresent: (member: string) => boolean;
}

/** Ids that the store is asked for at once. */
const maxBatch = 500;
/** More than the people of one member judge. */
const maxJudged = 1_000_000;

/**
 * Subjects, links and entities as one caller may see them, at one moment. All that is read goes through here, so that
 * what a caller may not see is left out before anything is made of it. Asks the store in batches; kept for a request.
 */
export class EntityRequest {
  readonly #options: EntityRequestOptions;
  #subjects = this.#subjectLoader();
  #byEntityId = this.#entityIdLoader();
  #links = this.#linkLoader();
  #entities = this.#entityLoader();

  constructor(options: EntityRequestOptions) {
    this.#options = options;
  }

  get caller(): Caller {
    return this.#options.caller;
  }

  get now(): Date {
    return this.#options.now;
  }

  /** By record id; undefined for who may not see it as for nobody. */
  subject(id: string): Promise<StoredSubject | undefined> {
    return this.#subjects.load(id);
  }

  /** By the entity id that it has itself. */
  subjectOfEntityId(entityId: string): Promise<StoredSubject | undefined> {
    return this.#byEntityId.load(entityId);
  }

  /** The subjects that have all of some keys, by pages. Most of what a search looks at is not found, so none is kept. */
  async *withAll(keys: readonly string[]): AsyncGenerator<readonly StoredSubject[]> {
    const { store } = this.#options;
    let after: string | null = null;
    do {
      const ids: readonly string[] = await store.idsWithAll(keys, { after, limit: maxBatch });
      yield (await store.subjects(ids)).flatMap((subject) => this.#visible(subject) ?? []);
      after = ids.length < maxBatch ? null : (ids.at(-1) ?? null);
    } while (after !== null);
  }

  /** The links of a subject to others that the caller may see, in no order that means anything. */
  links(id: string): Promise<readonly VisibleLink[]> {
    return this.#links.load(id);
  }

  /** The link of a pair; undefined where there is none that the caller may see. */
  async link({ candidate, match }: Pair): Promise<VisibleLink | undefined> {
    const links = await this.links(candidate);
    return links.find((link) => link.candidate === candidate && link.match === match);
  }

  /** The links that the caller may see of subjects of a member about which there is a judgement. */
  async judged(member: string): Promise<readonly VisibleLink[]> {
    const pairs = await this.#options.store.judged(member, maxJudged);
    return await this.#visibleLinks(pairs);
  }

  /**
   * The same of those that nobody judged, best first, by pages. `floor` is a score that none of those to come is above;
   * undefined where there are none.
   */
  async *unjudged(
    member: string,
    isWanted: (link: ComputedLink) => boolean,
  ): AsyncGenerator<{ readonly links: readonly VisibleLink[]; readonly floor: number | undefined }> {
    let after: LinkPlace | null = null;
    do {
      const page: readonly ComputedLink[] = await this.#options.store.unjudged(member, maxBatch, after);
      after = page.length < maxBatch ? null : (page.at(-1) ?? null);
      yield { links: await this.#visibleLinks(page.filter(isWanted)), floor: after?.score };
    } while (after !== null);
  }

  /** The entity that a visible subject is part of. Throws QUERY_TOO_BROAD where it has too many. */
  entity(subject: StoredSubject): Promise<Entity> {
    return this.#entities.load(subject);
  }

  /** Every judgement of a pair that the caller may see both ends of, oldest first. */
  history(pair: Pair): Promise<readonly JudgementEntry[]> {
    return this.#options.store.history(pair);
  }

  /** Adds to the history, and forgets what was read before. */
  async judge(entry: JudgementEntry): Promise<void> {
    await this.#options.store.judge(entry);
    this.#subjects = this.#subjectLoader();
    this.#byEntityId = this.#entityIdLoader();
    this.#links = this.#linkLoader();
    this.#entities = this.#entityLoader();
  }

  async #visibleLinks(pairs: readonly Pair[]): Promise<readonly VisibleLink[]> {
    return (await Promise.all(pairs.map((pair) => this.link(pair)))).flatMap((link) => link ?? []);
  }

  #visible(subject: StoredSubject | undefined): StoredSubject | undefined {
    const { caller, now, isPresent } = this.#options;
    if (subject === undefined || !isPresent(subject.member)) {
      return undefined;
    }
    const {
      member,
      subject: { audience },
    } = subject;
    return maySeeSubject({ member, audience }, caller, now) ? subject : undefined;
  }

  #subjectLoader(): DataLoader<string, StoredSubject | undefined> {
    return new DataLoader(
      async (ids) => (await this.#options.store.subjects(ids)).map((subject) => this.#visible(subject)),
      { maxBatchSize: maxBatch },
    );
  }

  #entityIdLoader(): DataLoader<string, StoredSubject | undefined> {
    return new DataLoader(
      async (ids) =>
        (await this.#options.store.subjectsByEntityId(ids)).map((subject) => this.#visible(subject)),
      { maxBatchSize: maxBatch },
    );
  }

  #linkLoader(): DataLoader<string, readonly VisibleLink[]> {
    return new DataLoader((ids) => this.#linksOf(ids), { maxBatchSize: maxBatch });
  }

  #entityLoader(): DataLoader<StoredSubject, Entity, string> {
    return new DataLoader(
      (subjects) =>
        joinEntities(subjects, async (ids) => (await Promise.all(ids.map((id) => this.links(id)))).flat()),
      { cacheKeyFn: ({ id }) => id, maxBatchSize: maxBatch },
    );
  }

  async #linksOf(ids: readonly string[]): Promise<readonly (readonly VisibleLink[])[]> {
    const { store, caller } = this.#options;
    const [computed, entries] = await Promise.all([store.linksOf(ids), store.judgementsOf(ids)]);
    const byEnd = new Map<string, VisibleLink[]>(ids.map((id) => [id, []]));
    await Promise.all(
      [...gatherPairs(computed, entries).values()].map(async (facts) => {
        const [candidate, match] = await Promise.all([
          this.subject(facts.candidate),
          this.subject(facts.match),
        ]);
        const link = candidate && match && linkOf(facts, [candidate, match], caller);
        if (link !== undefined) {
          byEnd.get(link.candidate)?.push(link);
          byEnd.get(link.match)?.push(link);
        }
      }),
    );
    return ids.map((id) => (byEnd.get(id) ?? []).sort((a, b) => compareText(keyOfPair(a), keyOfPair(b))));
  }
}
