import { expect, test } from 'vitest';
import { complaint, importsOf } from './imports';

const judge = (from: string, code: string, order: string[] = []) =>
  importsOf(from, code).map((one) => complaint(from, one, order));

const refused: [string, string][] = [
  ['lib/engine/fire.ts', "import { refund } from '@/lib/workflows/refund/commands';"],
  ['lib/engine/fire.ts', "import { refund } from '../workflows/refund/commands';"],
  ['lib/audit/append.ts', "const x = await import('@/lib/notify/send');"],
  [
    'lib/workflows/order/commands.ts',
    "export { OrderPage } from '@/components/order/order-table';",
  ],
  ['lib/workflows/order/queries.ts', "import { cookies } from 'next/headers';"],
  ['db/schema/order.ts', "import { can } from '@/lib/auth/permissions';"],
  ['components/ui/button.tsx', "import { order } from '@/lib/workflows/order/machine';"],
  ['components/order/order-table.tsx', "import { pay } from '@/app/buyer/orders/actions';"],
  [
    'components/order/order-table.tsx',
    "import { listOrders } from '@/lib/workflows/order/queries';",
  ],
  ['components/order/order-table.tsx', "import { headers } from 'next/headers';"],
  ['app/buyer/orders/page.tsx', "import { orders } from '@/db/schema';"],
  ['app/buyer/orders/page.tsx', "import { ORDER_STATES, orders } from '@/db/schema';"],
  ['app/buyer/orders/page.tsx', "import '../../../bin/start.mjs';"],
  ['lib/env.ts', "import { getDatabase } from '../db/client';"],
];

test.each(refused)('%s may not say: %s', (from, code) => {
  expect(judge(from, code)).toEqual([expect.any(String)]);
});

const allowed: [string, string][] = [
  ['app/buyer/orders/page.tsx', "import { ORDER_STATES, type Order } from '@/db/schema/order';"],
  ['components/ui/money.tsx', "import { money } from '@/lib/i18n/format';"],
  ['lib/workflows/order/commands.ts', "import { bindWorkflow } from '@/lib/engine/bind';"],
  ['app/buyer/orders/page.tsx', "import { listOrders } from '@/lib/workflows/order/queries';"],
  ['app/buyer/orders/page.tsx', "import Link from 'next/link';"],
  [
    'components/order/order-form.tsx',
    "import { orderInputs } from '@/lib/workflows/order/schema';",
  ],
  [
    'components/order/order-table.tsx',
    "import type { OrderRow } from '@/lib/workflows/order/queries';",
  ],
  ['components/ui/link.tsx', "import Link from 'next/link';"],
  ['db/client.ts', "import { env } from '@/lib/env';"],
  ['lib/outbox/put.ts', "import { addJob } from '@/lib/worker/add-job';"],
  ['lib/worker/handlers/notify.ts', "import { send } from '@/lib/notify/send';"],
];

test.each(allowed)('%s may say: %s', (from, code) => {
  expect(judge(from, code)).toEqual([undefined]);
});

test('a workflow calls those above it and not those below', () => {
  const order = ['order', 'refund'];
  const above = "import { settle } from '@/lib/workflows/order/commands';";
  const below = "import { open } from '@/lib/workflows/refund/commands';";
  expect(judge('lib/workflows/refund/effects.ts', above, order)).toEqual([undefined]);
  expect(judge('lib/workflows/order/effects.ts', below, order)).toEqual([expect.any(String)]);
});

test('a file in a room that nobody has placed is named', () => {
  expect(judge('lib/surprise/x.ts', "import 'zod';")).toEqual([
    expect.stringContaining('no layer'),
  ]);
});

test('imports over several lines are read, and the line is named', () => {
  const code = "import a from 'a';\n\nimport {\n  b,\n  c,\n} from './d';\n";
  expect(importsOf('lib/x/y.ts', code).map(({ target, line }) => [target, line])).toEqual([
    ['a', 1],
    ['lib/x/d', 3],
  ]);
});
