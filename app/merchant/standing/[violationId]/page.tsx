import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { ViolationFacts } from '@/components/violation/violation-facts';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { violation as machine } from '@/lib/workflows/violation/machine';
import { getViolation } from '@/lib/workflows/violation/queries';
import { answer } from '../actions';

export default async function OwnViolationPage({
  params,
}: {
  params: Promise<{ violationId: string }>;
}) {
  const actor = await requireMerchant('violation.read');
  const { violationId } = await params;
  const found = await getViolation(actor, violationId);
  if (!found) notFound();
  const { violation, now } = found;
  const [t, standing, locale, format, log] = await Promise.all([
    getT('violation'),
    getT('standing'),
    currentLocale(),
    getFormat(),
    listEvidence(actor, 'violation', violation.id),
  ]);
  const canAnswer = allowedEvents(machine, violation, actor).includes('answer');
  return (
    <DetailPage
      title={violation.behaviourText[locale]}
      breadcrumb={[{ label: standing('page.title'), href: '/merchant/standing' }]}
      badge={<StateBadge noun="violation" state={violation.state} />}
      next={
        <WhoIsNext
          noun="violation"
          next={whoIsNext(machine, violation, now)}
          now={now}
          me="merchant"
        />
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} />
        </Section>
      }
    >
      <ViolationFacts
        {...found}
        locale={locale}
        format={format}
        product={
          violation.productId && (
            <a className="link" href={`/merchant/products/${violation.productId}`}>
              {violation.productName}
            </a>
          )
        }
      />
      {canAnswer && (
        <Section title={t('detail.answerTitle')} description={t('detail.answerHint')}>
          <ActionForm
            action={answer}
            hidden={{ id: violation.id, version: violation.version }}
            success={t('detail.answered')}
            draftKey={`violation-${violation.id}`}
          >
            <Field name="answer" label={t('field.answer')} required>
              <Textarea rows={6} max={1000} />
            </Field>
            <Field group name="answerFileIds[]" label={t('field.answerFileIds')}>
              <FileUpload purpose="violationAnswer" multiple maxFiles={10} />
            </Field>
            <div>
              <SubmitButton>{t('detail.send')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
    </DetailPage>
  );
}
