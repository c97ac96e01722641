import { useTranslations } from 'next-intl';
import { type Tone, ToneMark } from '@/components/ui/tone';

/** Result of one review rule. */
export type CheckResult = {
  /** The rule's id, cited in rejections. */
  rule: string;
  text: string;
  result: 'passed' | 'failed' | 'human';
  /** Field of the comparison on the same page, to lead there. */
  field?: string;
};

const TONES: Record<CheckResult['result'], Tone> = {
  passed: 'success',
  failed: 'danger',
  human: 'warning',
};

/**
 * Which rules passed, which failed, and which ask for human eyes.
 * @param fold what passed is folded away behind its number
 * @param link each line leads to its field on the page
 */
export function CheckList({
  checks,
  fold,
  link,
}: {
  checks: CheckResult[];
  fold?: boolean;
  link?: boolean;
}) {
  const t = useTranslations('workflow.check');
  const passed = fold ? checks.filter(({ result }) => result === 'passed') : [];
  const open = checks.filter((check) => !passed.includes(check));
  return (
    <div className="checks">
      {open.length > 0 && <Lines checks={open} link={link} />}
      {passed.length > 0 && (
        <details className="checks__passed">
          <summary>
            <ToneMark tone="success" />
            {t('passedCount', { count: passed.length })}
          </summary>
          <Lines checks={passed} link={link} />
        </details>
      )}
    </div>
  );
}

function Lines({ checks, link }: { checks: CheckResult[]; link: boolean | undefined }) {
  const t = useTranslations('workflow.check');
  return (
    <ul className="checks__lines">
      {checks.map((check) => (
        <li
          key={`${check.rule} ${check.field}`}
          className={`checks__item checks__item--${check.result}`}
        >
          <ToneMark tone={TONES[check.result]} />
          <span className="sr-only">{t(check.result)}</span>
          <span className="min-w-0">
            {link && check.field ? (
              <a className="checks__link" href={`#field-${check.field}`}>
                {check.text}
              </a>
            ) : (
              check.text
            )}
          </span>
          <code className="checks__rule">{check.rule}</code>
        </li>
      ))}
    </ul>
  );
}
