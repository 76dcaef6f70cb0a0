import { AccordError } from '../../shared/errors/accord-error.js';
import { type AskedHub, askHub, type HubAnswer } from '../ask-hub.js';
import { isPart, type Part, partAt, partsAt, textAt } from '../ftm/answer.js';
import { pageQuery, type ToldConnection, toldConnections } from '../ftm/connections.js';
import { entityQuery, mostLinks, readEntity, tellEntity } from '../ftm/entity.js';
import { sourceOf } from '../ftm/record.js';
import { createFtmCollector, type FtmCollector, type FtmEntity } from '../ftm/statements.js';

/** An entity with all that the caller may see of it, and what is not in it. */
export interface ExportedEntity {
  readonly entities: readonly FtmEntity[];
  readonly records: number;
  /** Members that should have answered and did not, by id. */
  readonly missing: readonly string[];
  /** How many values the caller was refused. */
  readonly refused: number;
  /** Whether the entity may have more links than are here, which are the best. */
  readonly hasMoreLinks: boolean;
}

const pageSize = 100;

/**
 * Asks a hub for an entity, its links and its records page by page, as one caller, and tells it in the words of
 * FollowTheMoney. Throws what `askHub` throws, and BAD_ID where the caller may see no such entity.
 */
export async function exportEntity(hub: AskedHub, id: string): Promise<ExportedEntity> {
  const progress: Progress = { missing: new Set(), refused: 0, records: 0 };
  const answer = await askHub(hub, entityQuery, { id });
  note(progress, answer);
  const entity = answer.data['entity'];
  if (!isPart(entity)) {
    throw new AccordError('BAD_ID', 'Expected the id of an entity that the caller may see, there is none.');
  }
  const told = readEntity(entity);
  const collector = createFtmCollector(new Map(told.subjects.map((subject) => [subject, told.id])));
  tellEntity(entity, collector);
  for (const connection of toldConnections) {
    await tellRecords({ hub, id: told.id, connection, collector, progress });
  }
  const { missing, refused, records } = progress;
  const hasMoreLinks = partsAt(entity, 'links').length === mostLinks;
  return { entities: collector.entities(), records, missing: [...missing].sort(), refused, hasMoreLinks };
}

interface Progress {
  readonly missing: Set<string>;
  refused: number;
  records: number;
}

async function tellRecords(of: {
  readonly hub: AskedHub;
  readonly id: string;
  readonly connection: ToldConnection;
  readonly collector: FtmCollector;
  readonly progress: Progress;
}): Promise<void> {
  const { hub, id, connection, collector, progress } = of;
  const query = pageQuery(connection);
  let after: string | undefined;
  do {
    hub.signal.throwIfAborted();
    const answer = await askHub(hub, query, { id, first: pageSize, after: after ?? null });
    note(progress, answer);
    const page = pageOf(answer, connection.field);
    for (const edge of partsAt(page, 'edges')) {
      const record = partAt(edge, 'node');
      if (record !== undefined) {
        connection.tell({ record, source: sourceOf(record), collector });
        progress.records += 1;
      }
    }
    const info = partAt(page, 'pageInfo') ?? {};
    after = info['hasNextPage'] === true ? textAt(info, 'endCursor') : undefined;
  } while (after !== undefined);
}

function pageOf({ data }: HubAnswer, field: string): Part {
  const entity = data['entity'];
  return isPart(entity) ? (partAt(entity, field) ?? {}) : {};
}

/** What an answer says is missing from it. Whatever stands in no list below is an error of the whole export. */
function note(progress: Progress, { errors }: HubAnswer): void {
  for (const { message, extensions } of errors) {
    switch (extensions?.code) {
      case 'MEMBER_UNAVAILABLE':
      case 'NOT_PROVIDED':
        progress.missing.add(extensions.member ?? 'unknown');
        break;
      case 'UNAUTHORIZED_FIELD_OR_TYPE':
      case 'WITHHELD':
        progress.refused += 1;
        break;
      default:
        throw new AccordError('HUB_UNAVAILABLE', message);
    }
  }
}
