import { createHash } from 'node:crypto';

/** Where a value comes from and how it may be handled: that of the record it stands in. */
export interface StatementSource {
  /** The member that asserts it (FollowTheMoney `dataset`). */
  readonly member: string;
  /** The record it stands in, `<member>:<local>`. */
  readonly record: string;
  readonly sourceUrl?: string | undefined;
  readonly publisher?: string | undefined;
  readonly retrievedAt?: string | undefined;
  readonly firstSeen?: string | undefined;
  readonly lastSeen?: string | undefined;
  /** SPDX id or `LicenseRef-…`: that of the record, else that of the member. */
  readonly license?: string | undefined;
  readonly attribution?: string | undefined;
  /** A TLP 2.0 label; without one a record is `TLP:AMBER`. */
  readonly tlp?: string | undefined;
  readonly pap?: string | undefined;
}

/** One value of one property of one entity (OpenSanctions statement model), with its source, licence and label. */
export interface Statement {
  readonly id: string;
  readonly entity_id: string;
  readonly canonical_id: string;
  readonly schema: string;
  readonly prop: string;
  readonly value: string;
  readonly lang?: string;
  readonly dataset: string;
  readonly record: string;
  readonly source_url?: string;
  readonly publisher?: string;
  readonly retrieved_at?: string;
  readonly first_seen?: string;
  readonly last_seen?: string;
  readonly license?: string;
  readonly attribution?: string;
  readonly tlp: string;
  readonly pap?: string;
}

/** An entity of FollowTheMoney as one line of JSON, with the statements it is made of. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string;
  readonly referents: readonly string[];
  readonly datasets: readonly string[];
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly statements: readonly Statement[];
}

/** A value as answers have them; null and undefined are no statement. */
export type FtmValue = string | number | boolean | null | undefined;

/** Collects statements and gives the entities they make. */
export interface FtmCollector {
  /** The id under which statements about `entityId` are to be found; itself unless it was merged. */
  canonical(entityId: string): string;
  /** `lang`: the language of the values, ISO 639-3. */
  add(
    about: Subject,
    properties: Readonly<Record<string, PropertyValues>>,
    source: StatementSource,
    lang?: string,
  ): void;
  /** In the order in which each was first spoken of. */
  entities(): FtmEntity[];
}

type PropertyValues = FtmValue | readonly FtmValue[];

export interface Subject {
  readonly id: string;
  readonly schema: string;
}

const unlabelled = 'TLP:AMBER';

/**
 * `merged`: for each entity id of a party that is known to be another's, the id of that entity. Statements keep the id
 * of the party's own record, so that nothing is lost by the merge.
 */
export function createFtmCollector(merged: ReadonlyMap<string, string>): FtmCollector {
  const byEntity = new Map<string, { schema: string; statements: Map<string, Statement> }>();
  const canonical = (id: string): string => merged.get(id) ?? id;
  return {
    canonical,
    add({ id, schema }, properties, source, lang) {
      const entity = byEntity.get(canonical(id)) ?? { schema, statements: new Map<string, Statement>() };
      entity.schema = moreSpecific(entity.schema, schema);
      byEntity.set(canonical(id), entity);
      for (const [prop, given] of Object.entries(properties)) {
        for (const value of valuesOf(given)) {
          const statement = statementOf({ id, schema, canonical: canonical(id), prop, value, lang }, source);
          entity.statements.set(statement.id, statement);
        }
      }
    },
    entities: () => [...byEntity].map(([id, entity]) => entityOf(id, entity)),
  };
}

/** Members may know an organisation only as such that others know as a company. */
function moreSpecific(known: string, said: string): string {
  return known === 'Organization' ? said : known;
}

function valuesOf(given: PropertyValues): readonly string[] {
  const list = isList(given) ? given : [given];
  return list.flatMap((value) =>
    value === null || value === undefined || value === '' ? [] : [String(value)],
  );
}

function isList(given: PropertyValues): given is readonly FtmValue[] {
  return Array.isArray(given);
}

interface Said extends Subject {
  readonly canonical: string;
  readonly prop: string;
  readonly value: string;
  readonly lang: string | undefined;
}

function statementOf({ id, schema, canonical, prop, value, lang }: Said, source: StatementSource): Statement {
  const key = [source.record, id, schema, prop, value, lang ?? ''].join('\u0000');
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 40),
    entity_id: id,
    canonical_id: canonical,
    ...{ schema, prop, value },
    ...(lang === undefined ? {} : { lang }),
    dataset: source.member,
    record: source.record,
    ...named('source_url', source.sourceUrl),
    ...named('publisher', source.publisher),
    ...named('retrieved_at', source.retrievedAt),
    ...named('first_seen', source.firstSeen),
    ...named('last_seen', source.lastSeen),
    ...named('license', source.license),
    ...named('attribution', source.attribution),
    tlp: source.tlp ?? unlabelled,
    ...named('pap', source.pap),
  };
}

function named(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value };
}

function entityOf(
  id: string,
  { schema, statements }: { schema: string; statements: Map<string, Statement> },
): FtmEntity {
  const all = [...statements.values()];
  const properties: Record<string, string[]> = {};
  for (const { prop, value } of all) {
    const values = properties[prop] ?? [];
    properties[prop] = values.includes(value) ? values : [...values, value];
  }
  const caption = (properties['name'] ?? properties['title'])?.[0];
  return {
    id,
    schema,
    ...(caption === undefined ? {} : { caption }),
    referents: distinct(all.map(({ entity_id }) => entity_id)).filter((referent) => referent !== id),
    datasets: distinct(all.map(({ dataset }) => dataset)),
    properties,
    statements: all,
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
