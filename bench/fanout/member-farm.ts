import { createServer, type RequestListener, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerQuestion, type Question, rowsAskedBy } from './answer-question.js';
import type { InventedMember } from './invent-coalition.js';

/** What the members of a farm were asked since it started. */
export interface Counters {
  questions: number;
  rowsAsked: number;
  bytes: number;
}

export interface MemberFarm {
  /** Where each member answers, in the order of the members. */
  readonly urls: readonly string[];
  readonly counters: Counters;
  /** The last question that was asked, for asking a member without the hub. */
  readonly last: () => Question | undefined;
  close(): void;
}

/**
 * Serves the members of a coalition, each at a port of its own, and each answer `serviceMs` after its question came.
 * A member of `mute` takes questions and never answers.
 */
export async function startMemberFarm(
  members: readonly InventedMember[],
  options: { readonly serviceMs: number; readonly mute: ReadonlySet<string> },
): Promise<MemberFarm> {
  const counters = { questions: 0, rowsAsked: 0, bytes: 0 };
  let last: Question | undefined;
  const listener =
    (member: InventedMember): RequestListener =>
    async (request, response) => {
      const arrived = performance.now();
      const question: Question = JSON.parse(await text(request));
      if (options.mute.has(member.id)) {
        return;
      }
      last = question;
      const answer = answerQuestion(member, question);
      counters.questions++;
      counters.rowsAsked += rowsAskedBy(question);
      counters.bytes += Buffer.byteLength(answer);
      response.setHeader('content-type', 'application/json');
      setTimeout(() => response.end(answer), options.serviceMs - (performance.now() - arrived));
    };
  const servers = members.map((member) => createServer(listener(member)));
  const urls = await Promise.all(servers.map(listen));
  return {
    urls,
    counters,
    last: () => last,
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function listen(server: Server): Promise<string> {
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(`http://127.0.0.1:${port}/budgets/graphql`);
    });
  });
}
