import { type Part, partAt, partsAt, textAt, textsAt } from './answer.js';
import { identifierProperty, lower } from './party.js';
import type { FtmCollector, StatementSource, Subject } from './statements.js';

/** As many links as the graph gives at once. */
export const mostLinks = 200;

const sources = `sources {
  subject tlp since member { id licence }
  names { full language } identifiers { scheme id } countries topics
}`;

/** The entity itself: what each record says of it, and the links of its records with what they lead to. */
export const entityQuery = `query Entity($id: ID!) {
  entity(id: $id) {
    id kind subjects referents
    ${sources}
    links(first: ${mostLinks}) {
      candidate match confidenceScore matcher judgement criteria { feature }
      candidateEntity { kind ${sources} } matchEntity { kind ${sources} }
    }
  }
}`;

export interface ToldEntity {
  /** Its id in the graph. */
  readonly id: string;
  /** The record ids of its subjects. */
  readonly subjects: readonly string[];
}

export function readEntity(entity: Part): ToldEntity {
  return { id: textAt(entity, 'id') ?? '', subjects: textsAt(entity, 'subjects') };
}

/** Statements about the entity, each of the record that a member published, under that record's label. */
export function tellEntity(entity: Part, collector: FtmCollector): void {
  tellSources(entity, partsAt(entity, 'sources'), collector);
  const [first] = partsAt(entity, 'sources');
  if (first !== undefined) {
    tellLinks(entity, subjectSource(first), collector);
  }
}

function tellSources(entity: Part, parts: readonly Part[], collector: FtmCollector): void {
  const schema = textAt(entity, 'kind') === 'PERSON' ? 'Person' : 'Organization';
  for (const part of parts) {
    const source = subjectSource(part);
    const subject: Subject = { id: source.record, schema };
    collector.add(subject, {}, source);
    for (const name of partsAt(part, 'names')) {
      collector.add(subject, { name: textAt(name, 'full') }, source, textAt(name, 'language'));
    }
    for (const identifier of partsAt(part, 'identifiers')) {
      const [scheme, id] = [textAt(identifier, 'scheme'), textAt(identifier, 'id')];
      if (scheme !== undefined && id !== undefined) {
        collector.add(subject, identifierProperty(schema, scheme, id), source);
      }
    }
    const countries = textsAt(part, 'countries').map(lower);
    collector.add(subject, { country: countries, topics: textsAt(part, 'topics') }, source);
  }
}

function subjectSource(part: Part): StatementSource {
  const member = partAt(part, 'member') ?? {};
  return {
    member: textAt(member, 'id') ?? '',
    record: textAt(part, 'subject') ?? '',
    license: textAt(member, 'licence'),
    tlp: textAt(part, 'tlp'),
    firstSeen: textAt(part, 'since'),
  };
}

/** Links to what is another entity: those within it are what made it one. */
function tellLinks(entity: Part, source: StatementSource, collector: FtmCollector): void {
  for (const link of partsAt(entity, 'links')) {
    const [candidate, match] = [textAt(link, 'candidate') ?? '', textAt(link, 'match') ?? ''];
    if (collector.canonical(candidate) !== collector.canonical(match)) {
      tellEnd(partAt(link, 'candidateEntity'), candidate, collector);
      tellEnd(partAt(link, 'matchEntity'), match, collector);
      collector.add(
        { id: `${candidate}~${match}`, schema: 'Similar' },
        {
          candidate,
          match,
          confidenceScore: textAt(link, 'confidenceScore'),
          matcher: textAt(link, 'matcher'),
          criteria: [
            textAt(link, 'judgement'),
            ...partsAt(link, 'criteria').map((criterion) => textAt(criterion, 'feature')),
          ],
        },
        source,
      );
    }
  }
}

/** The record that a link leads to: of its entity what this record says, since no more of that is exported. */
function tellEnd(entity: Part | undefined, record: string, collector: FtmCollector): void {
  if (entity !== undefined && collector.canonical(record) === record) {
    const own = partsAt(entity, 'sources').filter((part) => textAt(part, 'subject') === record);
    tellSources(entity, own, collector);
  }
}
