import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
import type { GraphField, RandomGraph } from './random-graph.js';

/** A valid operation of a random graph with its variables. */
export interface RandomQuery {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, boolean>>;
}

const deepest = 5;
const variableNames = ['yes', 'no'] as const;

/**
 * Reads a list of numbers as the choices that make a query, so that a shorter list is a smaller query: what fails
 * shrinks. Undefined where the choices make a query that is not valid, such as one whose fields cannot be merged.
 */
export function queryOf(
  graph: RandomGraph,
  schema: GraphQLSchema,
  choices: readonly number[],
): RandomQuery | undefined {
  const writer = new QueryWriter(graph, choices);
  const root = writer.selections({ name: 'Query', fields: graph.root }, 0);
  const body = `${root}\n${writer.fragments.join('\n')}`;
  const used = variableNames.filter((name) => body.includes(`$${name})`));
  const definitions = used.map((name) => `$${name}: Boolean = ${name === 'yes'}`).join(', ');
  const text = `query Asked${definitions === '' ? '' : `(${definitions})`} ${body}`;
  const document = parse(text);
  return validate(schema, document).length > 0
    ? undefined
    : { text, document, variables: used.includes('yes') ? writer.variables : {} };
}

interface Place {
  readonly name: string;
  readonly fields: readonly GraphField[];
}

class QueryWriter {
  readonly fragments: string[] = [];
  readonly variables: Record<string, boolean> = {};
  readonly #graph: RandomGraph;
  readonly #choices: readonly number[];
  #at = 0;

  constructor(graph: RandomGraph, choices: readonly number[]) {
    this.#graph = graph;
    this.#choices = choices;
    if (this.#next(4) === 0) {
      this.variables['yes'] = false;
    }
  }

  selections(place: Place, depth: number): string {
    const count = 1 + this.#next(4);
    const parts = Array.from({ length: count }, () => this.#selection(place, depth));
    return `{ ${parts.filter((part) => part !== '').join(' ') || '__typename'} }`;
  }

  #selection(place: Place, depth: number): string {
    const kind = this.#next(10);
    if (kind === 0 && place.name !== 'Query') {
      return '__typename';
    }
    if (kind === 1 || kind === 2) {
      return this.#fragment(place, { depth, isNamed: kind === 2 });
    }
    const field = place.fields[this.#next(Math.max(1, place.fields.length))];
    if (field === undefined) {
      return '__typename';
    }
    const alias = this.#next(5) === 0 ? `x${this.#next(3)}: ` : '';
    const below = this.#below(field, depth);
    return below === undefined ? '__typename' : `${alias}${field.name}${this.#condition()}${below}`;
  }

  /** The selection a field needs; undefined where there is no depth left for one. */
  #below({ type }: GraphField, depth: number): string | undefined {
    const known = this.#graph.types.get(type);
    if (known === undefined || known.kind === 'scalar' || known.kind === 'enum') {
      return '';
    }
    return depth >= deepest ? undefined : ` ${this.selections(this.#placeOf(type), depth + 1)}`;
  }

  #fragment(place: Place, of: { readonly depth: number; readonly isNamed: boolean }): string {
    const names = this.#conditionsOf(place.name);
    const on = names[this.#next(names.length)] ?? place.name;
    if (of.depth >= deepest) {
      return '__typename';
    }
    const body = this.selections(on === 'Query' ? place : this.#placeOf(on), of.depth + 1);
    if (!of.isNamed) {
      return `...${this.#next(4) === 0 && on === place.name ? '' : ` on ${on}`}${this.#condition()} ${body}`;
    }
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${on} ${body}`);
    return `...${name}${this.#condition()}`;
  }

  /** The types that a fragment within a type can be on. */
  #conditionsOf(name: string): string[] {
    const type = this.#graph.types.get(name);
    return [name, ...(type?.possible ?? []), ...(type?.interfaces ?? [])];
  }

  #placeOf(name: string): Place {
    const fields = this.#graph.types.get(name)?.fields;
    const both = [...(fields?.a ?? []), ...(fields?.b ?? [])];
    return {
      name,
      fields: both.filter((field, i) => both.findIndex((other) => other.name === field.name) === i),
    };
  }

  #condition(): string {
    const choice = this.#next(12);
    if (choice > 3) {
      return '';
    }
    const directive = choice % 2 === 0 ? 'include' : 'skip';
    const value = choice < 2 ? `$${variableNames[this.#next(2)]}` : choice === 2 ? 'true' : 'false';
    return ` @${directive}(if: ${value})`;
  }

  /** A choice below a limit; the first one when the list is used up. */
  #next(limit: number): number {
    const choice = this.#choices[this.#at] ?? 0;
    this.#at += 1;
    return choice % limit;
  }
}
