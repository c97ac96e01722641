import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { DescriptionList, type Fact } from '@/components/ui/description-list';

/** One saved title or contact: name, whether it is offered first, facts and actions. */
export function TitleCard({
  name,
  kind,
  defaultWord,
  facts,
  problem,
  actions,
}: {
  name: string;
  kind?: string;
  /** Set where it is the default. */
  defaultWord: string | undefined;
  facts: Fact[];
  /** Why it cannot be used as it is. */
  problem?: string | undefined;
  actions: ReactNode;
}) {
  return (
    <article className="grid gap-3 border-separator border-t py-4 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">{name}</h3>
        {kind && <Badge>{kind}</Badge>}
        {defaultWord && <Badge tone="accent">{defaultWord}</Badge>}
      </div>
      {problem && <Alert tone="warning">{problem}</Alert>}
      {facts.length > 0 && <DescriptionList items={facts} />}
      {actions}
    </article>
  );
}
