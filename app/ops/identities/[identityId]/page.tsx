import { notFound } from 'next/navigation';
import { SubjectReview } from '@/app/ops/queue/subject-review';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { CheckList, type CheckResult } from '@/components/workflow/check-list';
import { type ComparedField, Difference, type Side } from '@/components/workflow/difference';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { RejectFields } from '@/components/workflow/reject-fields';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { orNothing } from '@/lib/errors';
import { getFormat, getT } from '@/lib/i18n/server';
import { identity } from '@/lib/workflows/identity/machine';
import {
  getIdentityCase,
  type IdentityCase,
  type IdentityView,
} from '@/lib/workflows/identity/queries';
import { IDENTITY_FIELDS } from '@/lib/workflows/identity/schema';
import { TitlePermits } from './title-permits';

const text = (value: string | null | undefined): Side =>
  value ? { kind: 'text', text: value } : null;

export default async function IdentityCasePage({
  params,
}: {
  params: Promise<{ identityId: string }>;
}) {
  const actor = await requireOperator('identity.read');
  const { identityId } = await params;
  const found = await orNothing(getIdentityCase(actor, identityId));
  if (!found) notFound();
  const { request, live, account, sameCompany, now } = found;
  const [t, format, log] = await Promise.all([
    getT('identity'),
    getFormat(),
    listEvidence(actor, 'identity', request.id),
  ]);
  const checks: CheckResult[] = [
    {
      rule: request.kind === 'enterprise' ? 'GB 32100' : 'GB 11643',
      text: t(request.kind === 'enterprise' ? 'check.creditCode' : 'check.idNumber'),
      // The form cannot be submitted otherwise.
      result: 'passed',
    },
    { rule: 'A4', text: t('check.document'), result: 'human' },
  ];
  return (
    <DetailPage
      title={request.name}
      breadcrumb={[{ label: t('ops.title'), href: '/ops/identities' }]}
      badge={<StateBadge noun="identity" state={request.state} />}
      description={`${t(`kind.${request.kind}`)} · ${request.id}`}
      next={
        <WhoIsNext
          noun="identity"
          next={whoIsNext(identity, request, now)}
          now={now}
          me="operations"
        />
      }
      side={
        <>
          <Section title={t('ops.checks')}>
            <CheckList checks={checks} />
          </Section>
          <Section title={t('ops.log')}>
            <EvidenceTimeline rows={log} names={{ [account.id]: account.name }} />
          </Section>
        </>
      }
    >
      <SubjectReview
        actor={actor}
        noun="identity"
        subjectId={request.id}
        version={request.version}
        approve={{
          intro: t('ops.approveIntro'),
          consequences: [
            { label: t('field.account'), value: account.email },
            { label: t('field.name'), value: request.name },
          ],
          fields: (
            <Field name="note" label={t('ops.note')}>
              <Textarea rows={2} max={2000} />
            </Field>
          ),
        }}
        reject={{
          intro: t('ops.rejectIntro'),
          fields: (
            <>
              <RejectFields
                name="reasons"
                fields={IDENTITY_FIELDS[request.kind].map((value) => ({
                  value,
                  label: t(`field.${value}`),
                }))}
              />
              <Field name="note" label={t('ops.note')}>
                <Textarea rows={2} max={2000} />
              </Field>
            </>
          ),
        }}
      />
      <Section title={t('ops.compare')} flush>
        <Difference fields={comparison(found, t)} first={!live} />
      </Section>
      <Section title={t('ops.account')}>
        <DescriptionList
          items={[
            { label: t('field.account'), value: account.name },
            { label: t('field.email'), value: account.email },
            { label: t('field.phone'), value: account.phone },
            { label: t('field.registeredAt'), value: format.dateTime(account.createdAt) },
            { label: t('field.submittedAt'), value: format.dateTime(request.submittedAt) },
            { label: t('field.round'), value: request.round },
          ]}
        />
      </Section>
      {request.kind === 'enterprise' && request.state === 'confirmed' && (
        <TitlePermits actor={actor} accountId={account.id} />
      )}
      {sameCompany.length > 0 && (
        <Section title={t('ops.same')} description={t('ops.sameText')}>
          <ul>
            {sameCompany.map((other) => (
              <li key={other.id}>{`${other.name} · ${other.email}`}</li>
            ))}
          </ul>
        </Section>
      )}
    </DetailPage>
  );
}

/** The request against what is confirmed, field by field. */
function comparison(
  { request, live, idNumber, files }: IdentityCase,
  t: (key: string) => string,
): ComparedField[] {
  const papers = (row: IdentityView | null, field: string): Side => {
    const file = files.get(row?.fileIds[field] ?? '');
    return file ? { kind: 'files', files: [file] } : null;
  };
  const company = request.kind === 'enterprise';
  const row = (key: string, label: string, before: Side, after: Side): ComparedField => ({
    key,
    label: t(`field.${label}`),
    before,
    after,
  });
  const common = row(
    'name',
    company ? 'companyName' : 'personName',
    text(live?.name),
    text(request.name),
  );
  if (company) {
    return [
      common,
      row('creditCode', 'creditCode', text(live?.creditCode), text(request.creditCode)),
      row('legalPerson', 'legalPerson', text(live?.legalPerson), text(request.legalPerson)),
      row('licence', 'licence', papers(live, 'licence'), papers(request, 'licence')),
    ];
  }
  return [
    common,
    row(
      'idNumber',
      'idNumber',
      text(live?.idNumberMasked),
      text(idNumber ?? request.idNumberMasked),
    ),
    row('front', 'front', papers(live, 'front'), papers(request, 'front')),
    row('back', 'back', papers(live, 'back'), papers(request, 'back')),
  ];
}
