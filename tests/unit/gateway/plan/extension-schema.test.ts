import { printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readExtension } from '../../../../gateway/plan/extension-schema.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@key", as: "@pk" }, "@tag"])';

describe('readExtension', () => {
  const { schema, strategies } = readExtension({
    sdl: `${link}
      type Query { alpha_notes(about: ID): [Alpha_Note!] _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }
      scalar _Any union _Entity = Person type _Service { sdl: String }
      extend type Query { alpha_more: Int @tag(name: "x") }
      type Alpha_Note @pk(fields: "id") { id: ID! subject: ID by: Member }
      extend type Person @pk(fields: "id") { id: ID! alpha_notes: [Alpha_Note!] }
      extend type Person { alpha_more: Int }
      type Member @federation__key(fields: "id", resolvable: false) { id: ID! }
      enum Alpha_Kind { A }
      input Alpha_By { id: ID }`,
  });

  it('answers every root field by the one member, and entities too', () => {
    expect(Object.fromEntries(strategies)).toEqual({
      'Query.alpha_notes': 'EXTENSION',
      'Query.alpha_more': 'EXTENSION',
      'Query._entities': 'EXTENSION_ENTITIES',
    });
  });

  it('reads renamed keys, parts of types, and ids of others as references', () => {
    expect(printSchema(schema)).toMatchInlineSnapshot(`
      "type Query {
        alpha_notes(about: ID): [Alpha_Note!]
        _entities(representations: [_Any!]!): [_Entity]!
        alpha_more: Int
      }

      scalar accord__Reference

      scalar _Any

      union _Entity = Alpha_Note | Person | Member

      type Person {
        id: accord__Reference!
        alpha_notes: [Alpha_Note!]
        alpha_more: Int
      }

      type Alpha_Note {
        id: ID!
        subject: accord__Reference
        by: Member
      }

      type Member {
        id: accord__Reference!
      }

      enum Alpha_Kind {
        A
      }

      input Alpha_By {
        id: ID
      }"
    `);
  });

  it('has no entities where none are extended', () => {
    const plain = readExtension({ sdl: `${link} extend type Query { alpha_a: Int }` });
    expect([...plain.strategies.keys()]).toEqual(['Query.alpha_a']);
  });
});
