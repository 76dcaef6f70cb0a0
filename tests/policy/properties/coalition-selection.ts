import { type GraphQLSchema, getNamedType, isCompositeType, isObjectType } from 'graphql';

/** A selection on a record type, with the fragments that it spreads. */
export interface Selection {
  readonly text: string;
  readonly fragments: string;
}

const deepest = 5;

/**
 * Reads a list of numbers as the choices that make a selection of fields that the data fills, so that a shorter list is
 * a smaller one: what fails shrinks. Aliases, inline and named fragments and `@include` are among the choices.
 */
export function selectionOf(
  type: string,
  of: {
    readonly schema: GraphQLSchema;
    readonly shown: Readonly<Record<string, readonly string[]>>;
    readonly choices: readonly number[];
  },
): Selection {
  const writer = new SelectionWriter(of);
  const text = writer.selections(type, 0);
  return { text, fragments: writer.fragments.join('\n') };
}

class SelectionWriter {
  readonly fragments: string[] = [];
  readonly #of: Parameters<typeof selectionOf>[1];
  #at = 0;
  #names = 0;

  constructor(of: Parameters<typeof selectionOf>[1]) {
    this.#of = of;
  }

  selections(type: string, depth: number): string {
    const count = 1 + this.#next(depth === 0 ? 7 : 4);
    const parts = Array.from({ length: count }, () => this.#selection(type, depth));
    // As the planner does, so that sub-operations can be asked for as it would.
    return `{ ${type === 'Party' ? '__typename ' : ''}${parts.join(' ')} }`;
  }

  #selection(type: string, depth: number): string {
    if (type === 'Party') {
      const on = ['Person', 'Organization'][this.#next(2)] ?? 'Person';
      return this.#next(4) === 0 ? '__typename' : `... on ${on} ${this.selections(on, depth + 1)}`;
    }
    switch (depth < deepest ? this.#next(12) : 0) {
      case 9:
        return `... on ${type} ${this.selections(type, depth + 1)}`;
      case 10:
        return `... @include(if: ${this.#next(3) > 0}) ${this.selections(type, depth + 1)}`;
      case 11: {
        this.#names += 1;
        const name = `F${this.#names}`;
        this.fragments.push(`fragment ${name} on ${type} ${this.selections(type, depth + 1)}`);
        return `...${name}`;
      }
      default:
        return this.#field(type, depth);
    }
  }

  #field(type: string, depth: number): string {
    const names = this.#of.shown[type] ?? ['__typename'];
    const name = names[this.#next(names.length)] ?? '__typename';
    const on = this.#of.schema.getType(type);
    const below = isObjectType(on) ? getNamedType(on.getFields()[name]?.type) : undefined;
    if (!isCompositeType(below)) {
      return this.#aliased(name);
    }
    return depth > deepest
      ? '__typename'
      : `${this.#aliased(name)} ${this.selections(below.name, depth + 1)}`;
  }

  #aliased(name: string): string {
    if (this.#next(5) > 0) {
      return name;
    }
    this.#names += 1;
    return `a${this.#names}: ${name}`;
  }

  #next(below: number): number {
    const choice = this.#of.choices[this.#at] ?? 0;
    this.#at += 1;
    return choice % below;
  }
}
