/** What can be wrong with a request, as codes; the sentences are in the catalogs. */
export type ErrorCode =
  | 'notFound'
  | 'forbidden'
  | 'signedOut'
  | 'wrongState'
  | 'stale'
  | 'invalid'
  | 'refused'
  | 'limited';

export interface ErrorDetail {
  /** Catalog key of the sentence, e.g. `order.error.pay.balanceTooLow`. */
  key?: string;
  /** Values for the sentence. Money is given in fen, as bigint. */
  params?: Record<string, string | number | bigint | Date>;
  /** Complaint per field: dotted path → catalog key, or key with values. */
  fields?: Record<string, FieldComplaint>;
  /** What others did since the version that the person saw, oldest first. */
  meanwhile?: readonly Happening[];
}

/** One event, with the fields that it changed. */
export interface Happening {
  event: string;
  at: Date;
  fields: readonly string[];
}

export interface FieldComplaint {
  key: string;
  params?: Record<string, string | number>;
}

/** A refusal that people are told about. Anything else that is thrown is a defect. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(detail.key ? `${code}: ${detail.key}` : code);
    this.name = 'DomainError';
    this.code = code;
    this.detail = detail;
  }
}

/** Not there, or not theirs: the two look the same to a stranger. */
export const notFound = () => new DomainError('notFound');
export const forbidden = () => new DomainError('forbidden');

/** A rule said no; `key` names the sentence. */
export const refused = (key: string, params?: ErrorDetail['params']) =>
  new DomainError('refused', { key, params });

/** Some fields are wrong; `fields` maps a dotted path to a catalog key. */
export const invalid = (fields: Record<string, FieldComplaint | string>) =>
  new DomainError('invalid', {
    fields: Object.fromEntries(
      Object.entries(fields).map(([path, complaint]) => [
        path,
        typeof complaint === 'string' ? { key: complaint } : complaint,
      ]),
    ),
  });

/** The value, or nothing where it is not there or not theirs: pages answer 404 then. */
export async function orNothing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') return undefined;
    throw error;
  }
}
