import { createRandom, type Random } from '../../../cli/demo/random.js';

/** What a place of a random schema asks of callers, in the words of the test: one of the alternatives of each list. */
export interface PlaceRule {
  readonly authenticated: boolean;
  readonly scopes: readonly (readonly string[])[] | undefined;
  readonly policies: readonly (readonly string[])[] | undefined;
}

export interface GraphField {
  readonly name: string;
  readonly type: string;
  readonly isList: boolean;
  readonly isNonNull: boolean;
}

export interface GraphType {
  readonly name: string;
  readonly kind: 'entity' | 'value' | 'interface' | 'union' | 'scalar' | 'enum';
  /** By the subgraph that serves them; values are served by both, interfaces by the first. */
  readonly fields: Readonly<Record<Graph, readonly GraphField[]>>;
  readonly interfaces: readonly string[];
  readonly possible: readonly string[];
}

export const graphs = ['a', 'b'] as const;
export type Graph = (typeof graphs)[number];

/** A schema of two subgraphs with rules on any of its places. All rules of one place must hold, whichever graph asks them. */
export interface RandomGraph {
  readonly types: ReadonlyMap<string, GraphType>;
  readonly root: readonly GraphField[];
  readonly rules: ReadonlyMap<string, readonly PlaceRule[]>;
  readonly sdl: Readonly<Record<Graph, string>>;
}

export const enumValues = ['E_ONE', 'E_TWO', 'E_THREE'] as const;
export const scopes = ['s:one', 's:two', 's:three'] as const;

const entities = ['Alpha', 'Beta', 'Gamma'] as const;

/** The same seed gives the same graph. */
export function randomGraph(seed: string): RandomGraph {
  const random = createRandom(`policy-graph/${seed}`);
  const types = new Map(typesOf(random).map((type) => [type.name, type]));
  const root: GraphField[] = [
    field('alpha', 'Alpha'),
    field('betas', 'Beta', { isList: true }),
    field('gamma', 'Gamma', { isNonNull: random.chance(0.3) }),
    field('nodes', 'Node', { isList: true, isNonNull: random.chance(0.5) }),
    field('any', 'Any', { isList: random.chance(0.5) }),
    field('vault', 'Vault'),
  ];
  const ruled = placesOf(types, root);
  const asked = Object.fromEntries(
    graphs.map((graph) => [graph, new Map(ruled[graph].flatMap((place) => ruleAt(place, random)))]),
  );
  const rules = new Map<string, PlaceRule[]>();
  for (const graph of graphs) {
    for (const [place, rule] of asked[graph] ?? []) {
      rules.set(place, [...(rules.get(place) ?? []), rule]);
    }
  }
  const ruleText = (graph: Graph) => (place: string) => directives(asked[graph]?.get(place));
  return {
    types,
    root,
    rules,
    sdl: {
      a: sdlOf({ types, root, graph: 'a', rule: ruleText('a') }),
      b: sdlOf({ types, root: [], graph: 'b', rule: ruleText('b') }),
    },
  };
}

function typesOf(random: Random): GraphType[] {
  const targets = [
    'String',
    'Int',
    'Secret',
    'Mood',
    'Alpha',
    'Beta',
    'Gamma',
    'Vault',
    'Wing',
    'Node',
    'Any',
  ];
  const fieldsOf = (prefix: string, count: number, from = targets) =>
    Array.from({ length: count }, (_, i) =>
      field(`${prefix}${i}`, random.pick(from), {
        isList: random.chance(0.25),
        isNonNull: random.chance(0.25),
      }),
    );
  const common = [field('label', 'String', { isNonNull: random.chance(0.3) }), field('twin', 'Node')];
  const inBoth = ['String', 'Int', 'Secret', 'Mood', 'Wing'];
  const wing = fieldsOf('w', 2, ['String', 'Secret', 'Mood']);
  const vault = fieldsOf('v', 3, inBoth);
  return [
    ...entities.map(
      (name, i): GraphType => ({
        name,
        kind: 'entity',
        fields: {
          a: [...(i < 2 ? common : []), ...fieldsOf(name[0]?.toLowerCase() ?? '', 4)],
          b: i < 2 ? fieldsOf(`${name[0]?.toLowerCase()}x`, 3, [...inBoth, 'Alpha', 'Beta']) : [],
        },
        interfaces: i < 2 ? ['Node'] : [],
        possible: [name],
      }),
    ),
    { name: 'Vault', kind: 'value', fields: { a: vault, b: vault }, interfaces: [], possible: ['Vault'] },
    { name: 'Wing', kind: 'value', fields: { a: wing, b: wing }, interfaces: [], possible: ['Wing'] },
    {
      name: 'Node',
      kind: 'interface',
      fields: { a: common, b: [] },
      interfaces: [],
      possible: ['Alpha', 'Beta'],
    },
    {
      name: 'Any',
      kind: 'union',
      fields: { a: [], b: [] },
      interfaces: [],
      possible: ['Beta', 'Gamma', 'Vault'],
    },
    { name: 'Secret', kind: 'scalar', fields: { a: [], b: [] }, interfaces: [], possible: [] },
    { name: 'Mood', kind: 'enum', fields: { a: [], b: [] }, interfaces: [], possible: [] },
  ];
}

function field(name: string, type: string, more: Partial<GraphField> = {}): GraphField {
  return { name, type, isList: false, isNonNull: false, ...more };
}

/**
 * Where each graph can ask something. Composition takes no rule on interfaces and unions, and the linter none that closes
 * the key by which the other graph is asked: an entity that both serve has rules on its fields alone.
 */
function placesOf(
  types: ReadonlyMap<string, GraphType>,
  root: readonly GraphField[],
): Record<Graph, string[]> {
  const places: Record<Graph, string[]> = { a: root.map(({ name }) => `Query.${name}`), b: [] };
  for (const graph of graphs) {
    for (const { name, kind, fields } of types.values()) {
      if (
        kind === 'union' ||
        kind === 'interface' ||
        fields[graph].length + Number(kind === 'scalar' || kind === 'enum') === 0
      ) {
        continue;
      }
      const isShared = kind === 'entity' && fields.a.length > 0 && fields.b.length > 0;
      places[graph].push(...(isShared ? [] : [name]), ...fields[graph].map((own) => `${name}.${own.name}`));
    }
  }
  return places;
}

function ruleAt(place: string, random: Random): [string, PlaceRule][] {
  const share = place.includes('.') ? 0.22 : 0.12;
  if (!random.chance(share)) {
    return [];
  }
  const kind = random.int(0, 4);
  const rule: PlaceRule = {
    authenticated: kind === 0 || kind === 4,
    scopes:
      kind === 1 || kind === 4
        ? [[random.pick(scopes)]]
        : kind === 2
          ? [['s:one', 's:two'], ['s:three']]
          : undefined,
    policies: kind === 3 ? [['member']] : undefined,
  };
  return [[place, rule]];
}

function directives(rule: PlaceRule | undefined): string {
  if (rule === undefined) {
    return '';
  }
  return [
    rule.authenticated ? ' @authenticated' : '',
    rule.scopes === undefined ? '' : ` @requiresScopes(scopes: ${JSON.stringify(rule.scopes)})`,
    rule.policies === undefined ? '' : ` @policy(policies: ${JSON.stringify(rule.policies)})`,
  ].join('');
}

interface Writing {
  readonly types: ReadonlyMap<string, GraphType>;
  readonly root: readonly GraphField[];
  readonly graph: Graph;
  readonly rule: (place: string) => string;
}

function sdlOf(writing: Writing): string {
  const { types, root, graph, rule } = writing;
  const lines = [
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy"])',
    block('type Query', 'Query', root.length > 0 ? root : [field(`root_${graph}`, 'Int')], rule),
    `scalar Secret${rule('Secret')}`,
    `enum Mood${rule('Mood')} { ${enumValues.join(' ')} }`,
  ];
  for (const type of types.values()) {
    const own = type.fields[graph];
    const at = rule(type.name);
    switch (type.kind) {
      case 'entity': {
        if (own.length === 0) {
          break;
        }
        const interfaces =
          graph === 'a' && type.interfaces.length > 0 ? ` implements ${type.interfaces.join(' & ')}` : '';
        const head = `type ${type.name}${interfaces} @key(fields: "id")${at}`;
        lines.push(block(head, type.name, [field('id', 'ID', { isNonNull: true }), ...own], rule));
        break;
      }
      case 'value':
        lines.push(block(`type ${type.name} @shareable${at}`, type.name, own, rule));
        break;
      case 'interface':
        if (graph === 'a') {
          lines.push(block(`interface ${type.name}${at}`, type.name, own, rule));
        }
        break;
      case 'union':
        if (graph === 'a') {
          lines.push(`union ${type.name} = ${type.possible.join(' | ')}`);
        }
        break;
      default:
    }
  }
  return lines.join('\n\n');
}

function block(
  head: string,
  type: string,
  fields: readonly GraphField[],
  rule: (place: string) => string,
): string {
  const lines = fields.map((own) => `  ${own.name}: ${typeText(own)}${rule(`${type}.${own.name}`)}`);
  return `${head} {\n${lines.join('\n')}\n}`;
}

function typeText({ type, isList, isNonNull }: GraphField): string {
  return `${isList ? `[${type}]` : type}${isNonNull ? '!' : ''}`;
}
