import type { Actor } from '@/lib/auth/actor';
import { openIn } from '@/lib/engine/open';
import type { Context } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';
import { applySpecs, taxDerivation } from './apply';
import { productWorkflow } from './commands';
import type { Listing } from './schema';

/** Puts a new product on sale with its specifications and SKUs, inside the approval's transaction. Answers its id. */
export async function listProductIn(
  context: Context,
  actor: Actor,
  listing: Listing,
): Promise<string> {
  const row = await openIn(context, actor, productWorkflow, 'list', listing);
  const applying = {
    ...context,
    ...listing,
    setting: settingReader(context.tx, context.now),
    productId: row.id,
  };
  await applySpecs(applying, await taxDerivation(applying));
  return row.id;
}
