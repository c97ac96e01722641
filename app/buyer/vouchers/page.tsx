import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { OwnPieceList } from '@/components/voucher/piece-list';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countPieces, listPieces, pieceFilters } from '@/lib/workflows/voucher-piece/queries';
import { activate } from './actions';

export default async function BuyerVouchersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filters = pieceFilters.parse(values);
  const [t, all, format, page, count] = await Promise.all([
    getT('voucherPiece'),
    getT(),
    getFormat(),
    listPieces(actor, filters, values.after),
    countPieces(actor, filters),
  ]);
  return (
    <OwnPieceList
      {...{ t, all, format, values }}
      pieces={page.rows}
      total={format.count(count, count >= COUNT_CAP)}
      links={pageLinks('/buyer/vouchers', values, page.next)}
      exportHref={exportHref('buyer-vouchers', values)}
    >
      <div className="mb-4">
        <Section title={t('code.title')}>
          <ActionForm action={activate} success={t('code.done')} resetOnSuccess>
            <Field name="code" label={t('field.code')} hint={t('code.lead')} required>
              <TextInput autoComplete="off" spellCheck={false} className="max-w-md" />
            </Field>
            <div>
              <SubmitButton>{t('code.go')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      </div>
    </OwnPieceList>
  );
}
