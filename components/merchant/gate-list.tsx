import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { ToneMark } from '@/components/ui/tone';
import type { Gate } from '@/lib/workflows/onboarding/gates';

/** Every condition of onboarding.md 1.1 with its verdict, its reason and the way out. */
export function GateList({ gates }: { gates: Gate[] }) {
  const t = useTranslations('onboarding');
  return (
    <ul className="checks">
      {gates.map(({ code, passed, reason, params, href }) => {
        const programme = params?.programme;
        const known = programme !== undefined && t.has(`programme.${programme}`);
        const words = known ? { ...params, programme: t(`programme.${programme}`) } : params;
        return (
          <li key={code} className={`checks__item checks__item--${passed ? 'passed' : 'failed'}`}>
            <ToneMark tone={passed ? 'success' : 'danger'} />
            <span className="sr-only">{t(passed ? 'gates.passed' : 'gates.shut')}</span>
            <span className="min-w-0 flex-1">
              <span className={passed ? undefined : 'font-medium'}>{t(`gate.${code}.title`)}</span>
              {reason && (
                <span className="block text-[13px] text-muted">
                  {t(`gate.${code}.${reason}`, words)}
                </span>
              )}
            </span>
            {href && (
              <ButtonLink href={href} size="sm">
                {t('gates.wayOut')}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
