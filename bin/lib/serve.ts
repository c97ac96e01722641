/**
 * What web and worker share as children of `npm start`, or of a service manager: they say when they serve, stop when
 * told to, and stop when the process that started them is gone.
 * @returns whether it has been told to stop
 */
export function untilToldToStop(stop: () => Promise<void>, graceMs = 10_000): () => boolean {
  let stopping = false;
  const end = (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code || 1), graceMs).unref();
    stop().then(
      () => process.exit(code),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  process.on('message', (message) => message === 'stop' && end(0));
  process.on('disconnect', () => end(0));
  // The starting process may have been killed while this one was still loading.
  if (process.connected === false) end(0);
  return () => stopping;
}

/** Tells the starting process, if there is one, that this one serves. */
export const tellReady = (): void => {
  if (process.connected) process.send?.('ready');
};
