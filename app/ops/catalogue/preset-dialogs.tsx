import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { ATTRIBUTE_KINDS } from '@/db/schema/attribute';
import type { Translate } from '@/lib/i18n/translator';
import type { AttributeRow } from '@/lib/records/attribute/queries';
import { addPreset, editPreset, removePreset } from './actions';

/** Adds a preset attribute. `t` speaks of attributes. */
export function AddPreset({ t }: { t: Translate }) {
  return (
    <ConfirmDialog
      trigger={t('event.addPreset')}
      size="sm"
      title={t('event.addPreset')}
      intro={t('preset.intro')}
      confirm={t('event.addPreset')}
      action={addPreset}
      success={t('add.done')}
    >
      <Field name="kind" label={t('field.kind')} hint={t('hint.kind')} required>
        <Select
          options={ATTRIBUTE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          defaultValue="quantity"
        />
      </Field>
      <Field name="code" label={t('field.code')} hint={t('hint.code')} required>
        <TextInput max={32} />
      </Field>
      <WordFields t={t} />
    </ConfirmDialog>
  );
}

/** Rewords or removes one preset. */
export function PresetActions({ t, row }: { t: Translate; row: AttributeRow }) {
  return (
    <span className="inline-flex justify-end gap-1">
      <ConfirmDialog
        trigger={t('event.editPreset')}
        look="ghost"
        size="sm"
        title={t('preset.edit', { name: row.name })}
        intro={t('edit.description')}
        confirm={t('edit.save')}
        action={editPreset}
        hidden={{ id: row.id, version: row.version }}
        success={t('edit.done')}
      >
        <WordFields t={t} row={row} />
      </ConfirmDialog>
      <ConfirmDialog
        trigger={t('event.removePreset')}
        look="ghost"
        size="sm"
        danger
        title={t('preset.remove', { name: row.name })}
        consequences={[
          { label: t('remove.new'), value: t('remove.newText') },
          { label: t('remove.listed'), value: t('preset.listed') },
        ]}
        confirm={t('event.removePreset')}
        action={removePreset}
        hidden={{ id: row.id, version: row.version }}
        success={t('remove.done')}
      />
    </span>
  );
}

function WordFields({ t, row }: { t: Translate; row?: AttributeRow }) {
  return (
    <>
      <Field name="name" label={t('preset.nameZh')} required>
        <TextInput max={30} defaultValue={row?.name} lang="zh-CN" />
      </Field>
      <Field name="nameEn" label={t('preset.nameEn')} required>
        <TextInput max={30} defaultValue={row?.nameEn ?? ''} lang="en" />
      </Field>
      <Field name="description" label={t('preset.descriptionZh')}>
        <TextInput max={200} defaultValue={row?.description} lang="zh-CN" />
      </Field>
      <Field name="descriptionEn" label={t('preset.descriptionEn')}>
        <TextInput max={200} defaultValue={row?.descriptionEn ?? ''} lang="en" />
      </Field>
    </>
  );
}
