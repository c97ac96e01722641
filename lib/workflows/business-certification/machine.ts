import {
  BUSINESS_CERTIFICATION_STATES,
  type businessCertifications,
} from '@/db/schema/business-certification';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { businessCertificationInputs } from './schema';

export type CertificationRow = typeof businessCertifications.$inferSelect;

export interface CertificationFacts {
  /** The merchant signed the cooperation agreement. */
  agreementSigned: boolean;
  byMachine: boolean;
  failuresBeforeLock: number;
}

type CertificationGuard = Guard<CertificationRow, CertificationFacts>;

const agreementSigned: CertificationGuard = ({ facts }) =>
  facts.agreementSigned ? undefined : 'agreementUnsigned';

/** By itself passes only what every machine check found right. */
const machineMay: CertificationGuard = ({ row, facts }) =>
  facts.byMachine && !row.automatic ? 'notAutomatic' : undefined;

const submit = {
  to: 'certifying',
  by: ['businessCertification.submit'],
  input: businessCertificationInputs.submit,
  guards: [agreementSigned],
  notify: ['finance'],
} as const;

const keep = {
  by: ['businessCertification.submit'],
  input: businessCertificationInputs.save,
  notify: [],
} as const;

/** Certification of a merchant's tax and bank data (onboarding.md 5); gates publishing and settlement. */
export const businessCertification = defineMachine<CertificationRow, CertificationFacts>()({
  noun: 'businessCertification',
  states: BUSINESS_CERTIFICATION_STATES,
  end: [],
  events: {
    open: {
      from: 'none',
      to: 'editing',
      by: ['businessCertification.submit'],
      input: businessCertificationInputs.open,
      guards: [agreementSigned],
      notify: [],
    },
    save: { ...keep, from: ['editing'], to: 'editing' },
    revise: { ...keep, from: ['rejected'], to: 'rejected' },
    prepare: { ...keep, from: ['certified'], to: 'certified' },
    submit: { ...submit, from: ['editing'] },
    resubmit: { ...submit, from: ['rejected'] },
    update: { ...submit, from: ['certified'] },
    pass: {
      from: ['certifying'],
      to: 'certified',
      by: ['businessCertification.decide', 'businessCertification.advance'],
      input: businessCertificationInputs.pass,
      guards: [machineMay],
      notify: ['owner', 'contacts'],
    },
    reject: {
      from: ['certifying'],
      to: {
        oneOf: ['rejected', 'locked'],
        choose: ({ row, facts }) =>
          row.failures >= facts.failuresBeforeLock ? 'locked' : 'rejected',
      },
      by: ['businessCertification.decide'],
      input: businessCertificationInputs.reject,
      notify: ['owner', 'contacts'],
    },
    unlock: {
      from: ['locked'],
      to: 'rejected',
      by: ['businessCertification.unlock'],
      input: businessCertificationInputs.unlock,
      notify: ['owner', 'contacts'],
    },
    remind: {
      from: ['certifying'],
      to: 'certifying',
      by: ['businessCertification.advance'],
      notify: ['finance'],
    },
  },
  turn: {
    editing: 'merchant',
    certifying: 'operations',
    certified: null,
    rejected: 'merchant',
    locked: 'merchant',
  },
  deadlines: {
    certifying: [
      {
        setting: 'businessCertification.automaticHours',
        when: (row) => row.automatic,
        fire: 'pass',
      },
      {
        setting: 'businessCertification.reviewWorkingDays',
        when: (row) => !row.automatic,
        fire: 'remind',
        repeat: true,
      },
    ],
  },
  review: {
    state: 'certifying',
    approve: 'pass',
    reject: 'reject',
    permission: 'businessCertification.decide',
  },
});
