import type { SupervisionNode as Node } from '@/db/schema/supervision';
import type { SupervisionRow } from '@/lib/workflows/supervision/machine';

/**
 * Nodes from which a frozen record can go on: the one it was frozen at, and those of its own flow to which something
 * was handed in.
 */
export function namedNodes(
  record: Pick<
    SupervisionRow,
    'requirementStep' | 'reReview' | 'requirementRound' | 'deliveryRound'
  >,
  frozenAt: Node,
): Node[] {
  const required = record.requirementRound > 0;
  const delivered = record.deliveryRound > 0;
  const nodes: [Node, boolean][] = [
    ['requirement', record.requirementStep],
    ['requirementConfirm', record.requirementStep && required],
    ['delivery', !record.requirementStep || required],
    ['reReview', record.reReview && delivered],
    ['acceptance', delivered],
  ];
  return nodes.flatMap(([node, there]) => (there || node === frozenAt ? [node] : []));
}

/** Whether a record is at a node at which either side may appeal: any, while it is open (service-supervision.md 7). */
export const canAppeal = ({ state }: Pick<SupervisionRow, 'state'>): boolean =>
  !['done', 'closed', 'appeal'].includes(state);
