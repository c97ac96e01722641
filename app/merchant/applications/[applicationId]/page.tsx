import { notFound } from 'next/navigation';
import { fieldName } from '@/components/product-application/field-name';
import { KeptNote } from '@/components/product-application/kept-note';
import { DetailPage } from '@/components/shell/detail-page';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Words } from '@/components/ui/words';
import { Difference } from '@/components/workflow/difference';
import { EventButton } from '@/components/workflow/event-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { readClock } from '@/lib/records/clock/queries';
import { stepOf } from '@/lib/workflows/product-application/form/limits';
import { productApplication } from '@/lib/workflows/product-application/machine';
import { getApplication } from '@/lib/workflows/product-application/queries';
import { remove, withdraw } from '../actions';
import { comparedView } from '../compared-view';

const PATH = '/merchant/applications';

export default async function ApplicationPage({
  params,
}: {
  params: Promise<{ applicationId: string }>;
}) {
  const actor = await requireMerchant('productApplication.read');
  const { applicationId } = await params;
  const view = await getApplication(actor, applicationId);
  if (!view) notFound();
  const { row } = view;
  const [t, format, locale, log, { now }] = await Promise.all([
    getT('productApplication'),
    getFormat(),
    currentLocale(),
    listEvidence(actor, 'productApplication', row.id),
    readClock(actor),
  ]);
  const fields = await comparedView(actor, view, locale);
  const writes = can(actor, row.kind === 'publish' ? 'product.publish' : 'product.modify', {
    productId: row.productId,
  });
  const editable = writes && (row.state === 'draft' || (row.state === 'rejected' && view.latest));
  const deletable = writes && (row.state === 'draft' || row.state === 'rejected');
  const base = { noun: 'productApplication', row: { id: row.id, version: row.version } };
  return (
    <Words namespaces={['productApplication', 'workflow']}>
      <DetailPage
        title={row.name || t(`untitled.${row.kind}`)}
        badge={<StateBadge noun="productApplication" state={row.state} />}
        breadcrumb={[{ label: t('list.title'), href: PATH }]}
        actions={
          <>
            {deletable && (
              <EventButton
                {...base}
                event="delete"
                danger
                action={remove}
                redirectTo={PATH}
                success={t('detail.deleted')}
                intro={t('detail.deleteText')}
              />
            )}
            {writes && row.state === 'pending' && view.withdrawable && (
              <EventButton
                {...base}
                event="withdraw"
                action={withdraw}
                success={t('detail.withdrawn')}
                intro={t('detail.withdrawText')}
              />
            )}
            {row.state === 'approved' && row.productId && (
              <ButtonLink look="primary" href={`/merchant/products/${row.productId}`}>
                {t('detail.toProduct')}
              </ButtonLink>
            )}
            {editable && (
              <ButtonLink look="primary" href={`${PATH}/${row.id}/edit`}>
                {t(row.state === 'rejected' ? 'detail.fix' : 'detail.continue')}
              </ButtonLink>
            )}
          </>
        }
        next={
          <WhoIsNext
            noun="productApplication"
            next={whoIsNext(productApplication, row, now)}
            now={now}
            me="merchant"
          />
        }
        side={
          <Section title={t('detail.log')}>
            <EvidenceTimeline rows={log.filter(({ event }) => event !== 'save')} />
          </Section>
        }
      >
        {row.state !== 'approved' && (
          <KeptNote
            id={row.id}
            words={{
              title: t('wizard.backupTitle'),
              text: t(`detail.kept.${row.state === 'pending' ? 'pending' : 'open'}`),
              drop: t('detail.kept.drop'),
            }}
          />
        )}
        {row.state === 'rejected' && (
          <Alert tone="warning" title={t('detail.rejected')}>
            {row.opinion && <p>{row.opinion}</p>}
            <ul className="mt-1 grid gap-1">
              {row.reasons.map(({ rule, field, text }) => (
                <li key={`${rule} ${field} ${text}`}>
                  <a
                    className="link underline"
                    href={
                      editable
                        ? `${PATH}/${row.id}/edit?step=${stepOf(field)}&field=${field}`
                        : `#field-${field}`
                    }
                  >
                    {fieldName(t, field)}
                  </a>{' '}
                  <code className="text-[12px]">{rule}</code> {text}
                </li>
              ))}
            </ul>
            {!view.latest && <p className="mt-2">{t('error.save.notLatest')}</p>}
          </Alert>
        )}
        <Section title={t('detail.about')}>
          <DescriptionList
            items={[
              { label: t('detail.id'), value: row.id },
              { label: t('list.kind'), value: t(`kind.${row.kind}`) },
              { label: t('publish.class'), value: t(`class.${row.class}`) },
              { label: t('publish.deliveryType'), value: t(`deliveryType.${row.deliveryType}`) },
              { label: t('detail.submittedAt'), value: format.dateTime(row.submittedAt) },
              { label: t('detail.decidedAt'), value: format.dateTime(row.decidedAt) },
            ]}
          />
        </Section>
        <Section title={t(view.live ? 'detail.changes' : 'detail.content')} flush>
          <Difference fields={fields} first={!view.live} />
        </Section>
      </DetailPage>
    </Words>
  );
}
