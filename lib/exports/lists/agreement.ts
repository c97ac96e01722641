import {
  type AgreementFilters,
  type AgreementVersion,
  agreementFilters,
  listAgreements,
  listSignatures,
  type Signature,
  type SignatureFilters,
  signatureFilters,
} from '@/lib/records/agreement/queries';
import { defineExport, type ExportList } from '../define';

/** Every version of every agreement; they are few enough for one batch. */
export const agreementExport = defineExport<AgreementVersion, AgreementFilters>({
  portal: 'ops',
  permission: 'agreement.read',
  title: 'agreement.ops.title',
  filters: agreementFilters,
  columns: [
    { header: 'agreement.field.kind', kind: 'word', value: ({ kind }) => `agreement.kind.${kind}` },
    { header: 'agreement.field.title', kind: 'local', value: ({ title }) => title, width: 36 },
    { header: 'agreement.field.version', kind: 'number', value: ({ version }) => version },
    {
      header: 'agreement.field.standing',
      kind: 'word',
      value: ({ standing }) => `agreement.standing.${standing}`,
    },
    {
      header: 'agreement.field.summary',
      kind: 'local',
      value: ({ summary }) => summary,
      width: 40,
    },
    {
      header: 'agreement.field.effectiveFrom',
      kind: 'dateTime',
      value: ({ effectiveFrom }) => effectiveFrom,
    },
    { header: 'agreement.field.sha256', kind: 'text', value: ({ sha256 }) => sha256, width: 66 },
  ],
  batch: async (actor, filters, after) => (after ? [] : listAgreements(actor, filters)),
  cursor: ({ id }) => id,
});

/** What one side signed. */
export const signatureExport = (portal: 'merchant' | 'buyer'): ExportList =>
  defineExport<Signature, SignatureFilters>({
    portal,
    permission: 'agreement.read',
    title: 'agreement.list.title',
    filters: signatureFilters,
    columns: [
      { header: 'agreement.field.title', kind: 'local', value: ({ title }) => title, width: 36 },
      {
        header: 'agreement.field.kind',
        kind: 'word',
        value: ({ kind }) => `agreement.kind.${kind}`,
      },
      { header: 'agreement.field.version', kind: 'number', value: ({ version }) => version },
      { header: 'agreement.field.at', kind: 'dateTime', value: ({ at }) => at },
      { header: 'agreement.field.ip', kind: 'text', value: ({ ip }) => ip },
      { header: 'agreement.field.sha256', kind: 'text', value: ({ sha256 }) => sha256, width: 66 },
    ],
    batch: async (actor, filters, after, size) =>
      (await listSignatures(actor, { ...filters, after, size })).rows,
    cursor: ({ id }) => id,
  });
