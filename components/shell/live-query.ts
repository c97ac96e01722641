import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { atRest } from './live-page';
import { type LiveState, publishLive } from './live-store';

const EVERY = 10_000;

async function fetchFigures({ signal }: { signal: AbortSignal }): Promise<LiveState> {
  const answer = await fetch('/api/ui/counters', {
    signal,
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`counters answered ${answer.status}`);
  return answer.json();
}

/**
 * Asks for the figures now, then every 10 seconds while the tab is seen. Returns how to stop.
 * @param refresh shows the page anew: called once after something happened, as soon as nobody is typing or deciding
 */
export function watchFigures(refresh: () => void): () => void {
  const client = new QueryClient();
  client.mount();
  const observer = new QueryObserver(client, {
    queryKey: ['figures'],
    queryFn: fetchFigures,
    refetchInterval: EVERY,
    refetchOnWindowFocus: true,
    retry: 1,
  });
  let known: string | undefined;
  let behind = false;
  const leave = observer.subscribe(({ data, isFetching }) => {
    if (!data || isFetching) return;
    publishLive(data);
    const now = JSON.stringify(data);
    behind ||= known !== undefined && known !== now;
    known = now;
    if (!behind || !atRest()) return;
    behind = false;
    refresh();
  });
  return () => {
    leave();
    client.unmount();
  };
}
