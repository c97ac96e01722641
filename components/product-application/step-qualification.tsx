'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Blank } from './step-access';
import { UploadField } from './upload-field';
import { useWizard } from './wizard-context';

const toggle = (list: readonly string[], id: string, on: boolean) =>
  on ? [...list.filter((one) => one !== id), id] : list.filter((one) => one !== id);

/** Page 3: agreement, guide, support, certificates and the self-check (products.md 3.5). */
export function StepQualification() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  return (
    <>
      <Section title={t('section.documents')}>
        <div className="form">
          <UploadField
            name="agreementFileId"
            purpose="serviceAgreement"
            required
            aside={<Blank file="service-agreement.docx" />}
          />
          <UploadField name="guideFileId" purpose="usageGuide" required />
        </div>
      </Section>
      <Section title={t('section.support')}>
        <Field
          group
          name="supportGroupIds"
          label={t('field.supportGroupIds')}
          required
          hint={t('hint.supportGroupIds')}
          aside={
            <Link className="link text-[13px]" href="/merchant/support" target="_blank">
              {t('manageSupport')}
            </Link>
          }
        >
          <div className="grid gap-2">
            {data.supportGroups.map((group) => (
              <Checkbox
                key={group.id}
                value={group.id}
                checked={proposal.supportGroupIds.includes(group.id)}
                hint={group.note}
                onChange={(event) =>
                  set({
                    supportGroupIds: toggle(
                      proposal.supportGroupIds,
                      group.id,
                      event.target.checked,
                    ),
                  })
                }
              >
                {group.name}
              </Checkbox>
            ))}
            {data.supportGroups.length === 0 && <p className="text-muted">{t('noSupport')}</p>}
          </div>
        </Field>
      </Section>
      <Section title={t('section.rights')}>
        <div className="form">
          <Checkbox
            checked={proposal.software}
            hint={t('hint.software')}
            onChange={(event) => set({ software: event.target.checked })}
          >
            {t('field.software')}
          </Checkbox>
          {proposal.software && (
            <UploadField
              name="copyrightFileIds"
              purpose="copyrightCertificate"
              required
              maxFiles={5}
            />
          )}
          <Checkbox
            checked={proposal.openSource}
            hint={t('hint.openSource')}
            onChange={(event) => set({ openSource: event.target.checked })}
          >
            {t('field.openSource')}
          </Checkbox>
          {proposal.openSource && (
            <UploadField name="openSourceFileId" purpose="openSourceStatement" required />
          )}
        </div>
      </Section>
      <Section title={t('section.selfCheck')}>
        <Field
          group
          name="selfChecks"
          label={t('field.selfChecks')}
          required
          hint={t('hint.selfChecks')}
        >
          <div className="grid gap-2">
            {data.selfChecks.map(({ id, text }) => (
              <Checkbox
                key={id}
                value={id}
                checked={proposal.selfChecks.includes(id)}
                onChange={(event) =>
                  set({ selfChecks: toggle(proposal.selfChecks, id, event.target.checked) })
                }
              >
                {text}
              </Checkbox>
            ))}
          </div>
        </Field>
      </Section>
    </>
  );
}
