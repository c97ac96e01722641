import { useTranslations } from 'next-intl';
import { type Tone, ToneMark } from '@/components/ui/tone';

/** Result of one review rule. */
export type CheckResult = {
  /** The rule's id, cited in rejections. */
  rule: string;
  text: string;
  result: 'passed' | 'failed' | 'human';
};

const TONES: Record<CheckResult['result'], Tone> = {
  passed: 'success',
  failed: 'danger',
  human: 'warning',
};

/** Which rules passed, which failed, and which ask for human eyes. */
export function CheckList({ checks }: { checks: CheckResult[] }) {
  const t = useTranslations('workflow.check');
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={check.rule} className={`checks__item checks__item--${check.result}`}>
          <ToneMark tone={TONES[check.result]} />
          <span className="sr-only">{t(check.result)}</span>
          <span className="min-w-0">{check.text}</span>
          <code className="checks__rule">{check.rule}</code>
        </li>
      ))}
    </ul>
  );
}
