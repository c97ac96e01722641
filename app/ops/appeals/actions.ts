'use server';

import { onRow, operatorAction } from '@/lib/action';
import { claimAppeal, releaseAppeal } from '@/lib/workflows/appeal/claim';
import * as commands from '@/lib/workflows/appeal/commands';

export const claim = operatorAction(onRow(claimAppeal));
export const release = operatorAction(onRow(releaseAppeal));
export const askBuyer = operatorAction(onRow(commands.askBuyer));
export const askMerchant = operatorAction(onRow(commands.askMerchant));
export const recall = operatorAction(onRow(commands.recallRequest));
export const resume = operatorAction(onRow(commands.decideResume));
export const refundFull = operatorAction(onRow(commands.decideFullRefund));
export const refundPart = operatorAction(onRow(commands.decidePartialRefund));
export const complete = operatorAction(onRow(commands.decideAcceptance));
