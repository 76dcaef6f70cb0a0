import type { PartyRef } from './record-body.js';

type Body = Readonly<Record<string, unknown>>;

/** A place in the bodies of a type where a party is named that not all who may read the record may read. */
export interface ProtectedPlace {
  /** The fields from the body to the reference; lists are passed through. */
  readonly path: readonly string[];
  /** Organisations in this place are as public as the rest of the record. */
  readonly only?: 'Person';
  /** A field beside the reference: where it is true the party is public. */
  readonly unless?: string;
}

/** The parties a record names, those in protected places apart. One that is named in both is in both. */
export interface NamedParties {
  readonly open: readonly PartyRef[];
  readonly protected: readonly PartyRef[];
}

/** Bodies do not change, and a store asks for the same body's parties several times in a row. */
let last: { readonly body: Body; readonly places: Places; readonly parties: NamedParties } | undefined;

type Places = readonly ProtectedPlace[];
const noPlaces: Places = [];

/** Every reference to a person or an organisation in a record's body, at any depth, in the order of the body. */
export function partyRefsOf(body: Body): readonly PartyRef[] {
  return namedParties(body, noPlaces).open;
}

/** The same, with those apart that stand in these places. */
export function namedParties(body: Body, places: Places): NamedParties {
  if (last?.body !== body || last.places !== places) {
    const parties = { open: [], protected: [] };
    collect(body, treeOf(places), { beside: body, parties });
    last = { body, places, parties };
  }
  return last.parties;
}

/** Places by the steps of their paths. */
interface Tree {
  readonly steps: Map<string, Tree>;
  place?: ProtectedPlace;
}

const trees = new WeakMap<Places, Tree>();

function treeOf(places: Places): Tree {
  let tree = trees.get(places);
  if (tree === undefined) {
    tree = { steps: new Map() };
    for (const place of places) {
      let at = tree;
      for (const step of place.path) {
        const next: Tree = at.steps.get(step) ?? { steps: new Map() };
        at.steps.set(step, next);
        at = next;
      }
      at.place = place;
    }
    trees.set(places, tree);
  }
  return tree;
}

interface Found {
  /** The object that has the field in which the value stands. */
  readonly beside: object;
  readonly parties: { readonly open: PartyRef[]; readonly protected: PartyRef[] };
}

function collect(value: unknown, tree: Tree | undefined, found: Found): void {
  const { beside, parties } = found;
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (isPartyRef(value)) {
    const isProtected = tree?.place !== undefined && protects(tree.place, value, beside);
    parties[isProtected ? 'protected' : 'open'].push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, tree, found);
    }
  } else {
    const inside = { beside: value, parties };
    for (const [step, part] of Object.entries(value)) {
      collect(part, tree?.steps.get(step), inside);
    }
  }
}

function protects({ only, unless }: ProtectedPlace, party: PartyRef, beside: object): boolean {
  const isOpen = unless !== undefined && Object.entries(beside).some(([k, v]) => k === unless && v === true);
  return (only === undefined || party.ref === only) && !isOpen;
}

/** Whether a part of a body stands for a party. */
export function isPartyRef(value: object): value is PartyRef {
  return 'ref' in value && (value.ref === 'Person' || value.ref === 'Organization') && 'id' in value;
}
