import { useTranslations } from 'next-intl';
import { FileUploadClient, type FileUploadProps } from './file-upload-client';

/**
 * Files of a form. They travel as soon as they are chosen, with progress; the form carries their
 * ids. A refused file says why and leaves the rest alone. Use inside `<Field group>`; a field for
 * several files has a name that ends in `[]`.
 */
export function FileUpload(props: Omit<FileUploadProps, 'words'>) {
  const t = useTranslations('ui.upload');
  return (
    <FileUploadClient
      {...props}
      words={{
        choose: t(props.multiple ? 'chooseMany' : 'choose'),
        drop: t('drop'),
        uploading: t('uploading'),
        failed: t('failed'),
        retry: t('retry'),
        remove: t('remove'),
        replace: t('replace'),
        open: t('open'),
        full: t('full', { count: props.maxFiles ?? 1 }),
      }}
    />
  );
}
