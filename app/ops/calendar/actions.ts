'use server';

import { operatorAction } from '@/lib/action';
import { changeCalendarDay } from '@/lib/records/calendar/commands';

export const changeDay = operatorAction(changeCalendarDay);
