import {
  type CatalogueLeaf,
  type CatalogueTop,
  type CategoryFilters,
  categoryFilters,
  findCategories,
} from '@/lib/records/category/queries';
import { defineExport } from '../define';

interface Line {
  top: CatalogueTop;
  leaf: CatalogueLeaf | undefined;
}

const named = (row: { nameZh: string; nameEn: string } | undefined) =>
  row && { 'zh-CN': row.nameZh, en: row.nameEn };

/** The catalogue, a line for each category of the second level; it is short enough for one batch. */
export const categoryExport = defineExport<Line, CategoryFilters>({
  portal: 'ops',
  permission: 'category.change',
  title: 'category.list.title',
  filters: categoryFilters,
  columns: [
    { header: 'category.field.parent', kind: 'local', value: ({ top }) => named(top), width: 24 },
    { header: 'category.field.name', kind: 'local', value: ({ leaf }) => named(leaf), width: 30 },
    {
      header: 'category.field.code',
      kind: 'text',
      value: ({ top, leaf }) => (leaf ?? top).code,
      width: 24,
    },
    {
      header: 'category.field.state',
      kind: 'word',
      value: ({ top, leaf }) => `category.state.${(leaf ?? top).state}`,
    },
    {
      header: 'category.field.taxType',
      kind: 'word',
      value: ({ leaf }) => leaf && `category.taxType.${leaf.taxType}`,
    },
    { header: 'category.field.onSale', kind: 'number', value: ({ leaf }) => leaf?.onSale },
    { header: 'category.field.all', kind: 'number', value: ({ leaf }) => leaf?.products },
  ],
  batch: async (actor, filters, after) =>
    after
      ? []
      : (await findCategories(actor, filters)).flatMap((top): Line[] =>
          top.leaves.length > 0
            ? top.leaves.map((leaf) => ({ top, leaf }))
            : [{ top, leaf: undefined }],
        ),
  cursor: ({ top, leaf }) => (leaf ?? top).id,
});
