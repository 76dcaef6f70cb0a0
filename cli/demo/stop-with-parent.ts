/**
 * Loaded into the demo's child processes by `--import`. The demo holds the other end of their standard input: when the
 * demo is gone, however it went, the input ends, and the child stops as if it had been told to.
 */
process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => undefined);
process.stdin.resume();
// It must not keep a process alive that has done its work. A pipe is a socket; a file or terminal is not.
if ('unref' in process.stdin && typeof process.stdin.unref === 'function') {
  process.stdin.unref();
}
