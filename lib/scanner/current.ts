import { env } from '../env';
import { clamavScanner } from './clamav';
import type { Scanner } from './port';

/** The scanner that the environment names, or nothing: then files are marked as not scanned. */
export function scanner(): Scanner | undefined {
  const { CLAMAV_HOST, CLAMAV_PORT } = env();
  return CLAMAV_HOST ? clamavScanner({ host: CLAMAV_HOST, port: CLAMAV_PORT }) : undefined;
}
