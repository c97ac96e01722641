import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { OPERATOR_ROLES } from '@/lib/auth/actor';

/** The roles of a member of staff, each with what it does. */
export function RolesField({ chosen = [] }: { chosen?: readonly string[] }) {
  const t = useTranslations('operator');
  return (
    <Field name="roles[]" label={t('field.roles')} group required>
      <div className="grid gap-2 sm:grid-cols-2">
        {OPERATOR_ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            defaultChecked={chosen.includes(role)}
            hint={t(`roleHint.${role}`)}
          >
            {t(`role.${role}`)}
          </Checkbox>
        ))}
      </div>
    </Field>
  );
}
