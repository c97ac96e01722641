'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  Fragment,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Button } from '@/components/ui/button';
import { covers, FormContext, pathOf } from '@/components/ui/form-context';
import { firstWrong, focusFirstWrong } from '@/components/ui/form-notice';
import { Steps } from '@/components/ui/steps';
import { STEPS, type Step, stepOf } from '@/lib/workflows/product-application/form/limits';
import { ChecksPanel } from './checks-panel';
import { judge, wrongPerStep } from './complaints';
import { Meanwhile } from './meanwhile';
import { Rejection } from './rejection';
import { SavingNote, SavingTrouble } from './saving-note';
import { StepAccess } from './step-access';
import { StepBasic } from './step-basic';
import { StepBusiness } from './step-business';
import { StepQualification } from './step-qualification';
import { SubmitBox } from './submit-box';
import { useProposal } from './use-proposal';
import { useSentences } from './use-sentences';
import { type Target, WizardContext } from './wizard-context';
import type { SaveAction, SubmitAction, WizardData } from './wizard-data';

/** The publishing wizard: pages at the left, form in the middle, checks at the right, saved as people go. */
export function Wizard({
  data,
  save,
  submit,
  preview,
}: {
  data: WizardData;
  save: SaveAction;
  submit: SubmitAction;
  /** The product page built from what is saved; shown on the last page. */
  preview: ReactNode;
}) {
  const t = useTranslations('productApplication.wizard');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const work = useProposal(data, save);
  const { proposal, saving, flush, set, filesOf, noteFiles } = work;
  const [tried, setTried] = useState<readonly Step[]>(data.field ? [data.step] : []);
  const [target, setTarget] = useState<Target | undefined>(
    data.field ? { path: data.field } : undefined,
  );
  const [moving, startMoving] = useTransition();
  const { step, base } = data;

  const judged = useDeferredValue(proposal);
  const judgement = useMemo(() => judge(data, judged), [data, judged]);
  const wrong = wrongPerStep(judgement);
  const sentences = useSentences(data, judgement);
  const errors = useMemo(
    () => ({ ...sentences(tried.includes(step)), ...saving.fields }),
    [sentences, tried, step, saving.fields],
  );

  const go = useCallback(
    async (to: Step) => {
      if (!(await flush()) && to === 'preview') return;
      startMoving(() => router.push(`${base}?step=${to}`));
    },
    [flush, router, base],
  );
  /** Shows a field on whatever page it is, with what is wrong about it. */
  const show = (path: string) => {
    const to = stepOf(path);
    setTried((list) => [...list, to]);
    setTarget({ path });
    if (to !== step) void go(to);
  };
  useEffect(() => {
    if (!target || stepOf(target.path) !== step) return;
    // Lists unfold and complaints appear first.
    const timer = window.setTimeout(() => {
      if (form.current) focusFirstWrong(form.current, { [target.path]: '' });
    }, 120);
    return () => window.clearTimeout(timer);
  }, [target, step]);
  // On a phone the rail is a strip: the page one is on stays in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per page
  useEffect(() => {
    const here = document.querySelector('.wizard__steps [aria-current="step"]');
    here?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [step]);
  const next = () => {
    setTried((list) => [...list, step]);
    if (wrong[step] === 0) {
      void go(STEPS[STEPS.indexOf(step) + 1] ?? 'preview');
      return;
    }
    const here = Object.keys(sentences(true)).filter((path) => stepOf(path) === step);
    const box = form.current && firstWrong(form.current, here);
    const path = here.find((one) => covers(pathOf(box?.dataset.field ?? ''), one));
    if (path) setTarget({ path });
  };
  const onRail = (event: MouseEvent<HTMLDivElement>) => {
    const href = (event.target as HTMLElement).closest('a')?.getAttribute('href');
    const to = STEPS.find((one) => href?.endsWith(`step=${one}`));
    if (!to || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    void go(to);
  };
  const index = STEPS.indexOf(step);
  const page = {
    access: <StepAccess />,
    basic: <StepBasic />,
    qualification: <StepQualification />,
    business: <StepBusiness />,
    preview: (
      <>
        <SubmitBox
          data={data}
          judgement={judgement}
          submit={submit}
          flush={flush}
          version={work.version}
          onField={show}
          onStale={work.halt}
        />
        {preview}
      </>
    ),
  }[step];
  const state = useMemo(
    () => ({ data, proposal, set, filesOf, noteFiles, target }),
    [data, proposal, set, filesOf, noteFiles, target],
  );
  return (
    <WizardContext.Provider value={state}>
      <FormContext.Provider value={{ pending: false, errors, forget: () => {} }}>
        <div className={step === 'preview' ? 'wizard' : 'wizard wizard--aside'}>
          <div className="wizard__steps" onClickCapture={onRail}>
            <Steps
              label={t('steps')}
              current={step}
              items={STEPS.map((one, i) => ({
                key: one,
                label: t(`step.${one}`),
                href: `${base}?step=${one}`,
                state: railState(one, i < index || tried.includes(one), wrong),
                ...(wrong[one] > 0 && one !== 'preview'
                  ? { hint: t('open', { count: wrong[one] }) }
                  : {}),
              }))}
            />
            <SavingNote saving={saving} />
          </div>
          <form
            ref={form}
            className="wizard__form"
            noValidate
            aria-busy={moving || undefined}
            onSubmit={(event) => event.preventDefault()}
          >
            <div className="wizard__notices">
              <SavingTrouble saving={saving} onRetry={() => void flush()} />
              {work.meanwhile && (
                <Meanwhile
                  {...work.meanwhile}
                  onChoose={work.choose}
                  onClose={work.closeMeanwhile}
                />
              )}
            </div>
            <Rejection data={data} step={step} onField={show} />
            <Fragment key={work.generation}>{page}</Fragment>
            <div className="form__foot">
              {index > 0 && (
                <Button onClick={() => void go(STEPS[index - 1] ?? 'access')}>{t('back')}</Button>
              )}
              {step !== 'preview' && (
                <Button look="primary" onClick={next} disabled={moving}>
                  {t(STEPS[index + 1] === 'preview' ? 'toPreview' : 'next')}
                </Button>
              )}
              <Button look="ghost" onClick={() => void flush()}>
                {t('save')}
              </Button>
            </div>
          </form>
          {step !== 'preview' && (
            <aside className="wizard__aside">
              <ChecksPanel data={data} judgement={judgement} step={step} />
            </aside>
          )}
        </div>
      </FormContext.Provider>
    </WizardContext.Provider>
  );
}

function railState(step: Step, visited: boolean, wrong: Record<Step, number>) {
  if (step === 'preview') return 'todo' as const;
  if (wrong[step] === 0) return 'done' as const;
  return visited ? ('wrong' as const) : ('todo' as const);
}
