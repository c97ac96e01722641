import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { FileList } from '@/components/ui/file-list';
import { RichTextView } from '@/components/ui/rich-text-view';
import type { UploadedFile } from '@/components/ui/upload';
import { CheckList, type CheckResult } from './check-list';
import { type Split, splitDifference } from './text-difference';

/** One side of a compared field; nothing is `null`. */
export type Side =
  | null
  | { kind: 'text'; text: string }
  | { kind: 'html'; html: string }
  | { kind: 'files'; files: UploadedFile[] }
  | { kind: 'node'; node: ReactNode; same: string };

export type ComparedField = {
  key: string;
  label: string;
  before: Side;
  after: Side;
  /** Results of the review rules on this field. */
  checks?: CheckResult[];
};

/**
 * Proposed against live, field by field; pictures and files side by side. Without a live version
 * only the proposal is shown. What did not change is folded away.
 */
export function Difference({
  fields,
  first,
  before,
}: {
  fields: ComparedField[];
  first?: boolean;
  /** What the other side is when it is not what is live, e.g. what was handed in before. */
  before?: string;
}) {
  const t = useTranslations('workflow.difference');
  const other = before ?? t('live');
  const changed = first
    ? fields
    : fields.filter((field) => signature(field.before) !== signature(field.after));
  const same = first ? [] : fields.filter((field) => !changed.includes(field));
  return (
    <div className={first ? 'diff diff--first' : 'diff'}>
      {!first && (
        <div className="diff__head" aria-hidden="true">
          <span>{other}</span>
          <span>{t('proposed')}</span>
        </div>
      )}
      {changed.map((field) => (
        <Compared key={field.key} field={field} first={first} other={other} />
      ))}
      {!first && changed.length === 0 && <p className="p-4 text-muted">{t('nothing')}</p>}
      {same.length > 0 && (
        <details className="diff__same">
          <summary className="link">{t('same', { count: same.length })}</summary>
          {same.map((field) => (
            <Compared key={field.key} field={field} other={other} first />
          ))}
        </details>
      )}
    </div>
  );
}

function Compared({
  field,
  first,
  other,
}: {
  field: ComparedField;
  first?: boolean;
  other: string;
}) {
  const t = useTranslations('workflow.difference');
  const { before, after } = field;
  const texts =
    before?.kind === 'text' && after?.kind === 'text'
      ? splitDifference(before.text, after.text)
      : undefined;
  return (
    <section className="diff__field" id={`field-${field.key}`}>
      <h3 className="diff__label">
        {field.label}
        {!first && before === null && after !== null && <Badge tone="success">{t('added')}</Badge>}
        {!first && before !== null && after === null && <Badge tone="danger">{t('taken')}</Badge>}
      </h3>
      {!first && (
        <div className="diff__side diff__side--before">
          <span className="diff__side-name">{other}</span>
          {texts ? <Marked split={texts.before} as="del" /> : <SideView side={before} />}
        </div>
      )}
      <div className="diff__side diff__side--after">
        {!first && <span className="diff__side-name">{t('proposed')}</span>}
        {texts && !first ? <Marked split={texts.after} as="ins" /> : <SideView side={after} />}
      </div>
      {field.checks && field.checks.length > 0 && <CheckList checks={field.checks} fold />}
    </section>
  );
}

function Marked({ split, as: Mark }: { split: Split; as: 'ins' | 'del' }) {
  return (
    <p className="whitespace-pre-wrap">
      {split.head}
      {split.middle && <Mark>{split.middle}</Mark>}
      {split.tail}
    </p>
  );
}

function SideView({ side }: { side: Side }) {
  if (!side) return <span className="text-muted">–</span>;
  if (side.kind === 'html') return <RichTextView html={side.html} />;
  if (side.kind === 'files') return <FileList files={side.files} large />;
  if (side.kind === 'node') return side.node;
  if (side.text === '') return <span className="text-muted">–</span>;
  return <p className="whitespace-pre-wrap">{side.text}</p>;
}

/** Two sides with the same signature did not change. */
function signature(side: Side): string {
  if (!side) return '';
  if (side.kind === 'text') return side.text;
  if (side.kind === 'html') return side.html;
  if (side.kind === 'files') return side.files.map(({ id }) => id).join(' ');
  return side.same;
}
