import { dayOf } from '@/lib/time/working-days';

/** How the delivery of an order is supervised; the order keeps it (service-supervision.md 4). */
export type FlowVersion = 'v1' | 'v2';

/**
 * The flow of an order, by the day it was placed: v2 from the cut-over day on (service-supervision.md 4.2).
 * @param v2From ISO day in the time zone, the setting `supervision.flowV2From`
 */
export function flowVersionOf(orderedAt: Date, v2From: string, timeZone: string): FlowVersion {
  return dayOf(orderedAt, timeZone) < v2From ? 'v1' : 'v2';
}
