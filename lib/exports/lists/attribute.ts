import {
  type AttributeFilters,
  type AttributeRow,
  attributeFilters,
  listAttributes,
} from '@/lib/records/attribute/queries';
import { defineExport, type ExportColumn } from '../define';

const field = (
  kind: ExportColumn<AttributeRow>['kind'],
  name: string,
  value: ExportColumn<AttributeRow>['value'],
  width = 18,
): ExportColumn<AttributeRow> => ({ header: `attribute.field.${name}`, kind, value, width });

/** The dictionary as a merchant sees it; it is short enough for one batch. */
export const attributeExport = defineExport<AttributeRow, AttributeFilters>({
  portal: 'merchant',
  permission: 'product.read',
  title: 'attribute.list.title',
  filters: attributeFilters,
  columns: [
    field('text', 'name', (row) => row.name, 30),
    field('text', 'code', (row) => row.code, 24),
    field('word', 'kind', (row) => `attribute.kind.${row.kind}`),
    field('word', 'source', (row) => `attribute.source.${row.merchantId ? 'own' : 'preset'}`),
    field('text', 'description', (row) => row.description, 40),
  ],
  batch: async (actor, filters, after) => (after ? [] : listAttributes(actor, filters)),
  cursor: (row) => row.id,
});
