import type { SupervisionRow } from '@/lib/workflows/supervision/machine';

type Node = SupervisionRow['state'];

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
