import type { Readable } from 'node:stream';

export type ScanResult = { verdict: 'clean' } | { verdict: 'infected'; threat: string };

/** Looks for malware in a stream of bytes. */
export interface Scanner {
  /** @throws {ScannerDown} when there is no verdict */
  scan(body: Readable): Promise<ScanResult>;
}

/** The scanner gave no verdict: not reachable, too slow, or it refused the size. */
export class ScannerDown extends Error {
  constructor(reason: string) {
    super(`the scanner gave no verdict: ${reason}`);
    this.name = 'ScannerDown';
  }
}
