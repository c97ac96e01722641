import type { messages } from '@/db/schema';

export type MessageRow = typeof messages.$inferSelect;

/** What a channel answers: sent, or that nobody configured it (the message is kept for operators). */
export type Sent = 'sent' | 'held';

/**
 * To be awaited right before the other side can take the message for sent, by channels whose other side cannot tell a
 * repetition. Throws when another try has handed it over already: then nothing may be sent.
 */
export type HandOver = () => Promise<void>;

/** Sends a message; throws when that fails. */
export type Channel = (message: MessageRow, handOver: HandOver) => Promise<Sent>;

/** The other side said no: it does not have the message. Any other failure after the hand-over leaves that open. */
export class Refusal extends Error {}
