import { PageHeader } from '@/components/shell/page-header';
import { PresalesFields } from '@/components/support-group/presales-fields';
import { ServiceHoursText } from '@/components/support-group/service-hours';
import { SupportGroupFields } from '@/components/support-group/support-group-fields';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Words } from '@/components/ui/words';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { getOwnMerchant } from '@/lib/records/merchant/queries';
import { getSupportView } from '@/lib/records/support-group/queries';
import { add, edit, remove, presales as savePresales } from './actions';

/** Service and support (onboarding.md 7.2). */
export default async function SupportPage() {
  const actor = await requireMerchant('supportGroup.read');
  const [t, m, nav, view, merchant] = await Promise.all([
    getT('supportGroup'),
    getT('merchant'),
    getT('nav.merchant'),
    getSupportView(actor),
    getOwnMerchant(actor),
  ]);
  const { groups, presales, hotline, limits } = view;
  const { businessContact, servicePhone, serviceEmail } = merchant.profile;
  const mayChange = can(actor, 'supportGroup.change');
  const mayEdit = can(actor, 'profileEdit.submit');
  return (
    <Words namespaces={['supportGroup']}>
      <PageHeader title={nav('support')} description={t('lead')} />
      <div className="grid gap-4">
        <Section
          title={t('groups')}
          description={t('groupsHint', { most: limits.groups })}
          actions={
            mayChange &&
            groups.length < limits.groups && (
              <ConfirmDialog
                trigger={t('add')}
                look="primary"
                title={t('add')}
                confirm={t('save')}
                action={add}
                success={t('saved')}
              >
                <SupportGroupFields limits={limits} />
              </ConfirmDialog>
            )
          }
        >
          {groups.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
          ) : (
            <ul className="grid gap-3 lg:grid-cols-2">
              {groups.map((group) => (
                <li key={group.id} className="rounded-lg border border-border p-4">
                  <div className="mb-2 flex flex-wrap items-start justify-between gap-2">
                    <h3 className="font-medium">{group.name}</h3>
                    {mayChange && (
                      <span className="flex gap-1">
                        <ConfirmDialog
                          trigger={t('edit')}
                          size="sm"
                          title={t('edit')}
                          confirm={t('save')}
                          action={edit}
                          hidden={{ id: group.id, version: group.version }}
                          success={t('saved')}
                        >
                          <SupportGroupFields group={group} limits={limits} />
                        </ConfirmDialog>
                        <ConfirmDialog
                          trigger={t('remove')}
                          size="sm"
                          danger
                          title={t('removeTitle', { name: group.name })}
                          intro={t('removeIntro')}
                          confirm={t('remove')}
                          action={remove}
                          hidden={{ id: group.id, version: group.version }}
                          success={t('removed')}
                        />
                      </span>
                    )}
                  </div>
                  <p className="mb-3 whitespace-pre-wrap text-muted">{group.content}</p>
                  <DescriptionList
                    items={[
                      { label: t('field.hours'), value: <ServiceHoursText hours={group.hours} /> },
                      { label: t('field.phone'), value: group.phone },
                      { label: t('field.email'), value: group.email },
                    ]}
                  />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section
          title={t('presales')}
          description={t(hotline ? 'presalesHint' : 'presalesFallback', { hotline })}
          actions={
            mayChange &&
            hotline && (
              <ConfirmDialog
                trigger={t(presales ? 'edit' : 'setUp')}
                title={t('presales')}
                confirm={t('save')}
                action={savePresales}
                success={t('saved')}
              >
                <PresalesFields presales={presales} most={limits.phones} />
              </ConfirmDialog>
            )
          }
        >
          <DescriptionList
            items={
              hotline && presales
                ? [
                    {
                      label: t('customersCall'),
                      value: `${hotline} ${t('ext')} ${presales.extension}`,
                    },
                    { label: t('field.phones'), value: presales.phones.join(t('and')) },
                    { label: t('reception'), value: <ServiceHoursText hours={presales.hours} /> },
                  ]
                : [
                    { label: m('field.servicePhone'), value: servicePhone },
                    { label: m('field.serviceEmail'), value: serviceEmail },
                  ]
            }
          />
        </Section>
        <Section
          title={m('field.businessContact')}
          description={t('contactHint')}
          actions={
            mayEdit && <ButtonLink href="/merchant/information">{t('contactEdit')}</ButtonLink>
          }
        >
          <DescriptionList
            columns={3}
            items={[
              { label: m('field.contactName'), value: businessContact.name },
              { label: m('field.contactMobile'), value: businessContact.mobile },
              { label: m('field.contactEmail'), value: businessContact.email },
            ]}
          />
        </Section>
      </div>
    </Words>
  );
}
