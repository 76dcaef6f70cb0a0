import type { Caller } from '../../../shared/identity/caller.js';
import type { ComputedLink, JudgementEntry } from '../../../shared/linking/link.js';
import { type PolicyName, round, type World, type WorldSubject, worldNow } from './linked-world.js';

/** What a link shows, by definition. */
interface PlainLink {
  readonly candidate: string;
  readonly match: string;
  readonly judgement: string;
  readonly computed: ComputedLink | undefined;
  readonly history: readonly JudgementEntry[];
  readonly entries: readonly JudgementEntry[];
}

export interface PlainSearch {
  readonly word?: string;
  readonly token?: string;
  readonly filter: {
    readonly kind?: string;
    readonly country?: string;
    readonly topic?: string;
    readonly member?: string;
    readonly identifier?: string;
  };
}

type Part = 'names' | 'identifiers' | 'countries' | 'topics';

/** Entities and links of a world for one caller, worked out pair by pair from what LINK-BUILD and the ADRs say. */
export class LinkedOracle {
  readonly #world: World;
  readonly #caller: Caller;
  readonly visible: readonly WorldSubject[];

  constructor(world: World, caller: Caller) {
    this.#world = world;
    this.#caller = caller;
    this.visible = world.subjects.filter((subject) => this.#sees(subject));
  }

  /** The subjects of each entity, first published first. */
  entities(): readonly (readonly WorldSubject[])[] {
    const labels = new Map(this.visible.map(({ id }) => [id, id]));
    const joined = this.links().filter(({ judgement }) => judgement === 'POSITIVE');
    for (let changed = true; changed; ) {
      changed = false;
      for (const { candidate, match } of joined) {
        const [a = '', b = ''] = [labels.get(candidate), labels.get(match)].sort();
        changed ||= a !== b;
        labels.set(candidate, a).set(match, a);
      }
    }
    return [...new Set(labels.values())].map((label) =>
      this.visible
        .filter(({ id }) => labels.get(id) === label)
        .sort((a, b) => a.since - b.since || compare(a.entityId, b.entityId)),
    );
  }

  links(): readonly PlainLink[] {
    const { links, judgements, subjects } = this.#world;
    return subjects.flatMap((a) =>
      subjects
        .filter((b) => a.id < b.id)
        .flatMap((b) => {
          const isPair = (of: { candidate: string; match: string }) =>
            of.candidate === a.id && of.match === b.id;
          const computed = links.find(isPair);
          const history = judgements.filter(isPair);
          const link = {
            candidate: a.id,
            match: b.id,
            computed,
            history,
            ...said([a, b], history, computed),
          };
          return this.#isShown(link) && this.visible.includes(a) && this.visible.includes(b) ? [link] : [];
        }),
    );
  }

  entity(id: string): object | null {
    const group = this.#groupOf((subject) => subject.entityId === id);
    const first = group?.[0];
    if (group === undefined || first === undefined) {
      return null;
    }
    const links = this.links().filter((link) =>
      group.some((subject) => subject.id === link.candidate || subject.id === link.match),
    );
    return {
      id: first.entityId,
      kind: first.subject.kind,
      name: this.#nameOf(group),
      names: this.#names(group),
      identifiers:
        this.#merged(group, 'identifiers', ({ subject }) =>
          subject.identifiers.map(({ scheme, id: own }) => JSON.stringify({ scheme, id: own })),
        )?.map((text) => JSON.parse(text)) ?? null,
      countries: this.#merged(group, 'countries', ({ subject }) => subject.countries),
      topics: this.#merged(group, 'topics', ({ subject }) => subject.topics),
      subjects: group.map((subject) => subject.id).sort(compare),
      referents: group.map(({ entityId }) => entityId).sort(compare),
      members: [...new Set(group.map(({ member }) => member))]
        .sort(compare)
        .map((member) => ({ id: member })),
      links: this.#inOrder(links).map((link) => this.#linkShown(link)),
    };
  }

  /** The entities that a search finds, in order, and whether all members are searched. */
  search({ word, token, filter }: PlainSearch): {
    readonly ids: readonly string[];
    readonly isWhole: boolean;
  } {
    const found = this.entities().flatMap((group) => {
      const beyond = group.flatMap((subject) =>
        word === undefined ? this.#byToken(subject, token ?? '') : this.#byWord(subject, word),
      );
      return beyond.length === 0 || !this.#holds(group, filter)
        ? []
        : [
            {
              beyond: Math.min(...beyond),
              name: (this.#nameOf(group) ?? '').toLowerCase(),
              id: group[0]?.entityId ?? '',
            },
          ];
    });
    const parts: Part[] = [
      'names',
      ...(word === undefined ? (['identifiers'] as const) : []),
      ...(filter.country === undefined ? [] : (['countries'] as const)),
      ...(filter.topic === undefined ? [] : (['topics'] as const)),
      ...(filter.identifier === undefined ? [] : (['identifiers'] as const)),
    ];
    const present = this.#world.members.filter(({ isPresent }) => isPresent);
    return {
      ids: found
        .sort((a, b) => a.beyond - b.beyond || compare(a.name, b.name) || compare(a.id, b.id))
        .map(({ id }) => id),
      isWhole: present.every(({ id }) => parts.every((part) => this.#mayUse(id, part))),
    };
  }

  /** The review queue of the caller's member. */
  queue(wanted: readonly string[], least: number | undefined): readonly object[] {
    const own = this.links().filter(({ candidate, match }) =>
      [candidate, match].some((id) => id.startsWith(`${this.#caller.organization}:`)),
    );
    const listed = own.filter(
      (link) =>
        wanted.includes(link.judgement) && (least === undefined || (this.#score(link) ?? -1) >= least),
    );
    return this.#inOrder(listed).map((link) => this.#linkShown(link));
  }

  #sees({ member, subject: { audience } }: WorldSubject): boolean {
    const { kind, organization, isMember, clearance, scopes } = this.#caller;
    const isOwner = isMember && organization === member;
    const reaches = {
      'TLP:CLEAR': true,
      'TLP:GREEN': kind !== 'anonymous',
      'TLP:AMBER': isMember,
      'TLP:AMBER+STRICT': isOwner || (organization !== null && audience.sharedWith.includes(organization)),
      'TLP:RED': isOwner,
    }[audience.tlp];
    const order = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];
    const isCleared = order.indexOf(audience.tlp) <= order.indexOf(clearance);
    const isOut = audience.embargoUntil === undefined || audience.embargoUntil <= worldNow.toISOString();
    const isAsked = audience.requires.every(
      ({ scopes: wanted, organizations, proof }) =>
        !proof &&
        (wanted.length === 0 || scopes.includes('declarations:personal')) &&
        (organizations === undefined || organizations.includes(organization ?? '')),
    );
    const isPresent = this.#world.members.some((one) => one.id === member && one.isPresent);
    return isPresent && reaches && isCleared && (isOut || isOwner) && isAsked;
  }

  #isShown({ judgement, computed, candidate, match }: PlainLink): boolean {
    const { isMember, organization } = this.#caller;
    const isConcerned = isMember && [candidate, match].some((id) => id.startsWith(`${organization}:`));
    const isLink = computed !== undefined || judgement !== 'NO_JUDGEMENT';
    return isLink && (judgement !== 'NEGATIVE' || isConcerned);
  }

  #policyOf(member: string): PolicyName {
    return this.#world.members.find(({ id }) => id === member)?.policy ?? 'unknown';
  }

  #mayUse(member: string, part: Part): boolean {
    const { scopes, isMember, kind, purpose } = this.#caller;
    const asked: Readonly<Record<PolicyName, readonly [Part, boolean] | boolean>> = {
      open: true,
      namesByScope: ['names', scopes.includes('declarations:personal')],
      namesMasked: ['names', false],
      namesClosed: ['names', false],
      identifiersOfMembers: ['identifiers', isMember],
      identifiersByProof: ['identifiers', false],
      countriesSignedIn: ['countries', kind !== 'anonymous'],
      topicsForPurpose: ['topics', purpose === 'INVESTIGATION'],
      unknown: false,
    };
    const rule = asked[this.#policyOf(member)];
    return typeof rule === 'boolean' ? rule : rule[0] !== part || rule[1];
  }

  #mayTell(member: string, field: string): boolean {
    if (field === 'Person.birthDate') {
      return this.#caller.isMember && this.#policyOf(member) !== 'unknown';
    }
    // A rule on the field's whole name alone is one on `Person.names`, of which `Person.name` is no part.
    return field === 'Person.identifiers'
      ? this.#mayUse(member, 'identifiers')
      : this.#mayUse(member, 'names');
  }

  #groupOf(is: (subject: WorldSubject) => boolean): readonly WorldSubject[] | undefined {
    return this.entities().find((group) => group.some(is));
  }

  #nameOf(group: readonly WorldSubject[]): string | null {
    const named = group.find(
      ({ member, subject }) => this.#mayUse(member, 'names') && subject.names.length > 0,
    );
    return named?.subject.names[0]?.full ?? null;
  }

  #names(group: readonly WorldSubject[]): readonly object[] | null {
    const names = this.#merged(group, 'names', ({ subject }) => subject.names.map(({ full }) => full));
    return (
      names?.map((full) => ({
        ...{ full, language: null, script: null },
        subjects: group
          .filter(({ member }) => this.#mayUse(member, 'names'))
          .filter(({ subject }) => subject.names.some((one) => one.full === full))
          .map(({ id }) => id)
          .sort(compare),
      })) ?? null
    );
  }

  #merged(
    group: readonly WorldSubject[],
    part: Part,
    of: (subject: WorldSubject) => readonly string[],
  ): readonly string[] | null {
    const readable = group.filter(({ member }) => this.#mayUse(member, part));
    return readable.length === 0 ? null : [...new Set(readable.flatMap(of))].sort(compare);
  }

  #byWord({ member, subject }: WorldSubject, word: string): readonly number[] {
    const names = this.#mayUse(member, 'names') ? subject.names.map(({ full }) => full.split(' ')) : [];
    return names.filter((all) => all.includes(word)).map((all) => all.length - 1);
  }

  #byToken({ member, subject }: WorldSubject, token: string): readonly number[] {
    const own = subject.tokens.filter((tokens) => tokens.round === round);
    const mayNames =
      this.#mayUse(member, 'names') &&
      this.#mayUse(member, 'countries') &&
      (subject.kind === 'ORGANIZATION' || this.#mayTell(member, 'Person.birthDate'));
    const isFound =
      (mayNames && own.some(({ names }) => names.includes(token))) ||
      (this.#mayUse(member, 'identifiers') && own.some(({ identifiers }) => identifiers.includes(token)));
    return isFound ? [0] : [];
  }

  #holds(group: readonly WorldSubject[], filter: PlainSearch['filter']): boolean {
    const { kind, country, topic, member, identifier } = filter;
    const some = (part: Part, is: (subject: WorldSubject) => boolean) =>
      group.some((subject) => this.#mayUse(subject.member, part) && is(subject));
    return (
      (kind === undefined || group[0]?.subject.kind === kind) &&
      (member === undefined || group.some((subject) => subject.member === member)) &&
      (country === undefined || some('countries', ({ subject }) => subject.countries.includes(country))) &&
      (topic === undefined || some('topics', ({ subject }) => subject.topics.includes(topic))) &&
      (identifier === undefined ||
        some('identifiers', ({ subject }) => subject.identifiers.some(({ id }) => id === identifier)))
    );
  }

  #criteria({ computed, candidate, match }: PlainLink) {
    const owners = [candidate, match].map((id) => id.split(':')[0] ?? '');
    return computed?.criteria.filter(({ reads }) =>
      reads.every((field) => owners.every((owner) => this.#mayTell(owner, field))),
    );
  }

  #score(link: PlainLink): number | null {
    const { computed } = link;
    return computed !== undefined && this.#criteria(link)?.length === computed.criteria.length
      ? computed.score
      : null;
  }

  #inOrder(links: readonly PlainLink[]): readonly PlainLink[] {
    return links.toSorted(
      (a, b) =>
        (this.#score(b) ?? -1) - (this.#score(a) ?? -1) ||
        compare(a.candidate, b.candidate) ||
        compare(a.match, b.match),
    );
  }

  #linkShown(link: PlainLink): object {
    const { candidate, match, computed, judgement, entries, history } = link;
    const idOf = (record: string) => ({ id: this.#groupOf(({ id }) => id === record)?.[0]?.entityId });
    const criteria = this.#criteria(link)?.map(({ feature, weight, detail = null }) => ({
      feature,
      weight,
      detail,
    }));
    return {
      ...{ candidate, match, candidateEntity: idOf(candidate), matchEntity: idOf(match) },
      ...{
        confidenceScore: this.#score(link),
        matcher: computed?.matcher ?? null,
        criteria: criteria ?? null,
      },
      judgement,
      decidedBy: entries.map(({ decidedBy }) => ({ id: decidedBy })),
      decidedAt:
        entries
          .map(({ decidedAt }) => decidedAt)
          .sort()
          .at(-1) ?? null,
      evidence: entries.flatMap(({ evidence }) => evidence ?? []),
      history: history.map(({ judgement: was, decidedBy, decidedAt, evidence = null }) => ({
        ...{ judgement: was, decidedBy: { id: decidedBy }, decidedAt, evidence },
      })),
    };
  }
}

/** What the owners of two subjects said last, and what holds by that. */
function said(
  pair: readonly WorldSubject[],
  history: readonly JudgementEntry[],
  computed: ComputedLink | undefined,
): Pick<PlainLink, 'judgement' | 'entries'> {
  const owners = [...new Set(pair.map(({ member }) => member))].sort(compare);
  const last = owners.flatMap((owner) => history.findLast(({ decidedBy }) => decidedBy === owner) ?? []);
  const strongest = ['NEGATIVE', 'UNSURE', 'POSITIVE'].find((one) =>
    last.some(({ judgement }) => judgement === one),
  );
  const otherwise = computed?.verdict === 'ACCEPT' ? 'POSITIVE' : 'NO_JUDGEMENT';
  return {
    judgement: strongest ?? otherwise,
    entries: last.filter(({ judgement }) => judgement === strongest),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
