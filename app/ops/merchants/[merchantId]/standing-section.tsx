import { StandingFacts } from '@/components/standing/standing-facts';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { violationColumns, violationRows } from '@/components/violation/violation-rows';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { getMerchantStanding } from '@/lib/workflows/standing/queries';
import { listViolations } from '@/lib/workflows/violation/queries';
import { StandingButtons } from './standing-buttons';

const SHOWN = 5;

/** A merchant's standing, points and latest violations, with what staff may decide. */
export async function StandingSection({
  actor,
  merchant,
}: {
  actor: Actor;
  merchant: { id: string; name: string };
}) {
  const [t, v, locale, format, standing, violations] = await Promise.all([
    getT('standing'),
    getT('violation'),
    currentLocale(),
    getFormat(),
    getMerchantStanding(actor, merchant.id),
    listViolations(actor, { merchantId: merchant.id }, undefined, SHOWN),
  ]);
  if (!standing) return null;
  const open = !['expelled', 'exited'].includes(standing.state);
  return (
    <Section
      id="standing"
      title={t('ops.section')}
      actions={
        <>
          {open && can(actor, 'violation.record') && (
            <ButtonLink href={`/ops/violations/new?merchantId=${merchant.id}`}>
              {t('list.record')}
            </ButtonLink>
          )}
          {can(actor, 'standing.decide') && (
            <StandingButtons merchant={merchant} state={standing.state} />
          )}
        </>
      }
    >
      <StandingFacts standing={standing} format={format} />
      {violations.rows.length > 0 && (
        <div className="mt-4 grid gap-2">
          <DataTable
            caption={t('page.violations')}
            columns={violationColumns(v, false)}
            rows={violationRows(violations.rows, '/ops/violations', { t: v, locale, format })}
          />
          <p>
            <a className="link" href={`/ops/violations?merchantId=${merchant.id}`}>
              {t('ops.all')}
            </a>
          </p>
        </div>
      )}
    </Section>
  );
}
