import type { Fen } from '@/lib/money/ledger';

/** What a buyer is to pay, named by the top-up's id: asking twice must not make two payments. */
export interface PaymentRequest {
  topUpId: string;
  buyerId: string;
  /** Fen. */
  amount: Fen;
  /** Where the provider sends the buyer back to. */
  returnUrl: string;
  /** Where the provider reports the result. */
  notifyUrl: string;
}

export interface PaymentLink {
  /** The provider's own number of the payment. */
  providerRef: string;
  /** Where the buyer pays. */
  payUrl: string;
}

export type PaymentResult = 'waiting' | 'succeeded' | 'failed';

/** What a provider reports about one payment, after its signature was verified. */
export interface PaymentReport {
  topUpId: string;
  providerRef: string;
  amount: Fen;
  result: PaymentResult;
}

/** A payment provider. It is called by jobs, never inside a transaction. */
export interface PaymentProvider {
  /** Name in addresses and rows. */
  readonly name: string;
  /** A trial provider moves no real money, and is labelled so wherever it is offered. */
  readonly trial: boolean;
  create: (request: PaymentRequest) => Promise<PaymentLink>;
  /** Asks for the result, for when no report arrives. */
  query: (topUpId: string) => Promise<PaymentReport | undefined>;
  /** Reads a report from the body and headers of a call; undefined when the signature does not hold. */
  verify: (headers: Headers, body: string) => PaymentReport | undefined;
}
