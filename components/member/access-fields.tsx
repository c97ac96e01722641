import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { ScopeFields } from './scope-fields';

export type AccessValues = { groupIds: string[]; products: string[] | null };

/** Groups and product scope of a member: what it may do, on which products. */
export function AccessFields({
  groups,
  products,
  values = { groupIds: [], products: null },
}: {
  groups: { id: string; name: string; permissions: string[] }[];
  products: { id: string; name: string }[];
  values?: AccessValues;
}) {
  const t = useTranslations('member');
  return (
    <>
      <Field name="groupIds[]" label={t('field.groups')} hint={t('invite.hint')} group>
        {groups.length === 0 ? (
          <p className="text-muted">
            {t('invite.noGroups')}{' '}
            <a className="link" href="/merchant/members/groups/new">
              {t('groups.create')}
            </a>
          </p>
        ) : (
          <div className="grid gap-2 sm:grid-cols-2">
            {groups.map((group) => (
              <Checkbox
                key={group.id}
                value={group.id}
                defaultChecked={values.groupIds.includes(group.id)}
                hint={t('groups.count', { count: group.permissions.length })}
              >
                {group.name}
              </Checkbox>
            ))}
          </div>
        )}
      </Field>
      <ScopeFields
        products={products}
        chosen={values.products}
        words={{
          scope: t('field.scope'),
          all: t('scope.all'),
          allHint: t('scope.allHint'),
          some: t('scope.some'),
          someHint: t('scope.someHint'),
          products: t('field.products'),
        }}
      />
    </>
  );
}
