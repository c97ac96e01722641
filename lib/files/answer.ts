import { DomainError } from '@/lib/errors';
import type { Translate } from '@/lib/i18n/translator';
import { FileRefused, type RefusalCode } from './refusal';
import type { FileSummary } from './summary';

/** What `POST /api/ui/files` answers; the sentence is in the reader's language. */
export type UploadAnswer =
  | {
      ok: true;
      file: Pick<
        FileSummary,
        'id' | 'name' | 'size' | 'type' | 'width' | 'height' | 'url' | 'displayUrl' | 'thumbUrl'
      >;
    }
  | { ok: false; code: string; message: string };

const STATUS: Partial<Record<RefusalCode, number>> = {
  noFile: 400,
  oneFileOnly: 400,
  purposeUnknown: 400,
  interrupted: 400,
  notAllowedHere: 403,
  tooLarge: 413,
  typeNotAllowed: 415,
  svg: 415,
  macroType: 415,
  dailyFiles: 429,
  dailyBytes: 429,
  scannerDown: 503,
};
const DOMAIN_STATUS: Partial<Record<DomainError['code'], number>> = {
  signedOut: 401,
  forbidden: 403,
  notFound: 404,
  limited: 429,
};

/** A refusal as status and body; nothing when the error is a defect. */
export function answerRefusal(
  error: unknown,
  t: Translate,
): { status: number; body: UploadAnswer } | undefined {
  if (error instanceof FileRefused) {
    const message = t(`file.error.${error.code}`, error.params);
    return { status: STATUS[error.code] ?? 422, body: { ok: false, code: error.code, message } };
  }
  if (error instanceof DomainError) {
    const { code, detail } = error;
    const message = detail.key ? t(detail.key, detail.params) : t(`form.error.${code}`);
    return { status: DOMAIN_STATUS[code] ?? 422, body: { ok: false, code, message } };
  }
  return undefined;
}

/** What the browser needs to know of a file it sent. */
export function answerReceived(summary: FileSummary): UploadAnswer {
  const { id, name, size, type, width, height, url, displayUrl, thumbUrl } = summary;
  return { ok: true, file: { id, name, size, type, width, height, url, displayUrl, thumbUrl } };
}
