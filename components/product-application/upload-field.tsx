'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { sentences } from '@/lib/i18n/sentences';
import { useWizard } from './wizard-context';
import type { Purpose } from './wizard-data';

/** An upload of the form: one file, or a list of them. */
export function UploadField({
  name,
  purpose,
  required,
  pictures,
  maxFiles,
  aside,
}: {
  name:
    | 'logoFileId'
    | 'pictureFileIds'
    | 'agreementFileId'
    | 'guideFileId'
    | 'copyrightFileIds'
    | 'openSourceFileId'
    | 'requirementTemplateFileId'
    | 'deliveryTemplateFileId';
  purpose: Purpose;
  required?: boolean;
  pictures?: boolean;
  maxFiles?: number;
  aside?: ReactNode;
}) {
  const t = useTranslations('productApplication');
  const { data, proposal, set, filesOf, noteFiles } = useWizard();
  const value = proposal[name];
  const many = Array.isArray(value);
  const { accept, hint } = data.uploads[purpose];
  const key = `hint.${name}`;
  return (
    <Field
      group
      name={many ? `${name}[]` : name}
      label={t(`field.${name}`)}
      required={required}
      hint={sentences(t.has(key) ? t(key) : '', hint)}
      aside={aside}
    >
      <FileUpload
        purpose={purpose}
        accept={accept}
        pictures={pictures}
        multiple={many}
        maxFiles={maxFiles}
        files={filesOf(many ? value : [value])}
        onChange={(files) => {
          noteFiles(files);
          const ids = files.map(({ id }) => id);
          set({ [name]: many ? ids : (ids[0] ?? '') });
        }}
      />
    </Field>
  );
}
