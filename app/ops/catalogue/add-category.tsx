import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Translate } from '@/lib/i18n/translator';
import { add } from './actions';

/** Adds a top category, or a leaf below `parent`. */
export function AddCategory({
  t,
  parent,
}: {
  t: Translate;
  parent?: { id: string; nameZh: string; nameEn: string };
}) {
  const verb = t(parent ? 'event.addLeaf' : 'event.add');
  return (
    <ConfirmDialog
      trigger={verb}
      look={parent ? 'outline' : 'primary'}
      {...(parent ? { size: 'sm' as const } : {})}
      title={verb}
      intro={t('add.intro')}
      {...(parent
        ? {
            consequences: [
              { label: t('field.parent'), value: `${parent.nameZh} · ${parent.nameEn}` },
            ],
          }
        : {})}
      confirm={verb}
      action={add}
      hidden={{ parentId: parent?.id }}
      success={t('add.done')}
    >
      <NameFields t={t} />
    </ConfirmDialog>
  );
}

/** The two names of a category. */
export function NameFields({ t, row }: { t: Translate; row?: { nameZh: string; nameEn: string } }) {
  return (
    <>
      <Field name="nameZh" label={t('field.nameZh')} required>
        <TextInput max={40} defaultValue={row?.nameZh} lang="zh-CN" />
      </Field>
      <Field name="nameEn" label={t('field.nameEn')} required>
        <TextInput max={40} defaultValue={row?.nameEn} lang="en" />
      </Field>
    </>
  );
}
