'use server';

import { operatorAction } from '@/lib/action';
import { moveClock } from '@/lib/records/clock/commands';

export const move = operatorAction(moveClock);
