import type { Judgement } from '../../../shared/linking/link.js';
import { readFirst } from '../first-argument.js';
import { byScore } from '../judgements/link-score.js';
import type { Entity } from './entity.js';
import {
  type EntitySource,
  identifiersOf,
  membersOf,
  nameOf,
  namesOf,
  recordsOf,
  referentsOf,
  sourcesOf,
  textsOf,
} from './entity-fields.js';
import type { EntitySession } from './entity-session.js';
import { type EntitiesArguments, listEntities } from './list-entities.js';
import { noteEntity, noteLink } from './note-shown.js';
import type { SubjectPart } from './subject-fields.js';
import { keyOfPair, type VisibleLink } from './visible-link.js';

interface LinksArguments {
  readonly judgement?: readonly Judgement[] | null;
  readonly first?: number | null;
}

const defaultLinks = 50;

/** Resolvers of entities. `memberOf` gives what the directory says of a member. */
export function createEntityResolvers(
  sessionOf: (context: unknown) => EntitySession,
  memberOf: (id: string) => object,
) {
  /** A part of an entity's subjects; notes where the caller may not read it of one of them. */
  const part =
    <T>(name: SubjectPart, read: (entity: Entity, mayUse: EntitySession['mayUse']) => T) =>
    (entity: Entity, _args: unknown, context: unknown): T => {
      const { mayUse, asking } = sessionOf(context);
      if (entity.subjects.some((subject) => !mayUse(subject, name))) {
        asking.provenance.noteDenied();
      }
      return read(entity, mayUse);
    };
  const said = {
    names: part('names', namesOf),
    identifiers: part('identifiers', identifiersOf),
    countries: part('countries', (entity, mayUse) => textsOf(entity, 'countries', mayUse)),
    topics: part('topics', (entity, mayUse) => textsOf(entity, 'topics', mayUse)),
  };
  const byId = (id: string, context: unknown) => entityOf(id, sessionOf(context));
  return {
    Query: {
      entity: (_root: unknown, { id }: { readonly id: string }, context: unknown) => byId(id, context),
      entities: (_root: unknown, args: EntitiesArguments, context: unknown) =>
        listEntities(args, sessionOf(context)),
    },
    Entity: {
      __resolveReference: ({ id }: { readonly id: string }, context: unknown) => byId(id, context),
      name: part('names', nameOf),
      ...said,
      subjects: recordsOf,
      referents: referentsOf,
      members: (entity: Entity) => membersOf(entity).map(memberOf),
      sources: sourcesOf,
      links: (entity: Entity, args: LinksArguments, context: unknown) =>
        linksOf(entity, args, sessionOf(context)),
    },
    EntitySource: {
      subject: ({ source }: EntitySource) => source.id,
      member: ({ source }: EntitySource) => memberOf(source.member),
      tlp: ({ source }: EntitySource) => source.subject.audience.tlp,
      since: ({ source }: EntitySource) => source.since,
      ...said,
    },
  };
}

/** The entity that an id of any of its subjects stands for; null where the caller may see none of it. */
async function entityOf(id: string, { request, asking }: EntitySession): Promise<Entity | null> {
  const subject = await request.subjectOfEntityId(id);
  return subject === undefined ? null : noteEntity(await request.entity(subject), asking);
}

async function linksOf(
  { subjects }: Entity,
  { judgement, first }: LinksArguments,
  session: EntitySession,
): Promise<readonly VisibleLink[]> {
  const limit = readFirst(first, defaultLinks);
  const links = (await Promise.all(subjects.map(({ id }) => session.request.links(id)))).flat();
  const once = new Map(links.map((link) => [keyOfPair(link), link]));
  return [...once.values()]
    .filter((link) => !judgement || judgement.includes(link.judgement))
    .sort(byScore(session))
    .slice(0, limit)
    .map((link) => noteLink(link, session.asking));
}
