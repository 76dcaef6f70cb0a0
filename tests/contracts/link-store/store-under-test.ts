import type { KeysOf } from '../../../gateway/directory/links/keys-of.js';
import type {
  LinkStore,
  Publication,
  PublicationOutcome,
} from '../../../gateway/directory/links/link-store.js';
import type { LinkSubject } from '../../../shared/linking/link-subject.js';

/** Opens the same store for the same place each time. */
export type OpenLinkStore = (
  place: string,
  options: { readonly keysOf: KeysOf; readonly now: () => Date },
) => Promise<LinkStore>;

/** Gives a store of its own to each test, or replicas of one where the place is named. */
export type TakeStore = (options?: {
  readonly place?: string;
  readonly keysOf?: KeysOf;
  readonly now?: () => Date;
}) => Promise<LinkStore>;

export const published = '2026-02-01T00:00:00.000Z';

/** Publishes under the sequence that is next. */
export async function publish(
  store: LinkStore,
  member: string,
  changes: {
    readonly put?: readonly LinkSubject[];
    readonly withdraw?: readonly string[];
    readonly at?: string;
  },
): Promise<PublicationOutcome> {
  return await store.apply(publication(member, (await store.lastSequence(member)) + 1, changes));
}

export function publication(
  member: string,
  sequence: number,
  changes: Partial<Publication> = {},
): Publication {
  return {
    member,
    sequence,
    put: [],
    withdraw: [],
    kid: `key-of-${member}`,
    digest: `digest-${sequence}`,
    at: published,
    ...changes,
  };
}

/** Takes all that is pending off, with these links. */
export async function settleAll(
  store: LinkStore,
  links: Parameters<LinkStore['settle']>[1] = [],
): Promise<void> {
  await store.settle(await store.pending(1_000), links);
}

export async function pendingIds(store: LinkStore): Promise<string[]> {
  return (await store.pending(1_000)).map(({ id }) => id);
}
