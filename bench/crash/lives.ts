import { type Lane, pick } from './lane';
import { batch } from './lives/batch';
import { resume } from './lives/carry-on';
import { meddle } from './lives/meddle';
import { purchase } from './lives/purchase';
import { question } from './lives/question';
import { topUp } from './lives/top-up';

/** Each as often as it should be played. */
const LIVES = [
  ...[purchase, purchase, purchase, purchase],
  ...Array.from({ length: 7 }, () => resume),
  ...[topUp, question, batch],
  ...[meddle, meddle],
];

/** Plays lives until told to stop. */
export async function play(lane: Lane, stopped: () => boolean): Promise<void> {
  while (!stopped()) await pick(lane, LIVES)(lane);
}
