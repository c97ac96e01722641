/** What the upload route answers for an accepted file. */
export type UploadedFile = {
  id: string;
  name: string;
  /** bytes */
  size: number;
  type: string;
  width?: number;
  height?: number;
};

export type UploadAnswer = { ok: true; file: UploadedFile } | { ok: false; message: string };

export type Upload = { answer: Promise<UploadAnswer | null>; abort: () => void };

/**
 * Sends one file with progress. The answer is null when the connection failed: worth a retry.
 * @param onProgress share sent, 0 to 1
 */
export function uploadFile(
  file: File,
  purpose: string,
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const answer = new Promise<UploadAnswer | null>((resolve) => {
    request.open('POST', '/api/ui/files');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(isAnswer(request.response) ? request.response : null);
    request.onerror = () => resolve(null);
    request.ontimeout = () => resolve(null);
  });
  const form = new FormData();
  form.set('purpose', purpose);
  form.set('file', file);
  request.send(form);
  return { answer, abort: () => request.abort() };
}

function isAnswer(value: unknown): value is UploadAnswer {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

export const isImage = (type: string) => /^image\/(png|jpe?g|gif|webp)$/.test(type);
/** The original: always a download. */
export const fileAddress = (id: string) => `/api/files/${id}`;
/** A picture made anew from the original, without what a camera wrote into it: light enough for a page. */
export const pictureAddress = (id: string, variant: 'display' | 'thumb') =>
  `${fileAddress(id)}?variant=${variant}`;
