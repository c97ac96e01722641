import { Steps } from '@/components/ui/steps';
import { getT } from '@/lib/i18n/server';

const ORDER = ['gates', 'form', 'review', 'certify'] as const;

/** Where an applicant is between the conditions and the first product. */
export async function ProgressSteps({
  current,
  days,
}: {
  current: (typeof ORDER)[number];
  /** Working days within which the platform decides. */
  days: number;
}) {
  const t = await getT('onboarding.steps');
  const here = ORDER.indexOf(current);
  return (
    <Steps
      label={t('label')}
      current={current}
      items={ORDER.map((key, index) => ({
        key,
        label: t(key),
        hint: t(`${key}Hint`, { days }),
        state: index < here ? 'done' : 'todo',
      }))}
    />
  );
}
