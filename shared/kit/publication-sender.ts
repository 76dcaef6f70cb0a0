import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberId } from '../domain/ids.js';
import { AccordError } from '../errors/accord-error.js';
import { exchangeJson } from '../http/exchange-json.js';
import { signMessage } from '../identity/member-message.js';
import type { SigningKey } from '../identity/signing-key.js';
import type { LinkSubject } from '../linking/link-subject.js';
import { PublicationAnswer, publicationType } from '../linking/publication-request.js';
import type { PublicationState, PublishedRow } from './publication-state.js';

/** Changes of what is at the hub. */
export interface PublicationChanges {
  readonly put: readonly { readonly subject: LinkSubject; readonly row: PublishedRow }[];
  /** Local ids. */
  readonly withdraw: readonly string[];
}

export interface SenderOptions {
  readonly member: MemberId;
  /** The hub's public URL, see `hubAudience`. */
  readonly hub: string;
  readonly state: PublicationState;
  readonly signingKey: () => SigningKey;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly signal?: AbortSignal | undefined;
  /** Told what came of each request. */
  readonly onAnswer?: ((outcome: PublicationAnswer['outcome']) => void) | undefined;
}

/** Sends what changes at the hub, one request at a time over all processes of the member. */
export interface PublicationSender {
  /**
   * Sends what `make` gives, which is called when it is this process's turn. `out-of-step`: the hub has not what the
   * member believes, and all is to be published again. Throws HUB_UNAVAILABLE, STORE_BUSY, and what the hub refuses with.
   */
  send(make: () => Promise<PublicationChanges>): Promise<'sent' | 'out-of-step'>;
  /** Withdraws the parties that `choose` gives in this process's turn, whatever else the hub has. Throws as `send`. */
  withdraw(choose: () => readonly string[]): Promise<void>;
  /** Whether the hub still has what the member believes. Throws as `send`. */
  isInStep(): Promise<boolean>;
}

const deadlineMs = 20_000;
/** Longer than a request: a process that died while it sent holds up the others no longer. */
const turnMs = 30_000;
const waitMs = 45_000;
const lookAgainMs = 20;
const mostTries = 5;

export function createPublicationSender(options: SenderOptions): PublicationSender {
  const { state, onAnswer } = options;
  const post = async (changes: PublicationChanges, sequence: number, restart: boolean) => {
    const answer = await postChanges(changes, { sequence, restart }, options);
    onAnswer?.(answer.outcome);
    return answer;
  };
  return {
    send: (make) =>
      inTurn(options, async () => {
        const changes = await make();
        if (changes.put.length + changes.withdraw.length === 0) {
          return 'sent';
        }
        const sequence = state.sequence() + 1;
        const { outcome } = await post(changes, sequence, sequence === 1);
        if (outcome !== 'applied') {
          return 'out-of-step';
        }
        state.commit(
          sequence,
          changes.put.map(({ row }) => row),
          changes.withdraw,
        );
        return 'sent';
      }),
    withdraw: (choose) =>
      inTurn(options, async () => {
        const locals = choose();
        let last = state.sequence();
        for (let tries = 0; locals.length > 0; tries++) {
          if (tries >= mostTries) {
            throw new AccordError(
              'HUB_UNAVAILABLE',
              'Expected the hub to take a withdrawal, it kept asking for others.',
            );
          }
          const answer = await post({ put: [], withdraw: locals }, last + 1, last === 0);
          if (answer.outcome === 'applied') {
            state.commit(last + 1, [], locals);
            return;
          }
          // Something else was applied, or is missing: what it was, the publisher sets right.
          state.distrust();
          last = answer.last;
        }
      }),
    isInStep: () =>
      inTurn(options, async () => {
        const sequence = state.sequence();
        if (sequence === 0) {
          return true;
        }
        const { outcome, last } = await post({ put: [], withdraw: [] }, sequence, false);
        return outcome === 'repeated' && last === sequence;
      }),
  };
}

async function postChanges(
  { put, withdraw }: PublicationChanges,
  { sequence, restart }: { readonly sequence: number; readonly restart: boolean },
  { member, hub, signingKey, now, createId, signal }: SenderOptions,
): Promise<PublicationAnswer> {
  const content = { sequence, restart, put: put.map(({ subject }) => subject), withdraw };
  const publication = await signMessage(content, {
    ...{ typ: publicationType, member, audience: hub, now: now() },
    key: signingKey(),
    jti: createId(),
  });
  const body = { publication };
  return await exchangeJson({
    ...{ url: `${hub}/subjects`, body, answer: PublicationAnswer, whom: 'hub', deadlineMs, signal },
  });
}

/** Does something while no other process of the member sends. Throws STORE_BUSY when the turn does not come. */
async function inTurn<T>({ state, createId }: SenderOptions, work: () => Promise<T>): Promise<T> {
  const holder = createId();
  for (let waited = 0; !state.claim(holder, turnMs); waited += lookAgainMs) {
    if (waited >= waitMs) {
      throw new AccordError(
        'STORE_BUSY',
        'Expected to publish, another process of the member is still at it.',
      );
    }
    await sleep(lookAgainMs);
  }
  try {
    return await work();
  } finally {
    state.release(holder);
  }
}
