import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { type LiveState, publishLive } from './live-store';

const EVERY = 20_000;

async function fetchFigures({ signal }: { signal: AbortSignal }): Promise<LiveState> {
  const answer = await fetch('/api/ui/counters', {
    signal,
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`counters answered ${answer.status}`);
  return answer.json();
}

/** Asks for the figures now, then every 20 seconds while the tab is seen. Returns how to stop. */
export function watchFigures(): () => void {
  const client = new QueryClient();
  client.mount();
  const observer = new QueryObserver(client, {
    queryKey: ['figures'],
    queryFn: fetchFigures,
    refetchInterval: EVERY,
    refetchOnWindowFocus: true,
    retry: 1,
  });
  const leave = observer.subscribe(({ data }) => {
    if (data) publishLive(data);
  });
  return () => {
    leave();
    client.unmount();
  };
}
