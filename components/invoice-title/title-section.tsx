import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceTitle, TitleOwner } from '@/lib/records/invoice-title/queries';
import { RowActions } from './row-actions';
import { TitleCard } from './title-card';
import { TitleDialog } from './title-dialog';

/** The customer's titles, one of each kind, and the ways to add what is missing. */
export function TitleSection({
  titles,
  owner,
  add,
  edit,
  remove,
  choose,
  t,
  all,
}: {
  titles: InvoiceTitle[];
  owner: TitleOwner;
  add: FormAction;
  edit: FormAction;
  remove: FormAction;
  choose: FormAction;
  t: Translate;
  all: Translate;
}) {
  const missing = owner.kinds.filter((kind) => !titles.some((title) => title.kind === kind));
  const words = {
    choose: t('event.choose'),
    chosen: t('page.chosen'),
    remove: t('page.remove'),
    removed: t('page.removed'),
    intro: t('page.removeIntro'),
  };
  return (
    <Section
      title={t('page.titles')}
      description={t('page.titlesHint')}
      actions={missing.map((kind) => (
        <TitleDialog key={kind} kind={kind} owner={owner} action={add} t={t} all={all} />
      ))}
    >
      {owner.kinds.length === 0 && (
        <Alert
          tone="warning"
          actions={<ButtonLink href="/account/identity">{t('page.toRealName')}</ButtonLink>}
        >
          {t('page.realName')}
        </Alert>
      )}
      {owner.kinds.length > 0 && titles.length === 0 && (
        <p className="text-muted">{t('page.none')}</p>
      )}
      {titles.map((title) => (
        <TitleCard
          key={title.id}
          name={title.title}
          kind={t(`kind.${title.kind}`)}
          defaultWord={title.isDefault ? t('page.default') : undefined}
          facts={factsOf(title, t)}
          problem={
            title.kind === 'enterprise' && !owner.enterpriseTitles.includes(title.title)
              ? t('page.notAllowed')
              : undefined
          }
          actions={
            <RowActions row={title} choose={choose} remove={remove} words={words}>
              <TitleDialog
                kind={title.kind}
                title={title}
                owner={owner}
                action={edit}
                t={t}
                all={all}
              />
            </RowActions>
          }
        />
      ))}
    </Section>
  );
}

function factsOf({ kind, taxId, special }: InvoiceTitle, t: Translate) {
  if (kind === 'personal') return [];
  return [
    { label: t('field.taxId'), value: taxId },
    ...(special
      ? [
          { label: t('field.address'), value: special.address },
          { label: t('field.phone'), value: special.phone },
          { label: t('field.bankName'), value: special.bankName },
          { label: t('field.bankAccount'), value: special.bankAccount },
        ]
      : kind === 'enterprise'
        ? [{ label: t('field.special'), value: t('page.specialNone') }]
        : []),
  ];
}
