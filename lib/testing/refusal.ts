import { DomainError } from '@/lib/errors';

const refused = (work: Promise<unknown>, tell: (error: DomainError) => string): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return tell(error);
    },
  );

/** The code that a command was refused with, or `done`; what is no refusal is thrown on. */
export const codeOf = (work: Promise<unknown>) => refused(work, ({ code }) => code);

/** The key of the sentence that a command was refused with, else the code; `done` where it was not. */
export const refusalOf = (work: Promise<unknown>) =>
  refused(work, ({ code, detail }) => detail.key ?? code);
