import { type Column, DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { getT } from '@/lib/i18n/server';
import { at, cellInWords } from '@/lib/records/setting/in-words';
import { type Leaf, leavesOf, type Shape } from '@/lib/records/setting/shape';

/** How a column looks; only texts and lists wrap. */
const LOOK: Partial<Record<Leaf['kind'], Pick<Column, 'kind' | 'wrap'>>> = {
  number: { kind: 'number' },
  text: { wrap: true },
  list: { wrap: true },
  choices: { wrap: true },
};

/** A rule's value in words: a table as a table. */
export async function SettingValue({
  shape,
  value,
  caption,
}: {
  shape: Shape;
  value: unknown;
  caption: string;
}) {
  const t = await getT();
  if (shape.kind === 'record')
    return (
      <DescriptionList
        items={leavesOf(shape).map((leaf) => ({
          label: t(leaf.key),
          value: cellInWords(leaf.shape, at(value, leaf.path), t),
        }))}
      />
    );
  if (shape.kind !== 'rows') return <p className="num">{cellInWords(shape, value, t)}</p>;
  const columns = leavesOf(shape.row);
  return (
    // Tables of many columns are wider than a page.
    <div className="overflow-x-auto [--shell-top:0px]">
      <DataTable
        caption={caption}
        columns={columns.map((leaf) => ({
          key: leaf.path.join('.'),
          header: t(leaf.key),
          ...LOOK[leaf.shape.kind],
        }))}
        rows={(value as unknown[]).map((row, i) => ({
          id: String(i),
          cells: Object.fromEntries(
            columns.map((leaf) => [
              leaf.path.join('.'),
              cellInWords(leaf.shape, at(row, leaf.path), t),
            ]),
          ),
        }))}
      />
    </div>
  );
}
