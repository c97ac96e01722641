import type { Tone } from '@/components/ui/tone';

/**
 * What colour a state wears. One word means one thing everywhere, so most states need no line of
 * their own; a noun that disagrees says so under its name.
 */
const GENERAL: Record<string, Tone> = {
  draft: 'neutral',
  editing: 'neutral',
  closed: 'neutral',
  withdrawn: 'neutral',
  cancelled: 'neutral',
  lapsed: 'neutral',
  expired: 'neutral',
  ended: 'neutral',
  released: 'neutral',
  removed: 'neutral',
  hidden: 'neutral',
  delisted: 'neutral',
  unpaid: 'warning',
  pendingPayment: 'warning',
  paying: 'warning',
  frozen: 'warning',
  suspended: 'warning',
  overdue: 'warning',
  locked: 'warning',
  returned: 'warning',
  pending: 'info',
  submitted: 'info',
  reviewing: 'info',
  inReview: 'info',
  open: 'info',
  asked: 'info',
  delivering: 'info',
  processing: 'info',
  running: 'info',
  active: 'success',
  approved: 'success',
  confirmed: 'success',
  accepted: 'success',
  answered: 'success',
  certified: 'success',
  completed: 'success',
  delivered: 'success',
  done: 'success',
  onSale: 'success',
  paid: 'success',
  signed: 'success',
  sent: 'success',
  rejected: 'danger',
  refused: 'danger',
  failed: 'danger',
  invalid: 'danger',
};

const BY_NOUN: Record<string, Record<string, Tone>> = {
  standing: { good: 'success', yellowListed: 'warning', blacklisted: 'danger', expelled: 'danger' },
  violation: { recorded: 'warning', answered: 'info', upheld: 'danger', revoked: 'neutral' },
  announcement: { published: 'success' },
  invoice: { toIssue: 'info', toSign: 'info', returned: 'neutral' },
  letter: { ready: 'success' },
  voucherPiece: { claimed: 'success', used: 'neutral', voided: 'neutral', invalid: 'neutral' },
  supervision: {
    requirement: 'warning',
    requirementConfirm: 'warning',
    delivery: 'info',
    acceptance: 'warning',
  },
};

/** The tone of a state; `awaiting…` and `…ing` are under way, what is unknown stays quiet. */
export function toneOf(noun: string, state: string): Tone {
  const known = BY_NOUN[noun]?.[state] ?? GENERAL[state];
  if (known) return known;
  if (/^(awaiting|pending|in[A-Z]|re[A-Z])|ing$/.test(state)) return 'info';
  if (/(Rejected|Refused|Failed)$/.test(state)) return 'danger';
  return 'neutral';
}
