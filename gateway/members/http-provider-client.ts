import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { logHeadHeader } from '../../shared/audit/log-head.js';
import type { AddressRules } from './address-rules.js';
import { createGuardedLookup } from './guarded-lookup.js';
import {
  callerProofHeader,
  type FailureCause,
  type ProviderClient,
  type ProviderReply,
  type ProviderRequest,
} from './provider-client.js';

export interface HttpProviderClientOptions {
  readonly mayReach: AddressRules;
  /** The most connections to one origin; more requests wait for a free one. */
  readonly connections?: number;
}

export interface HttpProviderClient extends ProviderClient {
  close(): Promise<void>;
}

/** Asks providers over HTTP with keep-alive. Redirects are not followed: an answer other than 200 or 400 is INVALID. */
export function createHttpProviderClient(options: HttpProviderClientOptions): HttpProviderClient {
  const agent = new Agent({
    connections: options.connections ?? 256,
    keepAliveTimeout: 30_000,
    // The deadline is the signal's; undici's own timers would only add work per request.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: 10_000, lookup: createGuardedLookup(options.mayReach, lookup) },
  });
  const targets = new Map<string, Target>();
  return {
    ask(request) {
      const target = targets.get(request.url) ?? readTarget(request.url, options.mayReach);
      targets.set(request.url, target);
      return target.allowed
        ? ask(agent, target, request)
        : Promise.resolve(failed('UNREACHABLE', 'the address is not allowed'));
    },
    close: () => agent.destroy(),
  };
}

/** What is read of a provider's URL once: the rules for addresses stay the same as long as the client. */
interface Target {
  readonly origin: string;
  readonly path: string;
  readonly allowed: boolean;
}

function readTarget(text: string, mayReach: AddressRules): Target {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    // Sockets look no name up for a literal address, so the guarded lookup never sees it.
    allowed: isIP(host) === 0 || mayReach(host),
  };
}

function ask(agent: Agent, target: Target, request: ProviderRequest): Promise<ProviderReply> {
  return new Promise((resolve) => {
    agent.dispatch(
      {
        origin: target.origin,
        path: target.path,
        method: 'POST',
        headers: { ...request.headers, 'content-type': 'application/json', accept: 'application/json' },
        body: request.body,
      },
      new AnswerReader(request, resolve),
    );
  });
}

/** Reads one answer within its limits; settles once, at the abort even while still connecting. */
class AnswerReader implements Dispatcher.DispatchHandler {
  readonly #request: ProviderRequest;
  readonly #resolve: (reply: ProviderReply) => void;
  readonly #onAbort = (): void => this.#settle(failed('TIMED_OUT', 'the request was ended'));
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #logHead: string | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #settled = false;

  constructor(request: ProviderRequest, resolve: (reply: ProviderReply) => void) {
    this.#request = request;
    this.#resolve = resolve;
    if (request.signal.aborted) {
      this.#onAbort();
    } else {
      request.signal.addEventListener('abort', this.#onAbort, { once: true });
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) {
      controller.abort(new Error('ended before it began'));
    }
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    const head = headers[logHeadHeader];
    this.#logHead = typeof head === 'string' ? head : undefined;
    if (status !== 200 && status !== 400) {
      const isProofRefused = status === 401 && callerProofHeader in this.#request.headers;
      this.#settle(failed(isProofRefused ? 'PROOF_REFUSED' : 'INVALID', `status ${status}`));
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#request.maxBytes) {
      this.#settle(failed('INVALID', `more than ${this.#request.maxBytes} bytes`));
    } else {
      this.#chunks.push(chunk);
    }
  }

  onResponseEnd(): void {
    if (!this.#settled) {
      this.#settle(this.#readBody());
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle(failed('UNREACHABLE', 'code' in error ? String(error.code) : error.name));
  }

  #readBody(): ProviderReply {
    const [only] = this.#chunks;
    const bytes =
      this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks, this.#bytes);
    try {
      const body: unknown = JSON.parse(bytes.toString('utf8'));
      const answered = { httpStatus: this.#status, body, bytes: this.#bytes, logHead: this.#logHead };
      return { outcome: 'answered', ...answered };
    } catch {
      return failed('INVALID', `status ${this.#status} with a body that is not JSON`);
    }
  }

  #settle(reply: ProviderReply): void {
    if (this.#settled) {
      return;
    }
    this.#settled = true;
    this.#request.signal.removeEventListener('abort', this.#onAbort);
    this.#resolve(reply);
    if (reply.outcome === 'failed') {
      this.#controller?.abort(new Error(reply.detail));
    }
  }
}

function failed(cause: FailureCause, detail: string): ProviderReply {
  return { outcome: 'failed', cause, detail };
}
