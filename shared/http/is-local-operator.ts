import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from './is-loopback-host.js';

/**
 * Whether a request comes from this machine itself. One that a proxy passed on, or a page of a browser by a name that
 * was pointed here, also has a loopback address; their headers tell.
 */
export function isLocalOperator(request: IncomingMessage): boolean {
  const { headers, socket } = request;
  const passedOn =
    headers['forwarded'] ?? headers['x-forwarded-for'] ?? headers['x-real-ip'] ?? headers['via'];
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return passedOn === undefined && isLoopbackHost(socket.remoteAddress ?? '') && isLoopbackHost(host);
}
